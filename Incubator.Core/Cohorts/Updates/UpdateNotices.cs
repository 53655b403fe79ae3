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
        var managers = await ManagersAsync(db, member.CompanyId, token);
        if (managers.Count == 0) return;
        var company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(token);
        var sent = await db.CompanyUpdates.Where(u => u.CompanyId == member.CompanyId && u.SentAt != null).Select(u => u.QuarterIndex).ToListAsync(token);
        for (var quarter = CalendarQuarter.Of(member.From); quarter.LastDay <= until; quarter = quarter.Next)
        {
            if (sent.Contains(quarter.Index)) continue;
            foreach (var (kind, at) in new[] { ("UpdateDue", UpdateRules.AskedAt(quarter)), ("UpdateOverdue", UpdateRules.ChasedAt(quarter)) })
            {
                if (at <= now) continue;
                foreach (var (address, language) in managers)
                {
                    await db.TellAsync(new Tell
                    {
                        Event = EventOf(member, quarter),
                        Kind = kind,
                        Recipient = address,
                        Language = language,
                        Facts = new Dictionary<string, string>
                        {
                            ["company"] = company,
                            ["year"] = HistoryBook.Text(quarter.Year)!,
                            ["number"] = HistoryBook.Text(quarter.Number)!,
                            ["link"] = $"/cohorts/members/{member.Reference}/updates/{quarter}",
                        },
                        DueAt = at,
                    }, now, token);
                }
            }
        }
    }

    /// <summary>Nobody is asked any more for the quarters from this one on.</summary>
    internal static async Task StopAskingAsync(
        this IncubatorDb db, CohortMember member, CalendarQuarter from, CalendarQuarter until, DateTimeOffset now, CancellationToken token)
    {
        for (var quarter = from; quarter <= until; quarter = quarter.Next) await db.WithdrawAsync(EventOf(member, quarter), now, token);
    }

    /// <summary>Asks the alumni's managers on each follow-up's day, 08:00 local.</summary>
    internal static async Task AskForFollowUpsAsync(
        this IncubatorDb db, CohortMember member, IReadOnlyList<FollowUp> followUps, DateTimeOffset now, CancellationToken token)
    {
        var managers = await ManagersAsync(db, member.CompanyId, token);
        if (managers.Count == 0) return;
        var company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(token);
        foreach (var followUp in followUps)
        {
            foreach (var (address, language) in managers)
            {
                await db.TellAsync(new Tell
                {
                    Event = EventOf(followUp),
                    Kind = "FollowUpDue",
                    Recipient = address,
                    Language = language,
                    Facts = new Dictionary<string, string>
                    {
                        ["company"] = company,
                        ["months"] = HistoryBook.Text(followUp.AfterMonths)!,
                        ["link"] = $"/cohorts/follow-ups/{followUp.Reference}",
                    },
                    DueAt = LabTime.AtMinute(followUp.DueOn, UpdateRules.Morning),
                }, now, token);
            }
        }
    }

    internal static string EventOf(FollowUp followUp) => $"FollowUp:{followUp.Id}";

    internal static async Task<List<(string Address, string Language)>> ManagersAsync(IncubatorDb db, long companyId, CancellationToken token) =>
        [.. (await (
                from m in db.CompanyMembers
                join person in db.Users on m.PersonId equals person.Id
                where m.CompanyId == companyId && m.Role == MemberRole.Manager && person.Email != null
                orderby person.Id
                select new { person.Email, person.Language })
            .ToListAsync(token)).Select(m => (m.Email!, m.Language))];

    // With its first day: a company that left and came back is asked anew.
    private static string EventOf(CohortMember member, CalendarQuarter quarter) => $"Update:{member.Id}:{HistoryBook.Text(member.From)}:{quarter}";
}
