using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Calendars;

/// <summary>Asks every external calendar what it says now; the one that waited longest comes first, and none stops the others.</summary>
public sealed class ReadExternalCalendars(IncubatorDb db, CalendarReadings readings) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var report = JobReport.Nothing;
        var failures = new List<Exception>();
        foreach (var id in await db.ExternalCalendars.Where(c => c.RemovedAt == null).OrderBy(c => c.AskedAt).Select(c => c.Id).ToListAsync(cancel))
        {
            try
            {
                report = report.And(await readings.RefreshAsync(id, cancel) is null ? "Read" : "NotRead", 1);
            }
            catch (DbUpdateException failure)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? report : throw new AggregateException(failures);
    }
}
