using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Reporting;

/// <summary>What of today needs staff: read once for their home page and for their morning's digest, so that the two never differ.</summary>
public sealed class StaffDay(IncubatorDb db, NoShowWatch noShows, OnboardingTasks onboarding, CohortBoard board, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<Shown> ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var tomorrow = LabTime.StartOf(today.AddDays(1));
        var since = now - Reservation.MaxLength;
        // The latest first, so that a long row of forgotten ones never hides today's.
        var rows = await db.ReadRowsAsync(db.Reservations
            .Where(r => r.State == ReservationState.InUse ||
                (r.State == ReservationState.Confirmed && r.Start > since && r.Start < tomorrow))
            .OrderByDescending(r => r.Start).Take(Most), cancel);
        rows.Reverse();
        var windows = await (
                from w in db.MaintenanceWindows
                join r in db.Resources on w.ResourceId equals r.Id
                where !w.IsCancelled && w.ExternalCalendarId == null && (w.IsOpen || (w.Start <= now && w.End > now))
                orderby w.End
                select new Outage(r.Code, new LocalName(r.NameHu, r.NameEn), w.Unit, w.IsOpen, w.End, w.Reason))
            .AsNoTracking().Take(Most).ToListAsync(cancel);
        var missed = now - UseDesk.NoShowGrace;
        var undecided = await UndecidedAsync(cancel);
        var asked = undecided.Select(r => r.Id).ToHashSet();
        return new Shown(
            now,
            rows.FindAll(r => r.State == ReservationState.InUse && r.End <= now),
            undecided,
            rows.FindAll(r => r.State == ReservationState.Confirmed && r.Start <= missed && !asked.Contains(r.Id)),
            await MarkFirstVisitsAsync(rows.FindAll(r => r.State == ReservationState.Confirmed && r.Start > missed), LabTime.StartOf(today), cancel),
            rows.FindAll(r => r.State == ReservationState.InUse && r.End > now),
            windows,
            await onboarding.LoadAsync(cancel),
            await CallsAsync(now, cancel),
            await CohortsAsync(today, cancel),
            await ChallengesAsync(cancel),
            await db.Notices.CountAsync(n => n.State == NoticeState.Parked, cancel),
            await db.JobStates.Where(j => j.Failure != null).OrderBy(j => j.Name).Select(j => j.Name).ToListAsync(cancel));
    }

    /// <summary>Those that were left to staff, however long ago.</summary>
    private async Task<List<ReservationRow>> UndecidedAsync(CancellationToken cancel)
    {
        var ids = (await noShows.UndecidedAsync(cancel)).Select(u => u.Id).Take(Most).ToList();
        return ids.Count == 0 ? [] : await db.ReadRowsAsync(db.Reservations.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Start), cancel);
    }

    private async Task<List<ReservationRow>> MarkFirstVisitsAsync(List<ReservationRow> arrivals, DateTimeOffset before, CancellationToken cancel)
    {
        var companies = arrivals.Select(r => r.CompanyId).Distinct().ToList();
        if (companies.Count == 0) return arrivals;
        var known = await db.Reservations
            .Where(r => companies.Contains(r.CompanyId) && r.Start < before && (r.State == ReservationState.Completed || r.State == ReservationState.InUse))
            .Select(r => r.CompanyId).Distinct().ToListAsync(cancel);
        return arrivals.ConvertAll(r => r with { IsFirstVisit = !known.Contains(r.CompanyId) });
    }

    /// <summary>Closed calls with applications that want a reviewer, or have all their reviews and want a decision.</summary>
    private async Task<IReadOnlyList<CallWork>> CallsAsync(DateTimeOffset now, CancellationToken cancel) =>
        [.. (await (
                from a in db.Applications
                join c in db.Calls on a.CallId equals c.Id
                where a.State == ApplicationState.Submitted && c.ClosesAt <= now
                orderby c.ClosesAt, c.Id
                select new
                {
                    c.Reference,
                    c.TitleHu,
                    c.TitleEn,
                    c.Reviewers,
                    Asked = db.Reviews.Count(r => r.ApplicationId == a.Id && r.State != ReviewState.Recused && r.State != ReviewState.TakenOff),
                    Submitted = db.Reviews.Count(r => r.ApplicationId == a.Id && r.State == ReviewState.Submitted),
                })
            .AsNoTracking().ToListAsync(cancel))
            .GroupBy(a => (a.Reference, a.TitleHu, a.TitleEn))
            .Select(call => new CallWork(
                call.Key.Reference, new LocalName(call.Key.TitleHu, call.Key.TitleEn),
                call.Count(a => a.Asked < a.Reviewers), call.Count(a => a.Submitted >= a.Reviewers)))
            .Where(call => call.ToAssign + call.ToDecide > 0)];

    private async Task<IReadOnlyList<CampWork>> ChallengesAsync(CancellationToken cancel) =>
        await db.Camps.AsNoTracking()
            .Where(c => db.Challenges.Any(x => x.CampId == c.Id && x.State == ChallengeState.Submitted) && c.Status != CampStatus.Cancelled)
            .OrderBy(c => c.StartsOn).ThenBy(c => c.Id)
            .Select(c => new CampWork(
                c.Reference, new LocalName(c.NameHu, c.NameEn), db.Challenges.Count(x => x.CampId == c.Id && x.State == ChallengeState.Submitted)))
            .ToListAsync(cancel);

    private async Task<CohortWork> CohortsAsync(DateOnly today, CancellationToken cancel)
    {
        var rows = await board.ReadAsync(db.CohortMembers.Where(m => m.State != CohortMemberState.Left), today, cancel);
        return new CohortWork(
            [.. rows.SelectMany(r => r.Missing.Where(q => UpdateRules.IsOverdue(q, today)).Select(q => new LateUpdate(r.Company, q)))],
            [.. rows.Where(r => r.Light is not null).SelectMany(r => r.Milestones.Where(m => m.Milestone.State == MilestoneState.Open && m.Milestone.DueOn < today)
                .Select(m => new LateMilestone(r.Company, m.Milestone, m.Light!))).OrderBy(m => m.Milestone.DueOn)],
            await db.FollowUps.CountAsync(f => f.AnsweredAt == null && f.DueOn <= today, cancel),
            [.. rows.Where(r => r.HasLeftLab)]);
    }

    /// <param name="Overdue">Still in use although the time is over.</param>
    /// <param name="Undecided">Whether anybody could have come, the program does not know.</param>
    /// <param name="Missed">Begun long enough ago to be called a no-show.</param>
    /// <param name="Parked">Mails that were given up.</param>
    /// <param name="FailedJobs">By name: those whose last run failed.</param>
    public sealed record Shown(
        DateTimeOffset Now, IReadOnlyList<ReservationRow> Overdue, IReadOnlyList<ReservationRow> Undecided, IReadOnlyList<ReservationRow> Missed,
        IReadOnlyList<ReservationRow> Arrivals, IReadOnlyList<ReservationRow> Running, IReadOnlyList<Outage> Outages, OnboardingTasks.Shown Onboarding, IReadOnlyList<CallWork> Calls,
        CohortWork Cohorts, IReadOnlyList<CampWork> Camps, int Parked, IReadOnlyList<string> FailedJobs);

    public sealed record Outage(string Code, LocalName Name, int? Unit, bool IsOpen, DateTimeOffset End, string Reason);

    /// <param name="ToAssign">Applications that lack a reviewer.</param>
    /// <param name="ToDecide">Applications all of whose reviews are there.</param>
    public sealed record CallWork(Guid Reference, LocalName Title, int ToAssign, int ToDecide);

    /// <param name="ToDecide">Challenges that companies handed in.</param>
    public sealed record CampWork(Guid Reference, LocalName Name, int ToDecide);

    /// <param name="Updates">Quarterly updates overdue.</param>
    /// <param name="FollowUps">Alumni to be asked.</param>
    /// <param name="Gone">Companies that left the lab and hold their seat still.</param>
    public sealed record CohortWork(
        IReadOnlyList<LateUpdate> Updates, IReadOnlyList<LateMilestone> Milestones, int FollowUps, IReadOnlyList<BoardRow> Gone)
    {
        public bool IsEmpty => Updates.Count + FollowUps + Milestones.Count + Gone.Count == 0;
    }

    public sealed record LateUpdate(string Company, CalendarQuarter Quarter);

    public sealed record LateMilestone(string Company, Milestone Milestone, Light Light);
}
