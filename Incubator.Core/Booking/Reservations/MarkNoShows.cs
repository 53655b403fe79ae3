using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Marks reservations to which nobody came within the grace: the record is kept, the rest of the time is free again. Where the
/// machine was down or the program was not there, nobody is blamed (<see cref="NoShowWatch"/>).
/// </summary>
public sealed class MarkNoShows(IncubatorDb db, UseDesk use, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var since = await WatchAsync(now, cancel);
        // Older ones than since then are staff's to decide.
        DateTimeOffset begun = now - UseDesk.NoShowGrace, again = since + UseDesk.NoShowGrace;
        var missed = await db.Reservations.AsNoTracking()
            .Where(r => r.State == ReservationState.Confirmed && r.Start <= begun && (r.Start >= since || r.End >= again))
            .OrderBy(r => r.Start).Select(r => r.Reference).ToListAsync(cancel);
        var marked = await Sweep.EachAsync(missed, async reference => (await use.MarkMissedAsync(reference, since, cancel)).Count(), cancel);
        return JobReport.Of("NoShows", marked);
    }

    /// <summary>Since when the program has been looking: from now, where its last look is too long ago.</summary>
    private async Task<DateTimeOffset> WatchAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var state = await db.JobStates.AsNoTracking().SingleOrDefaultAsync(s => s.Name == nameof(MarkNoShows), cancel);
        if (state is { WatchingSince: { } since, SucceededAt: { } last } && now - last <= NoShowWatch.Silence) return since;
        await db.CommitAsync<Done>(async token =>
        {
            await db.JobStates.Where(s => s.Name == nameof(MarkNoShows)).ExecuteUpdateAsync(s => s.SetProperty(x => x.WatchingSince, now), token);
            return default(Done);
        }, cancel: cancel);
        return now;
    }
}
