using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>When a company is asked how it goes after the camp. Pure.</summary>
public static class CampCheckReminders
{
    public const string Due = "CampCheckDue";
    public const string Overdue = "CampCheckOverdue";

    /// <summary>Local minute of the day.</summary>
    private const int Morning = 8 * 60;

    /// <summary>What is to be said now; null: nothing. Asked on its day, and once more some days later.</summary>
    public static string? KindAt(CampCheck check, DateTimeOffset now)
    {
        if (check.IsAnswered || now < LabTime.AtMinute(check.DueOn, Morning)) return null;
        return now < LabTime.AtMinute(check.DueOn.AddDays(CampCheck.ChasedAfterDays), Morning) ? Due : Overdue;
    }
}

/// <summary>
/// Once a camp is in follow-up, puts down the checks of its accepted challenges, and asks their companies' managers on each check's day
/// and once more two weeks later; of a challenge that was dropped nothing more is asked. Safe to run at any time and twice.
/// </summary>
public sealed class AskCampFollowUps(IncubatorDb db, TimeProvider clock) : IJob
{
    internal static string EventOf(long check) => string.Create(CultureInfo.InvariantCulture, $"CampCheck:{check}");

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var unplanned = await db.Challenges
            .Where(c => c.State == ChallengeState.Accepted && db.Camps.Any(p => p.Id == c.CampId && p.Status == CampStatus.FollowUp) &&
                !db.CampChecks.Any(k => k.ChallengeId == c.Id))
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        var planned = await Sweep.EachAsync(unplanned, id => PlanAsync(id, cancel), cancel);
        var today = LabTime.DateOf(now);
        var open = await db.CampChecks.AsNoTracking().Where(k => k.AnsweredAt == null && k.DueOn <= today).OrderBy(k => k.Id).ToListAsync(cancel);
        var told = await Sweep.EachAsync(open.Where(k => CampCheckReminders.KindAt(k, now) is not null), async check =>
        {
            if ((await db.UntoldAsync(await AskAsync(check, now, cancel), cancel)).Count == 0) return 0;
            return (await db.CommitAsync<int>(async token =>
            {
                // Who answers at this instant waits, and withdraws what is said here.
                await db.CampChecks.Where(k => k.Id == check.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.DueOn, x => x.DueOn), token);
                var fresh = await db.CampChecks.AsNoTracking().SingleAsync(k => k.Id == check.Id, token);
                return await db.TellOnceAsync(await AskAsync(fresh, now, token), now, token);
            }, Untold.ToldMeanwhile, cancel)).Count();
        }, cancel);
        return JobReport.Of("Planned", planned).And("Told", told);
    }

    private async Task<int> PlanAsync(long challengeId, CancellationToken cancel) => (await db.CommitAsync<int>(async token =>
    {
        var camp = await db.Camps.Where(p => db.Challenges.Any(c => c.Id == challengeId && c.CampId == p.Id)).Select(p => p.Id).SingleAsync(token);
        await db.LockCampAsync(camp, token);
        if (await db.CampChecks.AnyAsync(k => k.ChallengeId == challengeId, token)) return 0;
        var ends = await db.Camps.Where(p => p.Id == camp && p.Status == CampStatus.FollowUp).Select(p => (DateOnly?)p.EndsOn).SingleOrDefaultAsync(token);
        if (ends is not { } last) return 0;
        db.CampChecks.AddRange(CampCheck.After(challengeId, last));
        return CampCheck.Days.Count;
    }, cancel: cancel)).Count();

    private async Task<List<Tell>> AskAsync(CampCheck check, DateTimeOffset now, CancellationToken cancel)
    {
        if (CampCheckReminders.KindAt(check, now) is not { } kind) return [];
        var asked = await (
                from challenge in db.Challenges
                join company in db.Companies on challenge.CompanyId equals company.Id
                where challenge.Id == check.ChallengeId && challenge.State == ChallengeState.Accepted && company.IsActive &&
                    db.Camps.Any(p => p.Id == challenge.CampId && (p.Status == CampStatus.FollowUp || p.Status == CampStatus.Closed)) &&
                    !db.ChallengeOutcomes.Any(o => o.ChallengeId == challenge.Id && o.Kind == OutcomeKind.Dropped)
                select new { company.Id, company.Name, challenge.TitleHu, challenge.TitleEn })
            .SingleOrDefaultAsync(cancel);
        if (asked is null) return [];
        return [.. (await db.ManagersToTellAsync(asked.Id, cancel)).Select(manager => new Tell
        {
            Event = EventOf(check.Id),
            Kind = kind,
            Recipient = manager.Mail,
            Language = manager.Language,
            PersonId = manager.PersonId,
            Topic = NoticeTopic.CohortReminders,
            Facts = new Dictionary<string, string>
            {
                ["company"] = asked.Name,
                ["challenge"] = manager.Language == "hu" || asked.TitleEn.Length == 0 ? asked.TitleHu : asked.TitleEn,
                ["days"] = HistoryBook.Text(check.AfterDays)!,
                ["link"] = $"/camps/checks/{check.Reference}",
            },
        })];
    }
}
