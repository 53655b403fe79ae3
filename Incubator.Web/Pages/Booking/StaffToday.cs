using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Companies.Onboarding;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking;

/// <summary>For the home page of staff: what of today needs a hand.</summary>
public sealed class StaffToday(IncubatorDb db, OnboardingTasks onboarding, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<Shown> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var tomorrow = LabTime.StartOf(LabTime.DateOf(now).AddDays(1));
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
                where !w.IsCancelled && (w.IsOpen || (w.Start <= now && w.End > now))
                orderby w.End
                select new Outage(r.Code, new LocalName(r.NameHu, r.NameEn), w.Unit, w.IsOpen, w.End, w.Reason))
            .AsNoTracking().Take(Most).ToListAsync(cancel);
        var missed = now - UseDesk.NoShowGrace;
        return new Shown(
            now,
            rows.FindAll(r => r.State == ReservationState.InUse && r.End <= now),
            rows.FindAll(r => r.State == ReservationState.Confirmed && r.Start <= missed),
            rows.FindAll(r => r.State == ReservationState.Confirmed && r.Start > missed),
            rows.FindAll(r => r.State == ReservationState.InUse && r.End > now),
            windows,
            await onboarding.LoadAsync(cancel));
    }

    /// <param name="Overdue">Still in use although the time is over.</param>
    /// <param name="Missed">Begun long enough ago to be called a no-show.</param>
    public sealed record Shown(
        DateTimeOffset Now, IReadOnlyList<ReservationRow> Overdue, IReadOnlyList<ReservationRow> Missed, IReadOnlyList<ReservationRow> Arrivals,
        IReadOnlyList<ReservationRow> Running, IReadOnlyList<Outage> Outages, OnboardingTasks.Shown Onboarding);

    public sealed record Outage(string Code, LocalName Name, int? Unit, bool IsOpen, DateTimeOffset End, string Reason);
}
