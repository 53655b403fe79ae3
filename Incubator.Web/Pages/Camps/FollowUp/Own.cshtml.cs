using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>The reader's companies' accepted challenges, the latest camp first: what is to be answered, and the ways to lots and outcome.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class OwnModel(IncubatorDb db, CurrentActor current, TimeProvider clock) : PageModel
{
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = LabTime.DateOf(clock.GetUtcNow());
        var companies = (await current.GetAsync()).CompanyIds;
        var challenges = await (
                from challenge in db.Challenges
                join camp in db.Camps on challenge.CampId equals camp.Id
                join company in db.Companies on challenge.CompanyId equals company.Id
                where companies.Contains(challenge.CompanyId) && challenge.State == ChallengeState.Accepted
                orderby camp.StartsOn descending, challenge.Id
                select new FollowedChallenge(challenge, camp, company.Name))
            .AsNoTracking().ToListAsync(cancel);
        var ids = challenges.ConvertAll(c => c.Challenge.Id);
        var checks = (await db.CampChecks.AsNoTracking().Where(c => ids.Contains(c.ChallengeId)).OrderBy(c => c.DueOn).ToListAsync(cancel)).ToLookup(c => c.ChallengeId);
        Rows = [.. challenges.Select(c => new Row(c, [.. checks[c.Challenge.Id]]))];
    }

    public sealed record Row(FollowedChallenge Of, IReadOnlyList<CampCheck> Checks);
}
