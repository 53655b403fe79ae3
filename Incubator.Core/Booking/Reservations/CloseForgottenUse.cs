using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Closes use that nobody ended: half an hour after the end, or as soon as the next reservation of the same unit is due. It counts
/// until the reservation's end, and says that this is assumed.
/// </summary>
public sealed class CloseForgottenUse(IncubatorDb db, UseDesk use, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var over = await db.Reservations.AsNoTracking().Where(r => r.State == ReservationState.InUse && r.End <= now)
            .OrderBy(r => r.End).Select(r => r.Reference).ToListAsync(cancel);
        var closed = await Sweep.EachAsync(over, async reference => (await use.CloseForgottenAsync(reference, cancel)).Count(), cancel);
        return JobReport.Of("UseClosed", closed);
    }
}
