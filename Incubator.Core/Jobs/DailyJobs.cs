using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Jobs;

/// <summary>For jobs that do their work once a day.</summary>
public static class DailyJobs
{
    /// <summary>A run that began since then succeeded: what it found nothing to tell of then is not told later either.</summary>
    public static Task<bool> HasRunSinceAsync(this IncubatorDb db, string job, DateTimeOffset since, CancellationToken cancel) =>
        db.JobStates.AnyAsync(j => j.Name == job && j.SucceededAt >= since, cancel);
}
