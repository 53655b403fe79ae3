using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>A reservation that is over, to which nobody checked in though the program may have been away or the machine down.</summary>
public sealed record UndecidedReservation(long Id, Guid Reference);

/// <summary>
/// What is known of reservations to which nobody has come. The job that marks no-shows leaves to staff what it cannot know; they
/// record a no-show or cancel it with a reason.
/// </summary>
public sealed class NoShowWatch(IncubatorDb db, TimeProvider clock)
{
    /// <summary>So long the job may be silent before the program counts as not having been there.</summary>
    public static readonly TimeSpan Silence = UseDesk.NoShowGrace / 2;

    /// <summary>The soonest of them; who has more has other work to do first.</summary>
    private const int Most = 500;

    /// <summary>What waits for a decision of staff, in order of start.</summary>
    public async Task<IReadOnlyList<UndecidedReservation>> UndecidedAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var since = await db.JobStates.Where(s => s.Name == nameof(MarkNoShows)).Select(s => s.WatchingSince).SingleOrDefaultAsync(cancel) ?? now;
        var begun = now - UseDesk.NoShowGrace;
        var over = await db.Reservations.Where(r => r.State == ReservationState.Confirmed && r.Start <= begun && r.End <= now)
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Select(r => new { r.Id, r.Reference, r.Start, r.End }).Take(Most).ToListAsync(cancel);
        if (over.Count == 0) return [];
        var downs = await DownTimesAsync([.. over.Select(r => r.Id)], cancel);
        return [.. over
            .Where(r => NoShowRules.Judge(new TimeSlot(r.Start, r.End), since, downs[r.Id], now) == NoShowVerdict.Ask)
            .Select(r => new UndecidedReservation(r.Id, r.Reference))];
    }

    /// <summary>The windows around each reservation's time, on the units it took.</summary>
    internal async Task<ILookup<long, DownTime>> DownTimesAsync(IReadOnlyCollection<long> reservationIds, CancellationToken cancel) => (await (
            from item in db.ReservationItems
            join reservation in db.Reservations on item.ReservationId equals reservation.Id
            join window in db.MaintenanceWindows on item.ResourceId equals window.ResourceId
            where reservationIds.Contains(reservation.Id) && !window.IsCancelled && (window.Unit == null || window.Unit == item.Unit) &&
                window.Start < reservation.End && (window.IsOpen || window.End > reservation.Start)
            select new { reservation.Id, window.Start, window.End, window.IsOpen })
        .AsNoTracking().ToListAsync(cancel)).ToLookup(w => w.Id, w => new DownTime(w.Start, w.End, w.IsOpen));
}
