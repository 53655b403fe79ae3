namespace Incubator.Core.Camps;

/// <summary>How long the automatic schedule may look, and from where it starts.</summary>
public sealed record PlanRequest
{
    /// <summary>The same seed, problem and number of moves give the same plan (as long as no time limit cuts it off).</summary>
    public int Seed { get; init; } = 1;

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Moves to try at most.</summary>
    public long Moves { get; init; } = long.MaxValue;

    /// <summary>The plan to begin with, made by hand or earlier; the result is never worse.</summary>
    public Plan? Start { get; init; }
}

/// <summary>How far the search is.</summary>
/// <param name="Share">Of the time or the moves that it has, 0 to 1.</param>
/// <param name="Unplaced">Activities without a place in the best plan so far.</param>
/// <param name="Penalty">Of the best plan so far.</param>
public sealed record PlanProgress(double Share, TimeSpan Elapsed, long Moves, int Unplaced, int Penalty);

/// <summary>Why the search ended.</summary>
public enum PlanEnd
{
    /// <summary>All placed, nothing charged: it can't get better.</summary>
    Perfect = 0,
    TimeLimit = 1,
    Moves = 2,
    Cancelled = 3,

    /// <summary>Nothing to move: all is pinned, or nothing has a possible place.</summary>
    NothingToMove = 4,
}

/// <summary>The best plan found with all that there is to say about it.</summary>
public sealed record PlanOutcome
{
    public required Plan Plan { get; init; }

    public required Judgement Judgement { get; init; }

    public required PlanEnd End { get; init; }

    public required long Moves { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>What proves that not all can be placed, whatever one does; empty where nothing is proven.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>For each activity without a place, which rules refuse it everywhere.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}
