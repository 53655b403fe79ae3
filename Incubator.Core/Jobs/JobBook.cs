using System.Text.Json;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Jobs;

/// <summary>Writes down what became of each run. Two runs at once write one after the other; the later word stays.</summary>
public sealed class JobBook(IncubatorDb db, TimeProvider clock)
{
    public Task StartedAsync(string job, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return WriteAsync(job, state => state.Start(now), cancel);
    }

    public Task SucceededAsync(string job, DateTimeOffset began, JobReport report, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return WriteAsync(job, state => state.Succeed(began, now, report.Did.Count == 0 ? null : JsonSerializer.Serialize(report.Did)), cancel);
    }

    /// <param name="why">For staff: one line, without a stack trace.</param>
    public Task FailedAsync(string job, DateTimeOffset began, string why, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return WriteAsync(job, state => state.Fail(began, now, why), cancel);
    }

    private Task<Result<Done>> WriteAsync(string job, Action<JobState> word, CancellationToken cancel) => db.CommitAsync<Done>(async token =>
    {
        // The row's lock first, so that the other run waits.
        await db.JobStates.Where(s => s.Name == job).ExecuteUpdateAsync(s => s.SetProperty(x => x.Took, x => x.Took), token);
        var state = await db.JobStates.SingleOrDefaultAsync(s => s.Name == job, token);
        if (state is null) db.JobStates.Add(state = JobState.Create(job));
        word(state);
        return default(Done);
    }, table => table == nameof(IncubatorDb.JobStates) ? Refusal.ChangedMeanwhile : null, cancel);
}
