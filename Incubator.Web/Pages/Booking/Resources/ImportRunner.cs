using System.Collections.Concurrent;
using Incubator.Core.Common;
using Incubator.Core.Documents;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>
/// Takes confirmed files in beside the requests, one at a time for each file. What it knows is only how far it is; whether
/// a file is in is said by the history, so that the answer outlives this process.
/// </summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<ImportRunner> log)
{
    private readonly ConcurrentDictionary<Guid, Run> runs = new();

    public Run? Of(Guid reference) => runs.GetValueOrDefault(reference);

    /// <param name="act">Takes the file in by the import of its kind, and says what was refused.</param>
    public void Start<TImport>(
        Guid reference, long fileId, int total, Func<TImport, IProgress<ImportProgress>, CancellationToken, Task<IReadOnlyList<Refusal>>> act)
        where TImport : notnull
    {
        var run = new Run(total);
        // Confirmed twice is taken in once.
        if (runs.GetOrAdd(reference, run) is var there && there != run && !there.Failed) return;
        runs[reference] = run;
        // The import is taken from its scope while the request is still there to say whose lab it is.
        var scope = scopes.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<TImport>();
        _ = Task.Run(() => TakeInAsync(run, scope, fileId, () => act(import, run, lifetime.ApplicationStopping)));
    }

    private async Task TakeInAsync(Run run, AsyncServiceScope scope, long fileId, Func<Task<IReadOnlyList<Refusal>>> act)
    {
        await using var own = scope;
        try
        {
            run.Refusals = await act();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Taking in file {FileId} failed", fileId);
            run.Broke = true;
        }
    }

    /// <summary>How far one file is.</summary>
    public sealed class Run(int total) : IProgress<ImportProgress>
    {
        private int done;

        public int Done => done;
        public int Total => total;
        public IReadOnlyList<Refusal> Refusals { get; internal set; } = [];
        public bool Broke { get; internal set; }
        public bool Failed => Broke || Refusals.Count > 0;

        public void Report(ImportProgress value) => Interlocked.Exchange(ref done, value.Done);
    }
}
