namespace Incubator.Core.Camps;

/// <summary>What must follow each other, by name or by a team's phases: circles, and chains longer than the camp.</summary>
internal static class PlanChains
{
    public static IEnumerable<Obstacle> Of(PlanIndex index, List<PlanActivity> all)
    {
        var before = all.Select(b => Enumerable.Range(0, all.Count).Where(a => PairRules.MustPrecede(all[a], b) is not null).ToArray()).ToArray();
        var (minutes, previous) = (new int[all.Count], new int[all.Count]);
        var visits = new byte[all.Count];
        var path = new List<int>();
        for (var i = 0; i < all.Count; i++)
        {
            if (Circle(i) is not { } circle) continue;
            yield return new(ObstacleKind.OrderInCircle, [.. circle.Select(c => all[c].Key)], []);
            yield break;
        }

        var there = PlanTimes.Minutes(PlanTimes.Union(index.Problem.Opening));
        var last = all.Count == 0 ? -1 : Enumerable.Range(0, all.Count).MaxBy(i => minutes[i]);
        if (last < 0 || minutes[last] <= there) yield break;
        var chain = new List<string>();
        for (var i = last; i >= 0; i = previous[i]) chain.Insert(0, all[i].Key);
        yield return new(ObstacleKind.ChainTooLong, chain, []) { Needed = minutes[last], There = there };

        // Depth first: the longest chain that ends with an activity is known when all before it are.
        List<int>? Circle(int i)
        {
            if (visits[i] == 2) return null;
            if (visits[i] == 1) return path[path.IndexOf(i)..];
            visits[i] = 1;
            path.Add(i);
            previous[i] = -1;
            foreach (var b in before[i])
            {
                if (Circle(b) is { } circle) return circle;
                if (minutes[b] <= minutes[i]) continue;
                (minutes[i], previous[i]) = (minutes[b], b);
            }

            path.RemoveAt(path.Count - 1);
            minutes[i] += all[i].Minutes;
            visits[i] = 2;
            return null;
        }
    }
}
