using System.Collections.Concurrent;
using Incubator.Core.Camps;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>
/// Looks for schedules beside the requests, one at a time for each camp. It writes nothing: what it found waits here until staff
/// take it over. It lives as long as the process; after a restart one asks again.
/// </summary>
public sealed class ScheduleRunner(IHostApplicationLifetime lifetime, ILogger<ScheduleRunner> log)
{
    /// <summary>Beyond it no camp gets better.</summary>
    private const long MaxMoves = 50_000_000;

    private readonly ConcurrentDictionary<Guid, Run> runs = new();

    public Run? Of(Guid camp) => runs.GetValueOrDefault(camp);

    /// <summary>Begins, unless one is on its way.</summary>
    public void Start(PlannedCamp planned, TimeSpan limit, long moves = MaxMoves)
    {
        var camp = planned.Camp.Reference;
        var run = new Run(planned.Stamp, lifetime.ApplicationStopping);
        if (runs.GetOrAdd(camp, run) is var there && there != run)
        {
            if (there.IsRunning) return;
            if (!runs.TryUpdate(camp, run, there)) return;
        }

        // By the machine's own clock: it bounds work, and tells no time.
        _ = Task.Run(() => Search(planned, new PlanRequest { Start = planned.Plan, TimeLimit = limit, Moves = moves }, run));
    }

    public void Forget(Guid camp)
    {
        if (runs.TryRemove(camp, out var run)) run.Cancel();
    }

    private void Search(PlannedCamp planned, PlanRequest request, Run run)
    {
        try
        {
            run.Outcome = new PlanSearch(TimeProvider.System).Run(planned.Problem, request, run, run.Stop);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Scheduling camp {Camp} failed", planned.Camp.Reference);
            run.Broke = true;
        }
    }

    /// <summary>How far the search for one camp is, and what it found.</summary>
    /// <param name="stamp">Of the camp as it is scheduled.</param>
    public sealed class Run(string stamp, CancellationToken stopping) : IProgress<PlanProgress>
    {
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        public string Stamp => stamp;

        public PlanProgress? Progress { get; private set; }

        public PlanOutcome? Outcome { get; internal set; }

        public bool Broke { get; internal set; }

        public bool IsRunning => Outcome is null && !Broke;

        internal CancellationToken Stop => stop.Token;

        /// <summary>It answers with the best found so far.</summary>
        public void Cancel() => stop.Cancel();

        public void Report(PlanProgress value) => Progress = value;
    }
}
