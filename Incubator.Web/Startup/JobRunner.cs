using Hangfire;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>Runs the jobs of <see cref="Schedule"/> and writes down what became of them. Hangfire only ticks: the truth is in our tables.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, DatabaseGate gate, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <summary>The recurring tick: runs it if it is due. What fails is looked after at the next tick, so Hangfire repeats nothing.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task TickAsync(string name, CancellationToken cancel)
    {
        if (!gate.IsOpen || Schedule.All.FirstOrDefault(j => j.Name == name) is not { } job) return;
        if (job.DailyAt is { } at)
        {
            await using var scope = scopes.CreateAsyncScope();
            var last = await scope.ServiceProvider.GetRequiredService<IncubatorDb>().JobStates
                .Where(s => s.Name == name).Select(s => s.SucceededAt).SingleOrDefaultAsync(cancel);
            if (!JobClock.IsDue(at, last, clock.GetUtcNow())) return;
        }

        await RunAsync(job, cancel);
    }

    /// <summary>At once, whether due or not.</summary>
    [AutomaticRetry(Attempts = 0)]
    public Task RunNowAsync(string name, CancellationToken cancel) =>
        Schedule.All.FirstOrDefault(j => j.Name == name) is { } job ? RunAsync(job, cancel) : Task.CompletedTask;

    /// <returns>What it did; null where it failed.</returns>
    public async Task<JobReport?> RunAsync(ScheduledJob job, CancellationToken cancel)
    {
        var began = clock.GetUtcNow();
        try
        {
            await WriteAsync(book => book.StartedAsync(job.Name, cancel));
            JobReport report;
            await using (var scope = scopes.CreateAsyncScope())
                report = await ((IJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancel);
            await WriteAsync(book => book.SucceededAsync(job.Name, began, report, cancel));
            return report;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The job {Job} failed", job.Name);
            var why = failure.GetBaseException().Message.ReplaceLineEndings(" ");
            try
            {
                // Not with the token of the run: that it failed is worth writing down.
                await WriteAsync(book => book.FailedAsync(job.Name, began, why, CancellationToken.None));
            }
            catch (Exception unwritten)
            {
                log.LogError(unwritten, "That the job {Job} failed could not be written down", job.Name);
            }

            return null;
        }
    }

    private async Task WriteAsync(Func<JobBook, Task> word)
    {
        await using var scope = scopes.CreateAsyncScope();
        await word(scope.ServiceProvider.GetRequiredService<JobBook>());
    }
}
