using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Reporting;

/// <summary>
/// One letter to each of the staff on each working morning: what <see cref="StaffDay"/> shows on their home page at that time. Written
/// from 07:00 on, local; where nobody was there to write it, until noon. On a morning without anything to tell, nothing.
/// </summary>
public sealed class StaffDigest(IncubatorDb db, StaffDay day, TimeProvider clock) : IJob
{
    private const int From = 7 * 60;
    private const int Until = 12 * 60;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var from = LabTime.AtMinute(today, From);
        if (now < from || now >= LabTime.AtMinute(today, Until) || await db.HasRunSinceAsync(nameof(StaffDigest), from, cancel)) return JobReport.Nothing;
        var exception = await db.CalendarExceptions.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Date == today && e.SiteId == null && e.ResourceId == null, cancel);
        if (!WorkingDays.Is(today, exception)) return JobReport.Nothing;
        var happened = $"StaffDigest:{HistoryBook.Text(today)}";
        var told = await db.Notices.Where(n => n.Event == happened).Select(n => n.PersonId).ToListAsync(cancel);
        var staff = (await db.StaffToTellAsync(cancel)).FindAll(s => !told.Contains(s.PersonId));
        if (staff.Count == 0) return JobReport.Nothing;
        var shown = await day.ReadAsync(cancel);
        var letters = staff.Select(s => s.Language).Distinct().ToDictionary(language => language, language => RowsOf(shown, language));
        if (letters.Values.First().IsEmpty) return JobReport.Nothing;
        var written = await db.CommitAsync<int>(token => WriteAsync(happened, today, staff, letters, now, token), Untold.ToldMeanwhile, cancel);
        return JobReport.Of("Told", written.Count());
    }

    private async Task<Result<int>> WriteAsync(
        string happened, DateOnly today, List<Addressee> staff, Dictionary<string, DigestRows> letters, DateTimeOffset now, CancellationToken token) =>
        await db.TellOnceAsync(staff.Select(to => new Tell
        {
            Event = happened,
            Kind = "StaffDigest",
            Recipient = to.Mail,
            Language = to.Language,
            PersonId = to.PersonId,
            Topic = NoticeTopic.Digests,
            Facts = new Dictionary<string, string>(letters[to.Language].Counts) { ["day"] = HistoryBook.Text(today)!, [NoticeFacts.Link] = "/" },
            Lists = letters[to.Language].Lists,
        }), now, token);

    /// <summary>What the letter tells, in the reader's language.</summary>
    internal static DigestRows RowsOf(StaffDay.Shown shown, string language)
    {
        var today = LabTime.DateOf(shown.Now);
        (string, Func<ReservationRow, string>)[] reservation =
        [
            ("time", r => DigestRows.TimesOn(today, r.Slot)), ("what", r => r.WhatIn(language)), ("company", r => r.Company),
        ];
        return new DigestRows()
            .Add("reservations", [.. shown.Running.Concat(shown.Arrivals).OrderBy(r => r.Start)], reservation)
            .Add("first", [.. shown.Arrivals.Where(r => r.IsFirstVisit).Select(r => r.Company).Distinct()], ("company", c => c))
            .Add("overdue", shown.Overdue, reservation)
            .Add("undecided", shown.Undecided, reservation)
            .Add("missed", shown.Missed, reservation)
            .Add("evidence", shown.Onboarding.Waiting,
                ("step", t => t.Person is null ? t.StepName.In(language) : $"{t.StepName.In(language)} ({t.Person})"), ("company", t => t.CompanyName))
            .Add("affected", [.. shown.Onboarding.Affected.GroupBy(a => a.Company)],
                ("company", g => g.First().CompanyName), ("count", g => HistoryBook.Text(g.Count())!),
                ("day", g => HistoryBook.Text(LabTime.DateOf(g.First().Slot.Start))!))
            .Add("assign", [.. shown.Calls.Where(c => c.ToAssign > 0)], ("call", c => c.Title.In(language)), ("count", c => HistoryBook.Text(c.ToAssign)!))
            .Add("decide", [.. shown.Calls.Where(c => c.ToDecide > 0)], ("call", c => c.Title.In(language)), ("count", c => HistoryBook.Text(c.ToDecide)!))
            .Add("challenges", shown.Camps, ("camp", c => c.Name.In(language)), ("count", c => HistoryBook.Text(c.ToDecide)!))
            .Add("milestones", shown.Cohorts.Milestones,
                ("milestone", m => m.Milestone.Text), ("company", m => m.Company), ("due", m => HistoryBook.Text(m.Milestone.DueOn)!))
            .Add("updates", shown.Cohorts.Updates,
                ("company", u => u.Company), ("year", u => HistoryBook.Text(u.Quarter.Year)!), ("number", u => HistoryBook.Text(u.Quarter.Number)!))
            .Add("seats", shown.Cohorts.Gone, ("company", r => r.Company), ("cohort", r => r.Cohort.Name(language)))
            .Add("followUps", shown.Cohorts.FollowUps)
            .Add("outages", shown.Outages,
                ("resource", o => o.Name.In(language)), ("reason", o => o.Reason), ("until", o => HistoryBook.Text(o.End)!))
            .Add("mails", shown.Parked)
            .Add("jobs", shown.FailedJobs.Count);
    }
}
