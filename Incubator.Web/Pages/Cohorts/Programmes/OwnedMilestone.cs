using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A milestone with whose it is, for whoever may see it.</summary>
public sealed record OwnedMilestone(Milestone Milestone, CohortMember Member, string Company)
{
    /// <summary>Null where it is unknown, or another company's.</summary>
    public static async Task<OwnedMilestone?> FindAsync(IncubatorDb db, Guid reference, Actor actor, CancellationToken cancel)
    {
        var companies = actor.CompanyIds;
        var member = await db.CohortMembers.AsNoTracking().FirstOrDefaultAsync(
            m => db.Milestones.Any(s => s.Reference == reference && s.MemberId == m.Id) && (actor.IsStaff || companies.Contains(m.CompanyId)), cancel);
        if (member is null) return null;
        return new OwnedMilestone(
            await db.Milestones.AsNoTracking().Include(m => m.Slips).SingleAsync(m => m.Reference == reference, cancel), member,
            await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(cancel));
    }
}
