using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>A challenge with its camp and whose it is, for its company and staff.</summary>
public sealed record FollowedChallenge(Challenge Challenge, Camp Camp, string Company)
{
    /// <summary>The challenge was accepted and its camp has begun.</summary>
    public bool IsFollowed => Challenge.State == ChallengeState.Accepted && Camp.Status is CampStatus.Running or CampStatus.FollowUp or CampStatus.Closed;

    /// <summary>Null where it is unknown, or another company's.</summary>
    public static async Task<FollowedChallenge?> FindAsync(IncubatorDb db, Guid reference, Actor actor, CancellationToken cancel)
    {
        var companies = actor.CompanyIds;
        return await (
                from challenge in db.Challenges
                join camp in db.Camps on challenge.CampId equals camp.Id
                join company in db.Companies on challenge.CompanyId equals company.Id
                where challenge.Reference == reference && (actor.IsStaff || companies.Contains(challenge.CompanyId))
                select new FollowedChallenge(challenge, camp, company.Name))
            .AsNoTracking().FirstOrDefaultAsync(cancel);
    }
}
