namespace Incubator.Core.Camps;

/// <summary>The moves of the search: tries one, keeps or takes it back, and remembers the best plan so far.</summary>
internal sealed class PlanMoves
{
    /// <summary>What an activity without a place costs the search, in units of the median charge of a move for the worse.</summary>
    private const double LeftOut = 10;

    /// <summary>Random moves by which the temperatures are chosen.</summary>
    private const int Samples = 500;

    private const int MaxBlockers = 2;

    /// <summary>Places tried for an activity that had to leave.</summary>
    private const int Elsewhere = 4;

    private readonly PlanBoard board;
    private readonly PlanCandidates candidates;
    private readonly PlanCost cost;
    private readonly PlanState state;
    private readonly Random random;
    private readonly int[] movable;
    private readonly bool[] isFixed;
    private readonly PlanChange change;
    private readonly List<int> unplaced;
    private readonly int[] bestStarts;
    private readonly int[] bestRooms;
    private int hopeless;
    private double leftOutCost = 100;

    public PlanMoves(PlanIndex index, IReadOnlyList<ISoftRule> rules, int seed, CancellationToken cancel)
    {
        board = new(index);
        state = board.State;
        candidates = new(state, cancel);
        cost = new(state, rules);
        change = new(board, cost, MaxBlockers + 1);
        unplaced = change.Unplaced;
        random = new(seed);
        isFixed = [.. index.Problem.Activities.Select(a => a.Pin is { } pin && (pin.Room is not null || !a.NeedsRoom))];
        movable = [.. Enumerable.Range(0, isFixed.Length).Where(i => !isFixed[i] && candidates[i].Length > 0)];
        bestStarts = new int[isFixed.Length];
        bestRooms = new int[isFixed.Length];
    }

    /// <summary>With those that have no possible place at all.</summary>
    public int BestUnplaced { get; private set; }

    public int BestPenalty { get; private set; }

    public bool IsPerfect => BestUnplaced == hopeless && BestPenalty == 0;

    public bool CanMove => movable.Length > 0;

    /// <summary>What is pinned goes to its place; then what of the start plan breaks no rule; then the rest, each as early as it can be, by phases.</summary>
    public void Begin(Plan start)
    {
        var problem = state.Index.Problem;
        var pinned = new Plan(problem.Activities.Where(a => a.Pin is not null).ToDictionary(a => a.Key, a => a.Pin!));
        var (fixedOnes, given) = (PlanState.Of(state.Index, pinned), PlanState.Of(state.Index, start));
        for (var i = 0; i < isFixed.Length; i++)
            if (isFixed[i]) board.Put(i, fixedOnes.Starts[i], fixedOnes.RoomOf[i]);
        for (var i = 0; i < isFixed.Length; i++)
        {
            var activity = problem.Activities[i];
            if (isFixed[i] || !given.IsPlaced(i) || (activity.Pin is { } pin && state.MinuteOf(pin.Start) != given.Starts[i])) continue;
            if (!IsAllowed(activity, start.PlaceOf(activity.Key)!) || !board.Fits(i, given.Starts[i], given.RoomOf[i])) continue;
            board.Put(i, given.Starts[i], given.RoomOf[i]);
            // Off the grid, and no place on it: it can only stay.
            isFixed[i] |= candidates[i].Length == 0;
        }

        foreach (var i in movable.Where(i => !state.IsPlaced(i)).OrderBy(i => problem.Activities[i].Phase ?? 0).ThenBy(i => candidates[i].Length).ToList())
        {
            foreach (var (at, room) in candidates[i])
            {
                if (!board.Fits(i, at, room)) continue;
                board.Put(i, at, room);
                break;
            }
        }

        cost.Recount();
        unplaced.AddRange(movable.Where(i => !state.IsPlaced(i)));
        hopeless = Enumerable.Range(0, isFixed.Length).Count(i => candidates[i].Length == 0 && !state.IsPlaced(i));
        Remember();
    }

    /// <summary>
    /// From the charges of random moves for the worse: hot is four times their lower quartile (a few rules charge hundreds, and the
    /// mean would follow them), cold a tenth of the smallest. Found by trial on course timetables and camps.
    /// </summary>
    public (double Hot, double Cold) Temperatures()
    {
        var worse = new List<int>();
        for (var i = 0; i < Samples; i++)
        {
            var before = cost.Total;
            if (!Change()) continue;
            change.Count();
            if (cost.Total > before) worse.Add(cost.Total - before);
            change.TakeBack();
        }

        if (worse.Count == 0) worse.Add(1);
        worse.Sort();
        leftOutCost = LeftOut * worse[worse.Count / 2];
        return (4 * worse[worse.Count / 4], 0.1 * worse[0]);
    }

