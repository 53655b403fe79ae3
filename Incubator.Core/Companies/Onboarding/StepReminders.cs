using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>What a company's managers are told of its steps. Inside a write transaction only.</summary>
internal sealed class StepReminders(IncubatorDb db)
{
    public const string Refused = "StepRefused";
    public const string Revoked = "StepRevoked";

    /// <summary>Writes what will be due; what would have been due already is left out.</summary>
    public async Task RemindAsync(StepRecord record, OnboardingStep step, DateTimeOffset now, CancellationToken token)
    {
        if (record.ValidUntil is not { } until) return;
        foreach (var days in ReminderRules.DaysAhead)
        {
            var due = ReminderRules.At(until.AddDays(-days));
            if (due > now) await TellAsync(new StepReminder(ReminderRules.Expires, record, step, days, due), now, token);
        }
    }

    /// <summary>Before the record's end changes, or when it counts no more.</summary>
    public async Task WithdrawAsync(StepRecord record, DateTimeOffset now, CancellationToken token)
    {
        foreach (var happened in ReminderRules.EventsOf(record)) await db.WithdrawAsync(happened, now, token);
    }

    /// <summary>Once every step was begun nobody is told that some were not.</summary>
    public async Task WithdrawMissingAsync(long companyId, DateTimeOffset now, CancellationToken token)
    {
        var events = (await db.Memberships.Where(m => m.CompanyId == companyId).Select(m => m.Id).ToListAsync(token)).ConvertAll(ReminderRules.MissingEvent);
        if (!await db.Notices.AnyAsync(n => events.Contains(n.Event) && (n.State == NoticeState.Waiting || n.State == NoticeState.Parked), token)) return;
        var people = await PeopleAsync([companyId], token);
        var facts = await new OnboardingReader(db).ReadAsync(companyId, token);
        if (ReminderRules.NotStarted(facts, [.. people.Select(p => p.PersonId)], LabTime.DateOf(now)).Any()) return;
        foreach (var happened in events) await db.WithdrawAsync(happened, now, token);
    }

    public Task TellDecisionAsync(string kind, StepRecord record, OnboardingStep step, DateTimeOffset now, CancellationToken token) =>
        TellAsync(new StepReminder(kind, record, step, null, null), now, token);

    public async Task<IReadOnlyList<CompanyPerson>> PeopleAsync(IReadOnlyCollection<long> companies, CancellationToken cancel) => await (
            from member in db.CompanyMembers
            join person in db.Users on member.PersonId equals person.Id
            where companies.Contains(member.CompanyId)
            orderby person.Id
            select new CompanyPerson(member.CompanyId, person.Id, person.FullName))
        .AsNoTracking().ToListAsync(cancel);

    /// <param name="whose">The name of the person whose step it is.</param>
    public static Tell TellOf(StepReminder reminder, string company, string? whose, Addressee manager) => new()
    {
        Event = reminder.Event,
        Kind = reminder.Kind,
        Recipient = manager.Mail,
        Language = manager.Language,
        PersonId = manager.PersonId,
        Topic = reminder.Kind is Refused or Revoked ? null : NoticeTopic.OnboardingReminders,
        DueAt = reminder.DueAt,
        Facts = new Dictionary<string, string>
        {
            ["company"] = company,
            ["step"] = NameOf(reminder.Step, whose, manager.Language),
            ["until"] = HistoryBook.Text(reminder.Record.ValidUntil) ?? "",
            ["reason"] = reminder.Record.Reason ?? "",
            ["link"] = "/my-company/onboarding",
        },
    };

    public static string NameOf(OnboardingStep step, string? whose, string language) =>
        whose is null ? step.Name.In(language) : $"{step.Name.In(language)} ({whose})";

    private async Task TellAsync(StepReminder reminder, DateTimeOffset now, CancellationToken token)
    {
        var managers = await db.ManagersToTellAsync(reminder.Record.CompanyId, token);
        if (managers.Count == 0) return;
        var company = await db.Companies.Where(c => c.Id == reminder.Record.CompanyId).Select(c => c.Name).SingleAsync(token);
        var whose = reminder.Record.PersonId is { } id ? await db.Users.Where(u => u.Id == id).Select(u => u.FullName).SingleOrDefaultAsync(token) : null;
        foreach (var manager in managers) await db.TellAsync(TellOf(reminder, company, whose, manager), now, token);
    }
}

