using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// Tells companies' managers of steps that end, that have ended, and that nobody began a week after the company came. Whoever became
/// a manager later is told what is still to come; who is none any more is told nothing.
/// </summary>
public sealed class RemindOfSteps(IncubatorDb db, OnboardingReader onboarding, TimeProvider clock) : IJob
{
    private const int CompaniesAtOnce = 200;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var told = 0;
        foreach (var companies in (await ConcernedAsync(LabTime.DateOf(now), cancel)).Chunk(CompaniesAtOnce))
        {
            var plan = await PlanAsync(companies, now, cancel);
            var untold = (await db.UntoldAsync([.. plan.SelectMany(p => p.Tells)], cancel)).ToHashSet();
            var foreign = await ToldToOthersAsync(plan, cancel);
            told += await Sweep.EachAsync(plan.Where(p => p.Tells.Any(untold.Contains) || foreign.Contains(p.CompanyId)), p => TellAsync(p.CompanyId, now, cancel), cancel);
        }

        return JobReport.Of("Told", told);
    }

    // Judged again under the company's lock: what is handed in meanwhile waits, or is seen.
    private async Task<int> TellAsync(long companyId, DateTimeOffset now, CancellationToken cancel) => (await db.CommitAsync<int>(async token =>
    {
        await CompanyPeople.LockAsync(db, companyId, token);
        var told = 0;
        foreach (var plan in await PlanAsync([companyId], now, token))
        {
            told += await db.TellOnceAsync(plan.Tells, now, token);
            await db.WithdrawFromOthersAsync(plan.Events, plan.Managers, now, token);
        }

        return told;
    }, Untold.ToldMeanwhile, cancel)).Count();

    /// <summary>Active companies with something that ends or ended, and those that came a week or two ago.</summary>
    private async Task<List<long>> ConcernedAsync(DateOnly today, CancellationToken cancel)
    {
        var (first, last) = (today.AddDays(-ReminderRules.UsefulDays), today.AddDays(ReminderRules.DaysAhead.Max() + 1));
        var (joinedFrom, joinedUntil) = (today.AddDays(-ReminderRules.JoinedDays - ReminderRules.UsefulDays), today.AddDays(-ReminderRules.JoinedDays));
        var ending = db.StepRecords.Where(r => r.State == RecordState.Accepted && r.ValidUntil >= first && r.ValidUntil <= last).Select(r => r.CompanyId);
        var joined = db.Memberships.Where(m => m.From > joinedFrom && m.From <= joinedUntil).Select(m => m.CompanyId);
        return await db.Companies.Where(c => c.IsActive && (ending.Contains(c.Id) || joined.Contains(c.Id))).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
    }

    private async Task<List<Plan>> PlanAsync(IReadOnlyCollection<long> companies, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = await onboarding.ReadAsync(companies, cancel);
        var people = (await new StepReminders(db).PeopleAsync(companies, cancel)).ToLookup(p => p.CompanyId);
        var names = await db.Companies.Where(c => companies.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var managers = (await (
                from member in db.CompanyMembers
                join person in db.Users.WhoMayBeTold() on member.PersonId equals person.Id
                where companies.Contains(member.CompanyId) && member.Role == MemberRole.Manager
                orderby person.Id
                select new { member.CompanyId, To = new Addressee(person.Id, person.Email!, person.Language) })
            .ToListAsync(cancel)).ToLookup(m => m.CompanyId, m => m.To);
        return [.. companies.Select(id => PlanOf(id, names[id], facts[id], [.. people[id]], [.. managers[id]], now))];
    }

    private static Plan PlanOf(
        long companyId, string company, OnboardingFacts facts, List<CompanyPerson> people, List<Addressee> managers, DateTimeOffset now)
    {
        var called = people.ToDictionary(p => p.PersonId, p => p.Name);
        var tells = new List<Tell>();
        foreach (var reminder in ReminderRules.OfEnds(facts, called.Keys.ToHashSet(), now))
            tells.AddRange(managers.Select(m => StepReminders.TellOf(reminder, company, NameIn(called, reminder.Record.PersonId), m)));
        var missing = ReminderRules.NotStarted(facts, [.. called.Keys], LabTime.DateOf(now)).ToList();
        if (missing.Count > 0)
        {
            foreach (var membership in ReminderRules.Joined(facts, now))
            {
                tells.AddRange(managers.Select(m => new Tell
                {
                    Event = ReminderRules.MissingEvent(membership.Id),
                    Kind = "StepsMissing",
                    Recipient = m.Mail,
                    Language = m.Language,
                    PersonId = m.PersonId,
                    Topic = NoticeTopic.OnboardingReminders,
                    Facts = new Dictionary<string, string> { ["company"] = company, ["link"] = "/my-company/onboarding" },
                    Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
                    {
                        ["steps"] = [.. missing.Select(s => new Dictionary<string, string>
                        {
                            ["step"] = StepReminders.NameOf(s.Step, NameIn(called, s.PersonId), m.Language),
                        })],
                    },
                }));
            }
        }

        var events = facts.Records.SelectMany(ReminderRules.EventsOf).Concat(facts.Memberships.Select(m => ReminderRules.MissingEvent(m.Id)));
        return new Plan(companyId, managers, tells, [.. events]);
    }

    private static string? NameIn(Dictionary<long, string> people, long? id) => id is { } known ? people.GetValueOrDefault(known) : null;

    /// <summary>Companies of which something waits for somebody who is no manager.</summary>
    private async Task<HashSet<long>> ToldToOthersAsync(IReadOnlyList<Plan> plans, CancellationToken cancel)
    {
        var whose = plans.SelectMany(p => p.Events.Select(e => (Event: e, Plan: p))).ToDictionary(e => e.Event, e => e.Plan);
        var others = new HashSet<long>();
        foreach (var events in whose.Keys.Chunk(500))
        {
            var waiting = await db.Notices.Where(n => events.Contains(n.Event) && n.State == NoticeState.Waiting && n.PersonId != null)
                .Select(n => new { n.Event, n.PersonId }).ToListAsync(cancel);
            others.UnionWith(waiting.Where(w => whose[w.Event].Managers.All(m => m.PersonId != w.PersonId)).Select(w => whose[w.Event].CompanyId));
        }

        return others;
    }

    /// <param name="Events">All that may have been written of the company's steps.</param>
    private sealed record Plan(long CompanyId, IReadOnlyList<Addressee> Managers, IReadOnlyList<Tell> Tells, IReadOnlyList<string> Events);
}
