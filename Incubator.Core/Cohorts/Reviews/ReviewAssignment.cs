namespace Incubator.Core.Cohorts;

/// <summary>Why a reviewer may not have an application.</summary>
public enum AssignmentBar
{
    /// <summary>Has declared a conflict of interest.</summary>
    Conflict = 0,

    /// <summary>Belongs to the applicant's organisation.</summary>
    SameOrganisation = 1,

    /// <summary>Was taken off it by staff.</summary>
    TakenOff = 2,
}

/// <summary>An application that wants reviewers.</summary>
/// <param name="Assigned">Who has it already, by hand or from before; stays so.</param>
/// <param name="Barred">Who may not have it, and why.</param>
public sealed record ApplicationToAssign(long Id, IReadOnlyCollection<long> Assigned, IReadOnlyDictionary<long, AssignmentBar> Barred);

/// <summary>An application that could not get as many as it wants.</summary>
/// <param name="Missing">How many reviews short.</param>
/// <param name="Barred">How many reviewers were barred, by reason; where none was, there are too few reviewers.</param>
public sealed record AssignmentShortage(long ApplicationId, int Missing, IReadOnlyDictionary<AssignmentBar, int> Barred);

/// <param name="Made">The new pairs only.</param>
public sealed record AssignmentPlan(IReadOnlyList<(long ApplicationId, long ReviewerId)> Made, IReadOnlyList<AssignmentShortage> Shortages);

/// <summary>
/// Gives each application the reviewers it still wants so that the work is shared as evenly as conflicts allow: no single application
/// could go from one reviewer to another who has two or more fewer. The same seed gives the same plan, whatever the order of the lists.
/// </summary>
public static class ReviewAssignment
{
    /// <param name="reviewersWanted">By each application, those it has included.</param>
    public static AssignmentPlan Plan(
        IReadOnlyList<ApplicationToAssign> applications, IReadOnlyList<long> reviewers, int reviewersWanted, int seed)
    {
        var random = new Random(seed);
        // Chance, not the alphabet, decides who gets what among equals.
        var pool = reviewers.Distinct().Order().ToArray();
        random.Shuffle(pool);
        var open = applications.OrderBy(a => a.Id).ToArray();
        random.Shuffle(open);
        var load = pool.ToDictionary(r => r, r => open.Count(a => a.Assigned.Contains(r)));
        var given = open.ToDictionary(a => a.Id, _ => new HashSet<long>());
        var may = open.ToDictionary(a => a.Id, a => pool.Where(r => !a.Assigned.Contains(r) && !a.Barred.ContainsKey(r)).ToArray());
        var shortages = new List<AssignmentShortage>();
        foreach (var application in open)
        {
            var wanted = Math.Max(0, reviewersWanted - application.Assigned.Count);
            while (given[application.Id].Count < wanted && Give(application.Id, pool, load, given, may))
            {
            }

            var missing = wanted - given[application.Id].Count;
            if (missing > 0)
            {
                shortages.Add(new AssignmentShortage(application.Id, missing, application.Barred
                    .Where(b => load.ContainsKey(b.Key)).GroupBy(b => b.Value).ToDictionary(g => g.Key, g => g.Count())));
            }
        }

        return new AssignmentPlan(
            [.. given.SelectMany(g => g.Value.Select(r => (g.Key, r))).OrderBy(p => p.Key).ThenBy(p => p.r)],
            [.. shortages.OrderBy(s => s.ApplicationId)]);
    }

    /// <summary>
    /// One more reviewer for the application: the least loaded that can be reached, directly or by handing others' applications on
    /// (a shortest augmenting path of the flow with convex costs, so that the sum of squared loads stays the least possible).
    /// </summary>
    private static bool Give(
        long application, long[] pool, Dictionary<long, int> load, Dictionary<long, HashSet<long>> given, Dictionary<long, long[]> may)
    {
        var cameFrom = new Dictionary<long, (long Application, long? Reviewer)>();
        var queue = new Queue<long>();
        foreach (var first in may[application].Where(r => !given[application].Contains(r)))
        {
            cameFrom[first] = (application, null);
            queue.Enqueue(first);
        }

        while (queue.TryDequeue(out var reviewer))
        {
            foreach (var other in given.Where(g => g.Value.Contains(reviewer)).Select(g => g.Key))
            {
                foreach (var next in may[other].Where(r => !given[other].Contains(r) && !cameFrom.ContainsKey(r)))
                {
                    cameFrom[next] = (other, reviewer);
                    queue.Enqueue(next);
                }
            }
        }

        if (cameFrom.Count == 0) return false;
        var best = pool.Where(cameFrom.ContainsKey).MinBy(r => load[r]);
        load[best]++;
        for (long? at = best; at is { } reviewer;)
        {
            var (from, before) = cameFrom[reviewer];
            given[from].Add(reviewer);
            if (before is { } handsOn) given[from].Remove(handsOn);
            at = before;
        }

        return true;
    }
}
