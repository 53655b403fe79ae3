namespace Incubator.Core.Camps;

/// <summary>Equipment of several units, whose users may overlap as long as the peak allows it.</summary>
internal sealed class PlanLoads
{
    private readonly PlanState state;
    private readonly (int Equipment, int Units)[][] needs;
    private readonly Shared[] shared;

    public PlanLoads(PlanState state)
    {
        this.state = state;
        var problem = state.Index.Problem;
        var listed = problem.Equipment.Where(e => e.Units > 1).ToList();
        shared = [.. listed.Select(e => new Shared(e.Units, e.SetupMinutes, e.CleanupMinutes,
            [.. problem.Activities.Select((a, i) => (i, a.Equipment.Where(n => n.Equipment == e.Key).Sum(n => n.Units))).Where(u => u.Item2 > 0)],
            [.. e.Busy.Select(b => (state.MinuteOf(b.Slot.Start), state.MinuteOf(b.Slot.End.AddSeconds(59)), b.Units))]))];
        needs = new (int, int)[problem.Activities.Count][];
        for (var i = 0; i < needs.Length; i++)
            needs[i] = [.. listed.Select((e, k) => (k, problem.Activities[i].Equipment.Where(n => n.Equipment == e.Key).Sum(n => n.Units))).Where(n => n.Item2 > 0)];
    }

    /// <summary>True where the activity (itself taken off), begun then, would raise the peak of an equipment above its units.</summary>
    public bool IsTooMuch(int activity, int start)
    {
        foreach (var (equipment, units) in needs[activity])
        {
            var e = shared[equipment];
            var (from, until) = (start - e.Setup, start + state.Minutes[activity] + e.Cleanup);
            if (Load(e, from) + units > e.Units) return true;
            foreach (var (user, _) in e.Users)
                if (state.IsPlaced(user) && From(e, user) is var at && at > from && at < until && Load(e, at) + units > e.Units) return true;
            foreach (var (at, _, _) in e.Busy)
                if (at > from && at < until && Load(e, at) + units > e.Units) return true;
        }

        return false;
    }

    private int From(Shared e, int user) => state.Starts[user] - e.Setup;

    private int Load(Shared e, int at)
    {
        var load = 0;
        foreach (var (user, units) in e.Users)
            if (state.IsPlaced(user) && From(e, user) <= at && at < state.EndOf(user) + e.Cleanup) load += units;
        foreach (var (from, until, units) in e.Busy)
            if (from <= at && at < until) load += units;
        return load;
    }

    private sealed record Shared(int Units, int Setup, int Cleanup, (int Activity, int Units)[] Users, (int From, int Until, int Units)[] Busy);
}
