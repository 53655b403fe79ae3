using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>When a company is told of a milestone. Pure.</summary>
public static class MilestoneReminders
{
    public const string Due = "MilestoneDue";
    public const string Overdue = "MilestoneOverdue";

    /// <summary>Days before its day.</summary>
    public const int DaysAhead = 7;

    /// <summary>Days for which it is still of use to be told late that it is overdue.</summary>
    public const int UsefulDays = 7;

    /// <summary>With its day: put off, it is told anew.</summary>
    public static string EventOf(long milestoneId, DateOnly dueOn) => string.Create(CultureInfo.InvariantCulture, $"Milestone:{milestoneId}:{dueOn:yyyy-MM-dd}");

    /// <summary>What is to be said now; null: nothing. Who set the day after the reminder's own time needs none.</summary>
    public static string? KindAt(Milestone milestone, DateTimeOffset now)
    {
        if (milestone.State != MilestoneState.Open) return null;
        var soon = LabTime.AtMinute(milestone.DueOn.AddDays(-DaysAhead), UpdateRules.Morning);
        var over = LabTime.AtMinute(milestone.DueOn.AddDays(1), UpdateRules.Morning);
        var set = SetAt(milestone);
        if (now >= over) return set < over && LabTime.DateOf(now) <= milestone.DueOn.AddDays(UsefulDays) ? Overdue : null;
        return now >= soon && set < soon && LabTime.DateOf(now) <= milestone.DueOn ? Due : null;
    }

    /// <summary>When its day was proposed, or put off to where it is.</summary>
    private static DateTimeOffset SetAt(Milestone milestone) =>
        milestone.Slips.Select(s => (DateTimeOffset?)s.At).Append(Earlier(milestone.AgreedByStaffAt, milestone.AgreedByCompanyAt)).Max() ?? DateTimeOffset.MinValue;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;
}

/// <summary>Tells the managers of companies in a cohort of milestones that are due in a week, and of those that are overdue since yesterday.</summary>
public sealed class RemindOfMilestones(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var (first, last) = (today.AddDays(-MilestoneReminders.UsefulDays), today.AddDays(MilestoneReminders.DaysAhead));
        var near = await db.Milestones.AsNoTracking().Include(m => m.Slips)
            .Where(m => m.State == MilestoneState.Open && m.DueOn >= first && m.DueOn <= last &&
                db.CohortMembers.Any(c => c.Id == m.MemberId && c.State == CohortMemberState.Active))
            .OrderBy(m => m.Id).ToListAsync(cancel);
        var told = await Sweep.EachAsync(near.Where(m => MilestoneReminders.KindAt(m, now) is not null), async milestone =>
        {
            if ((await db.UntoldAsync(await PlanAsync(milestone, now, cancel), cancel)).Count == 0) return 0;
            return (await db.CommitAsync<int>(async token =>
            {
                // Who finishes it or puts it off at this instant waits, and withdraws what is said here.
                await db.Milestones.Where(m => m.Id == milestone.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueOn, x => x.DueOn), token);
                var fresh = await db.Milestones.AsNoTracking().Include(m => m.Slips).SingleAsync(m => m.Id == milestone.Id, token);
                return await db.TellOnceAsync(await PlanAsync(fresh, now, token), now, token);
            }, Untold.ToldMeanwhile, cancel)).Count();
        }, cancel);
        return JobReport.Of("Told", told);
    }

    private async Task<List<Tell>> PlanAsync(Milestone milestone, DateTimeOffset now, CancellationToken cancel)
    {
        if (MilestoneReminders.KindAt(milestone, now) is not { } kind) return [];
        var company = await (
                from m in db.CohortMembers
                join c in db.Companies on m.CompanyId equals c.Id
                where m.Id == milestone.MemberId && m.State == CohortMemberState.Active && c.IsActive
                select new { c.Id, c.Name })
            .SingleOrDefaultAsync(cancel);
        if (company is null) return [];
        return [.. (await db.ManagersToTellAsync(company.Id, cancel)).Select(manager => new Tell
        {
            Event = MilestoneReminders.EventOf(milestone.Id, milestone.DueOn),
            Kind = kind,
            Recipient = manager.Mail,
            Language = manager.Language,
            PersonId = manager.PersonId,
            Topic = NoticeTopic.CohortReminders,
            Facts = new Dictionary<string, string>
            {
                ["company"] = company.Name,
                ["milestone"] = milestone.Text,
                ["due"] = HistoryBook.Text(milestone.DueOn)!,
                ["link"] = $"/cohorts/milestones/{milestone.Reference}",
            },
        })];
    }
}
