using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>For the home page of staff: what of the cohorts is late.</summary>
public sealed class CohortToday(IncubatorDb db, CohortBoard board, TimeProvider clock)
{
    public async Task<Shown> LoadAsync(CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var rows = await board.ReadAsync(db.CohortMembers.Where(m => m.State != CohortMemberState.Left), today, cancel);
        return new Shown(
            rows.Sum(r => r.Missing.Count(q => UpdateRules.IsOverdue(q, today))),
            [.. rows.Where(r => r.Light is not null).SelectMany(r => r.Milestones.Where(m => m.Milestone.State == MilestoneState.Open && m.Milestone.DueOn < today)
                .Select(m => new LateMilestone(r.Company, m.Milestone, m.Light!))).OrderBy(m => m.Milestone.DueOn)],
            await db.FollowUps.CountAsync(f => f.AnsweredAt == null && f.DueOn <= today, cancel));
    }

    /// <param name="Updates">Quarterly updates overdue.</param>
    /// <param name="FollowUps">Alumni to be asked.</param>
    public sealed record Shown(int Updates, IReadOnlyList<LateMilestone> Milestones, int FollowUps)
    {
        public bool IsEmpty => Updates + FollowUps + Milestones.Count == 0;
    }

    public sealed record LateMilestone(string Company, Milestone Milestone, Light Light);
}
