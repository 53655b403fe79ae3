namespace Incubator.Core.Camps;

/// <summary>
/// The plan while the search works on it: tells quickly who stands in the way of an activity at a place. Judges by the
/// same rules as <see cref="ClashFinder"/>, put into numbers once; tests hold the two against each other.
/// </summary>
internal sealed class PlanBoard
{
    /// <summary>A distance that no two activities have: the order is forbidden.</summary>
    private const int Never = int.MaxValue / 4;

    private readonly Link[][] links;
    private readonly int[] roomGaps;
    private readonly int[][] inRoom;
    private readonly int[] roomCounts;
    private readonly int[] roomPlaces;
    private readonly PlanLoads loads;

    public PlanBoard(PlanIndex index)
    {
        State = new(index);
        var problem = index.Problem;
        var count = problem.Activities.Count;
        links = [.. Enumerable.Range(0, count).Select(a => LinksOf(index, a))];
        roomGaps = [.. problem.Rooms.Select(r => r.SetupMinutes + r.CleanupMinutes)];
        inRoom = [.. problem.Rooms.Select(_ => new int[count])];
        roomCounts = new int[problem.Rooms.Count];
        roomPlaces = new int[count];
        loads = new(State);
    }

    public PlanState State { get; }

    public void Put(int activity, int start, int room)
    {
        State.Starts[activity] = start;
        State.RoomOf[activity] = room;
        if (room < 0) return;
        roomPlaces[activity] = roomCounts[room];
        inRoom[room][roomCounts[room]++] = activity;
    }

    public void Take(int activity)
    {
        var room = State.RoomOf[activity];
        if (room >= 0)
        {
            var last = inRoom[room][--roomCounts[room]];
            inRoom[room][roomPlaces[activity]] = last;
            roomPlaces[last] = roomPlaces[activity];
        }

        State.Starts[activity] = PlanState.Nowhere;
        State.RoomOf[activity] = PlanState.NoRoom;
    }

    public bool Fits(int activity, int start, int room)
    {
        Span<int> none = [];
        return Blockers(activity, start, room, none) == 0;
    }

    /// <summary>
    /// Who would have to leave so that the activity (itself taken off) can have the place. More than fit into
    /// <paramref name="found"/>, or shared equipment that several use up together: one more than its length.
    /// </summary>
    public int Blockers(int activity, int start, int room, Span<int> found)
    {
        var (starts, minutes) = (State.Starts, State.Minutes);
        var end = start + minutes[activity];
        var count = 0;
        foreach (var link in links[activity])
        {
            var other = starts[link.Other];
            if (other == PlanState.Nowhere || other >= end + link.After || start >= other + minutes[link.Other] + link.Before) continue;
            if (count == found.Length) return found.Length + 1;
            found[count++] = link.Other;
        }

        if (room >= 0)
        {
            var gap = roomGaps[room];
            var members = inRoom[room];
            for (var i = 0; i < roomCounts[room]; i++)
            {
                var b = members[i];
                if (starts[b] >= end + gap || start >= starts[b] + minutes[b] + gap || found[..count].Contains(b)) continue;
                if (count == found.Length) return found.Length + 1;
                found[count++] = b;
            }
        }

        return count == 0 && loads.IsTooMuch(activity, start) ? found.Length + 1 : count;
    }

    /// <summary>With whom the activity shares a team, a person, an order or an equipment that one of them uses up.</summary>
    private static Link[] LinksOf(PlanIndex index, int activity)
    {
        var all = index.Problem.Activities;
        var a = all[activity];
        var links = new List<Link>();
        for (var i = 0; i < all.Count; i++)
        {
            if (i == activity) continue;
            var b = all[i];
            var apart = Apart(index, a, b);
            var after = PairRules.MustPrecede(b, a) is not null ? Never : apart ?? 0;
            var before = PairRules.MustPrecede(a, b) is not null ? Never : apart ?? 0;
            if (apart is not null || after == Never || before == Never)
                links.Add(new(i, after == Never ? Never : Math.Max(after, 0), before == Never ? Never : Math.Max(before, 0)));
        }

        return [.. links];
    }

    /// <summary>Minutes that must lie between the two; null where they may run at one time.</summary>
    private static int? Apart(PlanIndex index, PlanActivity a, PlanActivity b)
    {
        int? apart = null;
        if (a.Teams.Any(b.Teams.Contains) || a.People.Any(p => b.People.Any(q => q.Person == p.Person)))
            apart = a.IsRest || b.IsRest ? 0 : index.Problem.MinBreakMinutes;
        foreach (var need in a.Equipment)
        {
            var equipment = index.Equipment[need.Equipment];
            foreach (var other in b.Equipment)
                if (other.Equipment == need.Equipment && need.Units + other.Units > equipment.Units)
                    apart = Math.Max(apart ?? 0, equipment.SetupMinutes + equipment.CleanupMinutes);
        }

        return apart;
    }

    /// <summary>The other begins at least After minutes past the activity's end, or has ended at least Before minutes when it begins.</summary>
    private readonly record struct Link(int Other, int After, int Before);
}
