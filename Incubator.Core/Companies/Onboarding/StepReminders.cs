using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>What a company's managers are told of its steps. Inside a write transaction only.</summary>
internal sealed class StepReminders(IncubatorDb db)
{
    public const string Expires = "StepExpires";
    public const string Refused = "StepRefused";
    public const string Revoked = "StepRevoked";

    /// <summary>Days before the last day that counts.</summary>
    public static readonly int[] DaysAhead = [60, 30, 7];

    private const int At = 8 * 60;

    /// <summary>Writes what will be due; what would have been due already is left out.</summary>
    public async Task RemindAsync(StepRecord record, OnboardingStep step, DateTimeOffset now, CancellationToken token)
    {
        if (record.ValidUntil is not { } until) return;
        foreach (var days in DaysAhead)
        {
            var due = LabTime.AtMinute(until.AddDays(-days), At);
            if (due > now) await TellAsync(EventOf(record, until, days), Expires, record, step, now, due, token);
        }
    }

    /// <summary>Before the record's end changes, or when it counts no more.</summary>
    public async Task WithdrawAsync(StepRecord record, DateTimeOffset now, CancellationToken token)
    {
        if (record.ValidUntil is not { } until) return;
        foreach (var days in DaysAhead) await db.WithdrawAsync(EventOf(record, until, days), now, token);
    }

    public Task TellDecisionAsync(string kind, StepRecord record, OnboardingStep step, DateTimeOffset now, CancellationToken token) =>
        TellAsync($"{kind}:{record.Id}", kind, record, step, now, null, token);

    private static string EventOf(StepRecord record, DateOnly until, int days) =>
        string.Create(CultureInfo.InvariantCulture, $"{Expires}:{record.Id}:{until:yyyy-MM-dd}:{days}");

    private async Task TellAsync(
        string happened, string kind, StepRecord record, OnboardingStep step, DateTimeOffset now, DateTimeOffset? due, CancellationToken token)
    {
        var managers = await (
                from member in db.CompanyMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CompanyId == record.CompanyId && member.Role == MemberRole.Manager && person.Email != null
                select new { person.Email, person.Language })
            .AsNoTracking().ToListAsync(token);
        if (managers.Count == 0) return;
        var company = await db.Companies.Where(c => c.Id == record.CompanyId).Select(c => c.Name).SingleAsync(token);
        var whose = record.PersonId is { } id ? await db.Users.Where(u => u.Id == id).Select(u => u.FullName).SingleOrDefaultAsync(token) : null;
        foreach (var manager in managers)
        {
            await db.TellAsync(new Tell
            {
                Event = happened,
                Kind = kind,
                Recipient = manager.Email!,
                Language = manager.Language,
                DueAt = due,
                Facts = new Dictionary<string, string>
                {
                    ["company"] = company,
                    ["step"] = whose is null ? step.Name.In(manager.Language) : $"{step.Name.In(manager.Language)} ({whose})",
                    ["until"] = record.ValidUntil is { } until ? TextTemplate.Day(until, manager.Language) : "",
                    ["reason"] = record.Reason ?? "",
                    ["link"] = "/my-company/onboarding",
                },
            }, now, token);
        }
    }
}
