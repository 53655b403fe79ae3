using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Reporting;

/// <summary>
/// One letter a week to each person of each company: the week's reservations, and which steps of the onboarding they are to do; to
/// managers also the company's steps, its milestones and its updates. Written on Mondays from 07:00 on, local; where nobody was there
/// to write it, until Tuesday noon. Without anything to tell, nothing.
/// </summary>
public sealed class CompanyDigest(IncubatorDb db, OnboardingReader onboarding, CohortBoard board, TimeProvider clock) : IJob
{
    /// <summary>Days ahead in which an end is told.</summary>
    public const int EndsWithinDays = 30;

    private const int From = 7 * 60;
    private const int Until = 12 * 60;
    private const int CompaniesAtOnce = 200;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (MondayAt(now) is not { } monday || await db.HasRunSinceAsync(nameof(CompanyDigest), LabTime.AtMinute(monday, From), cancel)) return JobReport.Nothing;
        var ids = await db.Companies.Where(c => c.IsActive && db.CompanyMembers.Any(m => m.CompanyId == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        var told = 0;
        foreach (var companies in ids.Chunk(CompaniesAtOnce))
        {
            var untold = await db.UntoldAsync(await PlanAsync(companies, monday, cancel), cancel);
            told += await Sweep.EachAsync(untold.GroupBy(t => t.Event), async company =>
                (await db.CommitAsync<int>(async token => await db.TellOnceAsync(company, now, token), Untold.ToldMeanwhile, cancel)).Count(), cancel);
        }

        return JobReport.Of("Told", told);
    }

    /// <summary>The Monday whose letter may be written now; null: none.</summary>
    public static DateOnly? MondayAt(DateTimeOffset now)
    {
        var today = LabTime.DateOf(now);
        return today.DayOfWeek switch
        {
            DayOfWeek.Monday when now >= LabTime.AtMinute(today, From) => today,
            DayOfWeek.Tuesday when now < LabTime.AtMinute(today, Until) => today.AddDays(-1),
            _ => null,
        };
    }

    private async Task<List<Tell>> PlanAsync(IReadOnlyCollection<long> companies, DateOnly monday, CancellationToken cancel)
    {
        var (start, end) = (LabTime.StartOf(monday), LabTime.StartOf(monday.AddDays(7)));
        var reservations = (await db.ReadRowsAsync(db.Reservations
            .Where(r => companies.Contains(r.CompanyId) && r.Start >= start && r.Start < end &&
                (r.State == ReservationState.Confirmed || r.State == ReservationState.Requested || r.State == ReservationState.InUse))
            .OrderBy(r => r.Start).ThenBy(r => r.Id), cancel)).ToLookup(r => r.CompanyId);
        var facts = await onboarding.ReadAsync(companies, cancel);
        var cohorts = (await board.ReadAsync(
            db.CohortMembers.Where(m => companies.Contains(m.CompanyId) && m.State == CohortMemberState.Active), monday, cancel)).ToLookup(r => r.Member.CompanyId);
        var names = await db.Companies.Where(c => companies.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var people = await (
                from member in db.CompanyMembers
                join person in db.Users.WhoMayBeTold() on member.PersonId equals person.Id
                where companies.Contains(member.CompanyId)
                orderby member.CompanyId, person.Id
                select new { member.CompanyId, member.Role, person.FullName, To = new Addressee(person.Id, person.Email!, person.Language) })
            .AsNoTracking().ToListAsync(cancel);
        var tells = new List<Tell>();
        foreach (var company in people.GroupBy(p => p.CompanyId))
        {
            var week = new CompanyWeek(
                monday, [.. reservations[company.Key]], facts[company.Key], [.. cohorts[company.Key]], company.ToDictionary(p => p.To.PersonId, p => p.FullName));
            foreach (var person in company)
            {
                var rows = week.RowsFor(person.To.PersonId, person.Role, person.To.Language);
                if (rows.IsEmpty) continue;
                tells.Add(new Tell
                {
                    Event = $"CompanyDigest:{HistoryBook.Text(company.Key)}:{HistoryBook.Text(monday)}",
                    Kind = "CompanyDigest",
                    Recipient = person.To.Mail,
                    Language = person.To.Language,
                    PersonId = person.To.PersonId,
                    Topic = NoticeTopic.Digests,
                    Facts = new Dictionary<string, string>(rows.Counts)
                    {
                        ["company"] = names[company.Key],
                        ["day"] = HistoryBook.Text(monday)!,
                        [NoticeFacts.Link] = "/",
                    },
                    Lists = rows.Lists,
                });
            }
        }

        return tells;
    }
}

/// <summary>A company's week as each of its people is told of it. Pure.</summary>
/// <param name="People">Names by number.</param>
internal sealed record CompanyWeek(
    DateOnly Monday, IReadOnlyList<ReservationRow> Reservations, OnboardingFacts Onboarding, IReadOnlyList<BoardRow> Cohorts,
    IReadOnlyDictionary<long, string> People)
{
    public DigestRows RowsFor(long person, MemberRole role, string language)
    {
        var isManager = role == MemberRole.Manager;
        var standings = StandingsFor(person, isManager).ToList();
        string Name(StepStanding s) => s.PersonId is { } id ? $"{s.Step.Name.In(language)} ({People[id]})" : s.Step.Name.In(language);
        var last = Monday.AddDays(CompanyDigest.EndsWithinDays);
        var sunday = Monday.AddDays(6);
        return new DigestRows()
            .Add("reservations", Reservations,
                ("day", r => HistoryBook.Text(LabTime.DateOf(r.Start))!), ("time", r => DigestRows.TimesOn(LabTime.DateOf(r.Start), r.Slot)), ("what", r => r.WhatIn(language)))
            .Add("missing", standings.FindAll(s => !s.IsDone && s.Waiting is null && s.State != StepState.NotYetValid), ("step", Name))
            .Add("ending", standings.FindAll(s => s.IsDone && s.Waiting is null && s.Record!.ValidUntil <= last),
                ("step", Name), ("until", s => HistoryBook.Text(s.Record!.ValidUntil)!))
            .Add<Milestone>("milestones",
                isManager ? [.. Cohorts.SelectMany(c => c.Milestones).Select(m => m.Milestone).Where(m => m.State == MilestoneState.Open && m.DueOn <= sunday)] : [],
                ("milestone", m => m.Text), ("due", m => HistoryBook.Text(m.DueOn)!))
            .Add<CalendarQuarter>("updates",
                isManager ? [.. Cohorts.SelectMany(c => c.Missing).Distinct().Where(q => UpdateRules.IsAsked(q, sunday)).Order()] : [],
                ("year", q => HistoryBook.Text(q.Year)!), ("number", q => HistoryBook.Text(q.Number)!));
    }

    /// <summary>A member's own steps; a manager's also the company's, and those of all its people. What staff confirm is staff's to do.</summary>
    private IEnumerable<StepStanding> StandingsFor(long person, bool isManager) =>
        from step in OnboardingRules.AskedOn(Onboarding, Monday)
        where step.Doer != StepDoer.Staff
        from whose in !step.PerPerson ? (isManager ? new long?[] { null } : []) : isManager ? People.Keys.Select(p => (long?)p) : [person]
        select OnboardingRules.StandingOn(step, Onboarding.Records, whose, Monday);
}
