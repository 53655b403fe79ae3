namespace Incubator.Core.Camps;

/// <summary>
/// For each activity every start on the grid and every room that no rule about a single activity forbids, in order of
/// start and room: what is left for the search to choose from.
/// </summary>
internal sealed class PlanCandidates
{
    private readonly (int Start, int Room)[][] places;

    /// <exception cref="OperationCanceledException"/>
    public PlanCandidates(PlanState state, CancellationToken cancel)
    {
        var grid = Grid(state);
        places = new (int, int)[state.Index.Problem.Activities.Count][];
        for (var i = 0; i < places.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            places[i] = [.. Of(state, state.Index.Problem.Activities[i], grid)];
        }
    }

    public ReadOnlySpan<(int Start, int Room)> this[int activity] => places[activity];

    public bool Contains(int activity, int start, int room) => Array.BinarySearch(places[activity], (start, room)) >= 0;

    /// <summary>Those at one start.</summary>
    public ReadOnlySpan<(int Start, int Room)> At(int activity, int start)
    {
        var all = places[activity];
        var from = First(all, start);
        var until = from;
        while (until < all.Length && all[until].Start == start) until++;
        return all.AsSpan(from, until - from);
    }

    /// <summary>All starts of the grid within the opening, in minutes since the origin.</summary>
    public static int[] Grid(PlanState state)
    {
        var step = state.Index.Problem.StepMinutes;
        var offset = (int)(state.Origin.UtcTicks / TimeSpan.TicksPerMinute % step);
        var starts = new SortedSet<int>();
        foreach (var open in state.Index.Problem.Opening)
        {
            var first = state.MinuteOf(open.Start);
            first += (step - (first + offset) % step) % step;
            for (var start = first; start < state.MinuteOf(open.End); start += step) starts.Add(start);
        }

        return [.. starts];
    }

    /// <summary>A pin with its room is no choice; a pinned time leaves the rooms.</summary>
    private static IEnumerable<(int Start, int Room)> Of(PlanState state, PlanActivity activity, int[] grid)
    {
        var index = state.Index;
        if (PlacementRules.OfJury(index, activity).Any()) yield break;
        var starts = activity.Pin is { } pin ? [state.MinuteOf(pin.Start)] : grid;
        foreach (var start in starts)
        {
            var at = new PlacedActivity(activity, new(state.InstantOf(start)));
            if (activity.Pin is null && PlacementRules.OfTime(index, at).Any()) continue;
            if (!activity.NeedsRoom) yield return (start, PlanState.NoRoom);
            else
            {
                for (var room = 0; room < index.Problem.Rooms.Count; room++)
                    if (!PlacementRules.OfRoom(index, at with { Place = at.Place with { Room = index.Problem.Rooms[room].Key } }).Any()) yield return (start, room);
            }
        }
    }

    private static int First((int Start, int Room)[] all, int start)
    {
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
