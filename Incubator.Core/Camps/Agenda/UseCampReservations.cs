using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// Begins and ends the use of what sessions of camps reserved, by their times: nobody checks in at a workshop's door, and what the
/// camp uses must not be freed as if nobody had come.
/// </summary>
public sealed class UseCampReservations(IncubatorDb db, UseDesk use, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        // Ends before beginnings: the next session may wait for the same unit.
        var over = await OfCamps().Where(r => r.State == ReservationState.InUse && r.End <= now)
            .OrderBy(r => r.End).Select(r => r.Reference).ToListAsync(cancel);
        var ended = await Sweep.EachAsync(over, async reference => (await use.CheckOutAsync(reference, Actor.System, cancel)).Succeeded ? 1 : 0, cancel);
        var due = await OfCamps().Where(r => r.State == ReservationState.Confirmed && r.Start <= now && r.End > now)
            .OrderBy(r => r.Start).Select(r => r.Reference).ToListAsync(cancel);
        var begun = await Sweep.EachAsync(due, async reference => (await use.CheckInAsync(reference, Actor.System, cancel)).Succeeded ? 1 : 0, cancel);
        return JobReport.Of("CampUseBegun", begun).And("CampUseEnded", ended);
    }

    private IQueryable<Reservation> OfCamps() => db.Reservations.AsNoTracking().Where(r => db.SessionReservations.Any(h => h.ReservationId == r.Id));
}
