namespace Incubator.Core.Camps;

/// <summary>
/// The automatic schedule: simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 1983) over plans that break no
/// hard rule. A move gives an activity another of its places; who stands in the way changes places with it, or goes
/// elsewhere, or is left out. What is left out costs much, so that it comes back. The temperature falls geometrically, in
/// three rounds of growing length, each from the best plan so far, so that a search ended early has something good to show.
/// What is pinned stays; nothing else is ever put where a hard rule forbids it.
/// <para>
/// CP-SAT of Google OR-Tools was considered: its package brings about 440 MB of native binaries for five platforms to each
/// machine and build folder, while a fresh machine must need nothing but the SDK.
/// </para>
/// </summary>
/// <param name="rules">The soft rules; those of a camp unless told otherwise.</param>
public sealed class PlanSearch(TimeProvider clock, Func<PlanIndex, IReadOnlyList<ISoftRule>>? rules = null)
{
    /// <summary>Ends of the rounds, as shares of the whole.</summary>
    private static readonly double[] Rounds = [0.06, 0.25, 1];

    /// <summary>The clock is asked once in so many moves (about a millisecond).</summary>
    private const int MovesPerLook = 512;

    private readonly Func<PlanIndex, IReadOnlyList<ISoftRule>> rules = rules ?? CampSoftRules.Of;

    /// <summary>Looks until time, moves or wishes are at an end, or it is cancelled; then answers with the best found.</summary>
    /// <exception cref="ArgumentException">The problem contradicts itself (see <see cref="PlanIndex"/>).</exception>
    public PlanOutcome Run(PlanProblem problem, PlanRequest request, IProgress<PlanProgress>? progress = null, CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        var index = new PlanIndex(problem);
        var end = PlanEnd.Cancelled;
        long moves = 0;
        var start = WithPins(problem, request.Start ?? Plan.Empty);
        var plan = start;
        try
        {
            var moved = new PlanMoves(index, rules(index), request.Seed, cancel);
            moved.Begin(start);
            (end, moves) = Anneal(moved, request, began, progress, cancel);
            plan = moved.Best();
        }
        catch (OperationCanceledException)
        {
            // Cancelled before anything was tried: the start is all there is.
        }

        var (judgement, given) = (ClashFinder.Judge(index, plan, rules), ClashFinder.Judge(index, start, rules));
        if (given.CompareTo(judgement) < 0) (plan, judgement) = (start, given);
        return new()
        {
            Plan = plan,
            Judgement = judgement,
            End = end,
            Moves = moves,
            Obstacles = PlanObstacles.Of(index),
            LeftOut = [.. judgement.Unplaced.Select(key => LeftOutReasons.Of(index, plan, key))],
            Elapsed = clock.GetElapsedTime(began),
        };
    }

    private (PlanEnd, long) Anneal(PlanMoves board, PlanRequest request, long began, IProgress<PlanProgress>? progress, CancellationToken cancel)
    {
        if (board.IsPerfect) return (PlanEnd.Perfect, 0);
        if (!board.CanMove) return (PlanEnd.NothingToMove, 0);
        var (hot, cold) = board.Temperatures();
        var (round, moves, told) = (0, 0L, TimeSpan.Zero);
        while (true)
        {
            var elapsed = clock.GetElapsedTime(began);
            var share = Math.Max(moves / (double)request.Moves, elapsed / request.TimeLimit);
            if (elapsed - told >= TimeSpan.FromMilliseconds(200))
            {
                progress?.Report(new(Math.Min(1, share), elapsed, moves, board.BestUnplaced, board.BestPenalty));
                told = elapsed;
            }

            if (board.IsPerfect) return Ended(PlanEnd.Perfect);
            if (cancel.IsCancellationRequested) return Ended(PlanEnd.Cancelled);
            if (share >= 1) return Ended(moves >= request.Moves ? PlanEnd.Moves : PlanEnd.TimeLimit);
            if (share >= Rounds[round])
            {
                round++;
                board.BackToBest();
            }

            var from = round == 0 ? 0 : Rounds[round - 1];
            var within = (share - from) / (Rounds[round] - from);
            var temperature = hot * Math.Pow(cold / hot, within);
            var count = (int)Math.Min(MovesPerLook, request.Moves - moves);
            for (var i = 0; i < count; i++) board.TryOne(temperature);
            moves += count;
        }

        (PlanEnd, long) Ended(PlanEnd end)
        {
            progress?.Report(new(1, clock.GetElapsedTime(began), moves, board.BestUnplaced, board.BestPenalty));
            return (end, moves);
        }
    }

    /// <summary>What staff fixed is where they fixed it, wherever the start plan had it.</summary>
    private static Plan WithPins(PlanProblem problem, Plan start)
    {
        var places = new Dictionary<string, PlanPlace>(start.Places);
        foreach (var activity in problem.Activities)
            if (activity.Pin is { } pin && (pin.Room is not null || !activity.NeedsRoom)) places[activity.Key] = pin;
        return new(places);
    }
}