    public void TryOne(double temperature)
    {
        var (before, left) = (cost.Total, unplaced.Count);
        if (!Change()) return;
        change.Count();
        var worse = cost.Total - before + (unplaced.Count - left) * leftOutCost;
        if (worse > 0 && random.NextDouble() >= Math.Exp(-worse / temperature))
        {
            change.TakeBack();
            return;
        }

        if ((unplaced.Count + hopeless, cost.Total).CompareTo((BestUnplaced, BestPenalty)) < 0) Remember();
    }

    public void BackToBest()
    {
        foreach (var i in movable)
            if (state.IsPlaced(i)) board.Take(i);
        unplaced.Clear();
        foreach (var i in movable)
        {
            if (bestStarts[i] == PlanState.Nowhere) unplaced.Add(i);
            else board.Put(i, bestStarts[i], bestRooms[i]);
        }

        cost.Recount();
    }

    public Plan Best()
    {
        BackToBest();
        foreach (var activity in unplaced.ToList()) FillGap(activity);
        return state.ToPlan();
    }

    /// <summary>What the search had no time to place, where there is still a place for it: the cheapest.</summary>
    private void FillGap(int activity)
    {
        (int Start, int Room, int Cost)? cheapest = null;
        foreach (var (start, room) in candidates[activity])
        {
            if (!board.Fits(activity, start, room)) continue;
            board.Put(activity, start, room);
            cost.Follow([activity]);
            if (cheapest is null || cost.Total < cheapest.Value.Cost) cheapest = (start, room, cost.Total);
            cost.Undo();
            board.Take(activity);
        }

        if (cheapest is not { } place) return;
        change.PutOn(activity, place.Start, place.Room);
        cost.Follow([activity]);
    }

    /// <summary>Changes places on the board and writes down what was; false where the move is not possible (nothing is changed then).</summary>
    private bool Change()
    {
        change.Begin();
        var activity = unplaced.Count > 0 && random.Next(4) == 0 ? unplaced[random.Next(unplaced.Count)] : movable[random.Next(movable.Length)];
        var (start, room) = Choose(activity);
        var (oldStart, oldRoom) = (state.Starts[activity], state.RoomOf[activity]);
        if (start == oldStart && room == oldRoom) return false;
        change.TakeOff(activity);
        Span<int> blockers = stackalloc int[MaxBlockers];
        var count = board.Blockers(activity, start, room, blockers);
        if (count > MaxBlockers || AnyFixed(blockers[..count]))
        {
            change.TakeBack();
            return false;
        }

        foreach (var blocker in blockers[..count]) change.TakeOff(blocker);
        // Shared equipment may still be used up.
        if (count > 0 && !board.Fits(activity, start, room))
        {
            change.TakeBack();
            return false;
        }

        change.PutOn(activity, start, room);
        for (var i = 0; i < count; i++) FindPlace(blockers[i], change.RoomBefore(i + 1), oldStart, oldRoom);
        return true;
    }

    /// <summary>One time in three another room at the same time; else any of its places.</summary>
    private (int Start, int Room) Choose(int activity)
    {
        if (state.IsPlaced(activity) && random.Next(3) == 0 && candidates.At(activity, state.Starts[activity]) is { Length: > 1 } here)
            return here[random.Next(here.Length)];
        var all = candidates[activity];
        return all[random.Next(all.Length)];
    }

    /// <summary>Where it made room for comes from (in its own room, or in that one's), or anywhere; else it is left out.</summary>
    private void FindPlace(int activity, int ownRoom, int start, int room)
    {
        if (start != PlanState.Nowhere)
        {
            if (TryPut(activity, start, ownRoom)) return;
            if (room != ownRoom && TryPut(activity, start, room)) return;
        }

        var all = candidates[activity];
        for (var i = 0; i < Elsewhere; i++)
        {
            var (at, there) = all[random.Next(all.Length)];
            if (!board.Fits(activity, at, there)) continue;
            change.PutOn(activity, at, there);
            return;
        }
    }

    private bool TryPut(int activity, int start, int room)
    {
        if (!candidates.Contains(activity, start, room) || !board.Fits(activity, start, room)) return false;
        change.PutOn(activity, start, room);
        return true;
    }

    private bool AnyFixed(ReadOnlySpan<int> activities)
    {
        foreach (var a in activities)
            if (isFixed[a]) return true;
        return false;
    }

    private void Remember()
    {
        (BestUnplaced, BestPenalty) = (unplaced.Count + hopeless, cost.Total);
        state.Starts.CopyTo(bestStarts, 0);
        state.RoomOf.CopyTo(bestRooms, 0);
    }

    private bool IsAllowed(PlanActivity activity, PlanPlace place)
    {
        var placed = new PlacedActivity(activity, place);
        var index = state.Index;
        if (activity.NeedsRoom != (place.Room is not null && index.Rooms.ContainsKey(place.Room)) || PlacementRules.OfJury(index, activity).Any()) return false;
        return (activity.Pin is not null || !PlacementRules.OfTime(index, placed).Any()) && !PlacementRules.OfRoom(index, placed).Any();
    }
}
