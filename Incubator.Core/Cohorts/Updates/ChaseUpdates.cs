using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Sees to it that whoever became a company's manager after it joined is asked and reminded too: for the updates of companies in
/// a cohort and the follow-ups of alumni; and that who is no manager any more is not. Safe to run at any time and twice; what was
/// told is not told again.
/// </summary>
public sealed class ChaseUpdates(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var concerned = await db.CohortMembers
            .Where(m => m.State == CohortMemberState.Active ||
                (m.State == CohortMemberState.Graduated && db.FollowUps.Any(f => f.MemberId == m.Id && f.AnsweredAt == null && f.DueOn >= today)))
            .OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel);
        return JobReport.Of("Told", await Sweep.EachAsync(concerned, id => ChaseAsync(id, now, cancel), cancel));
    }

    private async Task<int> ChaseAsync(long id, DateTimeOffset now, CancellationToken cancel)
    {
        var seen = await PlanAsync(id, now, cancel);
        var managers = seen.Managers.Select(m => (long?)m.PersonId).ToList();
        var toOthers = await db.Notices.AnyAsync(
            n => seen.Events.Contains(n.Event) && n.State == NoticeState.Waiting && n.PersonId != null && !managers.Contains(n.PersonId), cancel);
        if (!toOthers && (await db.UntoldAsync(seen.Tells, cancel)).Count == 0) return 0;
        return (await db.CommitAsync<int>(async token =>
        {
            // Seats are locked first: nobody graduates or leaves while the notices are written.
            await db.Cohorts.Where(c => db.CohortMembers.Any(m => m.Id == id && m.CohortId == c.Id))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Sequence, x => x.Sequence + 1), token);
            var plan = await PlanAsync(id, now, token);
            await db.WithdrawFromOthersAsync(plan.Events, plan.Managers, now, token);
            return await db.TellOnceAsync(plan.Tells, now, token);
        }, Untold.ToldMeanwhile, cancel)).Count();
    }

    private async Task<Plan> PlanAsync(long id, DateTimeOffset now, CancellationToken cancel)
    {
        var member = await db.CohortMembers.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
        var managers = await db.ManagersToTellAsync(member.CompanyId, cancel);
        if (member.State == CohortMemberState.Active)
        {
            var ends = await db.Cohorts.Where(c => c.Id == member.CohortId).Select(c => c.Ends).SingleAsync(cancel);
            return new Plan(managers, await db.UpdatesToAskForAsync(member, ends, managers, now, cancel),
                [.. UpdateNotices.QuartersOf(member, ends).Select(q => UpdateNotices.EventOf(member, q))]);
        }

        if (member.State == CohortMemberState.Left) return new Plan(managers, [], []);
        var today = LabTime.DateOf(now);
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.MemberId == id && f.AnsweredAt == null && f.DueOn >= today).ToListAsync(cancel);
        return new Plan(managers, await db.FollowUpsToAskForAsync(member, followUps, managers, cancel), followUps.ConvertAll(UpdateNotices.EventOf));
    }

    /// <param name="Events">All that may wait to be said.</param>
    private sealed record Plan(
        IReadOnlyList<Accounts.Addressee> Managers, IReadOnlyList<Tell> Tells, IReadOnlyList<string> Events);
}