internal sealed record CompanyPerson(long CompanyId, long PersonId, string Name);

/// <param name="Days">Before the last day that counts; null: a decision.</param>
/// <param name="DueAt">Null: at once.</param>
internal sealed record StepReminder(string Kind, StepRecord Record, OnboardingStep Step, int? Days, DateTimeOffset? DueAt)
{
    public string Event => Days is { } days ? ReminderRules.EventOf(Record, days) : $"{Kind}:{Record.Id}";
}

/// <summary>When a company is told of its steps. Pure.</summary>
internal static class ReminderRules
{
    public const string Expires = "StepExpires";
    public const string Expired = "StepExpired";

    /// <summary>Days before the last day that counts.</summary>
    public static readonly int[] DaysAhead = [60, 30, 7];

    /// <summary>In the place of the days ahead: the day after the last one.</summary>
    public const int Over = -1;

    /// <summary>Days after joining on which a step that was never begun is told of.</summary>
    public const int JoinedDays = 7;

    /// <summary>Days for which it is still of use to be told late.</summary>
    public const int UsefulDays = 7;

    private const int Morning = 8 * 60;

    /// <summary>08:00 local.</summary>
    public static DateTimeOffset At(DateOnly day) => LabTime.AtMinute(day, Morning);

    public static string EventOf(StepRecord record, int days) =>
        string.Create(CultureInfo.InvariantCulture, $"{Expires}:{record.Id}:{record.ValidUntil:yyyy-MM-dd}:{days}");

    /// <summary>All that is ever said of the record's end.</summary>
    public static IEnumerable<string> EventsOf(StepRecord record) =>
        record.ValidUntil is null ? [] : DaysAhead.Append(Over).Select(days => EventOf(record, days));

    public static string MissingEvent(long membershipId) => string.Create(CultureInfo.InvariantCulture, $"StepsMissing:{membershipId}");

    /// <summary>What will be said of ends, and what is said now because the day has come; nothing of what is renewed, or asked for no more.</summary>
    /// <param name="people">Who belongs to the company.</param>
    public static IEnumerable<StepReminder> OfEnds(OnboardingFacts facts, IReadOnlySet<long> people, DateTimeOffset now)
    {
        var today = LabTime.DateOf(now);
        var asked = OnboardingRules.AskedOn(facts, today).ToDictionary(s => s.Id);
        foreach (var record in facts.Records.Where(r => r.State == RecordState.Accepted && r.ValidUntil is not null))
        {
            var until = record.ValidUntil!.Value;
            if (!asked.TryGetValue(record.StepId, out var step) || (record.PersonId is { } person && !people.Contains(person))) continue;
            if (OnboardingRules.StandingOn(step, facts.Records, record.PersonId, until.AddDays(1)).IsDone) continue;
            foreach (var days in DaysAhead.Where(d => At(until.AddDays(-d)) > now))
                yield return new StepReminder(Expires, record, step, days, At(until.AddDays(-days)));
            if (now < At(until.AddDays(1)) || today > until.AddDays(UsefulDays)) continue;
            var standing = OnboardingRules.StandingOn(step, facts.Records, record.PersonId, today);
            if (standing is { State: StepState.Expired, Waiting: null } && standing.Record!.Id == record.Id)
                yield return new StepReminder(Expired, record, step, Over, null);
        }
    }

    /// <summary>The memberships that began a week ago: whoever came with them is told of what was never begun.</summary>
    public static IEnumerable<Membership> Joined(OnboardingFacts facts, DateTimeOffset now)
    {
        var today = LabTime.DateOf(now);
        return facts.Memberships.Where(m => m.Covers(today) && now >= At(m.From.AddDays(JoinedDays)) && today < m.From.AddDays(JoinedDays + UsefulDays));
    }

    /// <summary>What is asked for and nobody began, of what the company or its people can begin.</summary>
    public static IEnumerable<(OnboardingStep Step, long? PersonId)> NotStarted(OnboardingFacts facts, IReadOnlyList<long> people, DateOnly today) =>
        from step in OnboardingRules.AskedOn(facts, today)
        where step.Doer != StepDoer.Staff
        from person in step.PerPerson ? people.Select(p => (long?)p) : [null]
        where OnboardingRules.StandingOn(step, facts.Records, person, today).State == StepState.NotStarted
        select (step, person);
}
