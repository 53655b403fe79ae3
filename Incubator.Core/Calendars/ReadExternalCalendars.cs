using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Calendars;

/// <summary>Asks every external calendar what it says now; the one that waited longest comes first, and none stops the others.</summary>
public sealed class ReadExternalCalendars(IncubatorDb db, CalendarReadings readings) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var ids = await db.ExternalCalendars.Where(c => c.RemovedAt == null).OrderBy(c => c.AskedAt).Select(c => c.Id).ToListAsync(cancel);
        var notRead = 0;
        var read = await Sweep.EachAsync(ids, async id =>
        {
            if (await readings.RefreshAsync(id, cancel) is null) return 1;
            notRead++;
            return 0;
        }, cancel);
        return JobReport.Of("Read", read).And("NotRead", notRead);
    }
}
