using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Asks and chases for the quarterly updates: notices that wait for their day, to the company's managers.</summary>
public static class UpdateNotices
{
    /// <summary>
    /// Writes the notices still to come of every quarter that ends in the company's time in the cohort. Whoever becomes a manager
    /// later is added when this runs again; nobody is told twice.
    /// </summary>
    internal static async Task AskForUpdatesAsync(
        this IncubatorDb db, CohortMember member, DateOnly until, DateTimeOffset now, CancellationToken token)
    {
        foreach (var tell in await db.UpdatesToAskForAsync(member, until, await db.ManagersToTellAsync(member.CompanyId, token), now, token))
            await db.TellAsync(tell, now, token);
    }

    /// <summary>Asks the alumni's managers on each follow-up's day, 08:00 local.</summary>
    internal static async Task AskForFollowUpsAsync(
        this IncubatorDb db, CohortMember member, IReadOnlyList<FollowUp> followUps, DateTimeOffset now, CancellationToken token)
    {
        foreach (var tell in await db.FollowUpsToAskForAsync(member, followUps, await db.ManagersToTellAsync(member.CompanyId, token), token))
            await db.TellAsync(tell, now, token);
    }

    internal static async Task<List<Tell>> UpdatesToAskForAsync(
        this IncubatorDb db, CohortMember member, DateOnly until, IReadOnlyList<Addressee> managers, DateTimeOffset now, CancellationToken token)
    {
        if (managers.Count == 0) return [];
        var company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(token);
        var sent = await db.CompanyUpdates.Where(u => u.CompanyId == member.CompanyId && u.SentAt != null).Select(u => u.QuarterIndex).ToListAsync(token);
        return
        [
            .. from quarter in QuartersOf(member, until)
               where !sent.Contains(quarter.Index)
               from asking in new[] { (Kind: "UpdateDue", At: UpdateRules.AskedAt(quarter)), (Kind: "UpdateOverdue", At: UpdateRules.ChasedAt(quarter)) }
               where asking.At > now
               from manager in managers
               select new Tell
               {
                   Event = EventOf(member, quarter),
                   Kind = asking.Kind,
                   Recipient = manager.Mail,
                   Language = manager.Language,
                   PersonId = manager.PersonId,
                   Topic = NoticeTopic.CohortReminders,
                   Facts = new Dictionary<string, string>
                   {
                       ["company"] = company,
                       ["year"] = HistoryBook.Text(quarter.Year)!,
                       ["number"] = HistoryBook.Text(quarter.Number)!,
                       ["link"] = $"/cohorts/members/{member.Reference}/updates/{quarter}",
                   },
                   DueAt = asking.At,
               },
        ];
    }

    internal static async Task<List<Tell>> FollowUpsToAskForAsync(
        this IncubatorDb db, CohortMember member, IReadOnlyList<FollowUp> followUps, IReadOnlyList<Addressee> managers, CancellationToken token)
    {
        if (managers.Count == 0) return [];
        var company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(token);
        return
        [
            .. from followUp in followUps
               from manager in managers
               select new Tell
               {
                   Event = EventOf(followUp),
                   Kind = "FollowUpDue",
                   Recipient = manager.Mail,
                   Language = manager.Language,
                   PersonId = manager.PersonId,
                   Topic = NoticeTopic.CohortReminders,
                   Facts = new Dictionary<string, string>
                   {
                       ["company"] = company,
                       ["months"] = HistoryBook.Text(followUp.AfterMonths)!,
                       ["link"] = $"/cohorts/follow-ups/{followUp.Reference}",
                   },
                   DueAt = LabTime.AtMinute(followUp.DueOn, UpdateRules.Morning),
               },
        ];
    }

    /// <summary>Nobody is asked any more for the quarters from this one on.</summary>
    internal static async Task StopAskingAsync(
        this IncubatorDb db, CohortMember member, CalendarQuarter from, CalendarQuarter until, DateTimeOffset now, CancellationToken token)
    {
        for (var quarter = from; quarter <= until; quarter = quarter.Next) await db.WithdrawAsync(EventOf(member, quarter), now, token);
    }

    internal static string EventOf(FollowUp followUp) => $"FollowUp:{followUp.Id}";

    // With its first day: a company that left and came back is asked anew.
    internal static string EventOf(CohortMember member, CalendarQuarter quarter) => $"Update:{member.Id}:{HistoryBook.Text(member.From)}:{quarter}";

    /// <summary>Those that end in the company's time in the cohort.</summary>
    internal static IEnumerable<CalendarQuarter> QuartersOf(CohortMember member, DateOnly until)
    {
        for (var quarter = CalendarQuarter.Of(member.From); quarter.LastDay <= until; quarter = quarter.Next) yield return quarter;
    }
}
