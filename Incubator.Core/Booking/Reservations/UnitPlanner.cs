namespace Incubator.Core.Booking;

/// <summary>Quarters [From, Until) of a unit that something holds.</summary>
/// <param name="Movable">A future reservation item, which may change unit; running ones and maintenance never do.</param>
public sealed record Taken(int Unit, int From, int Until, long? ItemId, long? MaintenanceId, bool Movable)
{
    public bool Overlaps(int from, int until) => From < until && from < Until;
}

/// <summary>The unit for a new item, and the items that make room by changing theirs.</summary>
public sealed record UnitPlan(int Unit, IReadOnlyList<(long ItemId, int Unit)> Changes);

/// <summary>
/// Finds a unit for an interval. Capacity is peak concurrency: where no single unit is free throughout, future items may
/// change unit. Pure.
/// </summary>
public static class UnitPlanner
{
    // Bounds the search on calendars so full of fixed items that it would not end; then the time counts as taken.
    private const int MaxSteps = 20_000;

    /// <param name="taken">Everything held on the resource that may matter (whole intervals, not clipped).</param>
    /// <param name="onUnit">The unit of what runs already and stays where it is; null: any.</param>
    /// <returns>Null: the time is taken.</returns>
    public static UnitPlan? Plan(int units, int from, int until, IReadOnlyCollection<Taken> taken, int? onUnit = null)
    {
        // The peak first: units above the count may still be held since there were more of them, and count as any other.
        if (Peak(from, until, taken) >= units) return null;
        var free = onUnit is { } own ? (IsFree(own, from, until, taken) ? own : (int?)null) : FreeUnit(units, from, until, taken);
        if (free is { } at) return new UnitPlan(at, []);
        if (units == 1) return null;

        // Whatever touches the moved items' intervals matters too, so the whole connected stretch is planned anew.
        var near = Stretch(from, until, taken);
        var movable = near.Where(t => t.Movable).ToList();
        var wanted = new Taken(0, from, until, null, null, true);
        movable.Add(wanted);
        movable.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : b.Until.CompareTo(a.Until));
        var @fixed = near.Where(t => !t.Movable).ToList();

        var placed = new int[movable.Count];
        var steps = 0;
        if (!Place(0)) return null;
        var changes = movable
            .Select((item, index) => (item, Unit: placed[index]))
            .Where(p => p.item.ItemId is not null && p.item.Unit != p.Unit)
            .Select(p => (p.item.ItemId!.Value, p.Unit))
            .ToList();
        return new UnitPlan(placed[movable.FindIndex(t => ReferenceEquals(t, wanted))], changes);

        bool Place(int index)
        {
            if (index == movable.Count) return true;
            var item = movable[index];
            // Its own unit first: as few as possible change.
            foreach (var candidate in Enumerable.Range(1, units).OrderBy(u => u == item.Unit ? 0 : u))
            {
                if (ReferenceEquals(item, wanted) && onUnit is { } bound && candidate != bound) continue;
                if (++steps > MaxSteps) return false;
                if (@fixed.Any(f => f.Unit == candidate && f.Overlaps(item.From, item.Until))) continue;
                var clash = false;
                for (var earlier = 0; earlier < index && !clash; earlier++)
                    clash = placed[earlier] == candidate && movable[earlier].Overlaps(item.From, item.Until);
                if (clash) continue;
                placed[index] = candidate;
                if (Place(index + 1)) return true;
            }

            return false;
        }
    }

    public static int? FreeUnit(int units, int from, int until, IReadOnlyCollection<Taken> taken)
    {
        for (var unit = 1; unit <= units; unit++)
            if (IsFree(unit, from, until, taken)) return unit;
        return null;
    }

    private static bool IsFree(int unit, int from, int until, IEnumerable<Taken> taken) => !taken.Any(t => t.Unit == unit && t.Overlaps(from, until));

    /// <summary>The most units held at once within the interval.</summary>
    public static int Peak(int from, int until, IEnumerable<Taken> taken)
    {
        var edges = new List<(int At, int Step)>();
        foreach (var t in taken.Where(t => t.Overlaps(from, until)))
        {
            edges.Add((Math.Max(t.From, from), 1));
            edges.Add((Math.Min(t.Until, until), -1));
        }

        // Ends before starts: touching intervals do not add up.
        edges.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Step.CompareTo(b.Step));
        int now = 0, peak = 0;
        foreach (var (_, step) in edges) peak = Math.Max(peak, now += step);
        return peak;
    }

    private static List<Taken> Stretch(int from, int until, IReadOnlyCollection<Taken> taken)
    {
        while (true)
        {
            var near = taken.Where(t => t.Overlaps(from, until)).ToList();
            var movable = near.Where(t => t.Movable).ToList();
            var wider = (From: Math.Min(from, movable.Select(t => t.From).DefaultIfEmpty(from).Min()),
                Until: Math.Max(until, movable.Select(t => t.Until).DefaultIfEmpty(until).Max()));
            if (wider == (from, until)) return near;
            (from, until) = wider;
        }
    }
}
