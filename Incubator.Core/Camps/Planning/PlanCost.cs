namespace Incubator.Core.Camps;

/// <summary>What the soft rules charge, kept up to date move by move: only the parts that a moved activity is in are counted again.</summary>
internal sealed class PlanCost
{
    private readonly PlanState state;
    private readonly (ISoftRule Rule, int Part)[] parts;
    private readonly int[][] partsOf;
    private readonly int[] costs;
    private readonly int[] seen;
    private readonly List<(int Part, int Cost)> before = [];
    private int round;

    public PlanCost(PlanState state, IReadOnlyList<ISoftRule> rules)
    {
        this.state = state;
        parts = [.. rules.SelectMany(r => Enumerable.Range(0, r.Parts).Select(p => (r, p)))];
        var lists = state.Starts.Select(_ => new List<int>()).ToArray();
        for (var part = 0; part < parts.Length; part++)
            foreach (var activity in parts[part].Rule.ActivitiesOf(parts[part].Part)) lists[activity].Add(part);
        partsOf = [.. lists.Select(l => l.ToArray())];
        costs = new int[parts.Length];
        seen = new int[parts.Length];
        Recount();
    }

    public int Total { get; private set; }

    public void Recount()
    {
        Total = 0;
        for (var part = 0; part < parts.Length; part++) Total += costs[part] = parts[part].Rule.Cost(parts[part].Part, state);
    }

    /// <summary>Counts again after these activities have moved; can be undone once, before the next.</summary>
    public void Follow(ReadOnlySpan<int> moved)
    {
        before.Clear();
        round++;
        foreach (var activity in moved)
        {
            foreach (var part in partsOf[activity])
            {
                if (seen[part] == round) continue;
                seen[part] = round;
                before.Add((part, costs[part]));
                Total -= costs[part];
                Total += costs[part] = parts[part].Rule.Cost(parts[part].Part, state);
            }
        }
    }

    public void Undo()
    {
        foreach (var (part, cost) in before)
        {
            Total += cost - costs[part];
            costs[part] = cost;
        }
    }
}
