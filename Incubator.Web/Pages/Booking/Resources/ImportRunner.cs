using System.Collections.Concurrent;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
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

    public void Start(Guid reference, long fileId, byte[] file, ImportPlan plan, Actor actor)
    {
        var run = new Run(plan.Created.Count + plan.Changed.Count);
        // Confirmed twice is taken in once.
        if (runs.GetOrAdd(reference, run) is var there && there != run && !there.Failed) return;
        runs[reference] = run;
        // The import is taken from its scope while the request is still there to say whose lab it is.
        var scope = scopes.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<ResourceImport>();
        _ = Task.Run(() => TakeInAsync(run, scope, import, fileId, file, plan, actor));
    }

    private async Task TakeInAsync(
        Run run, AsyncServiceScope scope, ResourceImport import, long fileId, byte[] file, ImportPlan plan, Actor actor)
    {
        await using var own = scope;
        try
        {
            var result = await import.ConfirmAsync(file, actor, plan.Fingerprint, fileId, run, lifetime.ApplicationStopping);
            if (result.Succeeded) run.Outcome = result.Value;
            else run.Refusals = result.Refusals;
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
        public ImportOutcome? Outcome { get; internal set; }
        public IReadOnlyList<Refusal> Refusals { get; internal set; } = [];
        public bool Broke { get; internal set; }
        public bool Failed => Broke || Refusals.Count > 0;

        public void Report(ImportProgress value) => Interlocked.Exchange(ref done, value.Done);
    }
}
