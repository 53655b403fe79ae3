using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// Judges any plan, made by hand, by the search or read from a file: every hard rule that it breaks, with both sides, and
/// what the soft rules charge. Quick enough to be asked after each move: activities are compared only with those of the
/// same room, team or person that are near in time, never all with all.
/// </summary>
public static class ClashFinder
{
    /// <summary>Clashes in order of time; those without a time first.</summary>
    public static IReadOnlyList<Clash> Find(PlanIndex index, Plan plan)
    {
        var placed = Placed(index, plan);
        var clashes = new HashSet<Clash>();
        foreach (var p in placed)
        {
            clashes.UnionWith(PlacementRules.OfJury(index, p.Activity));
            clashes.UnionWith(PlacementRules.OfTime(index, p));
            clashes.UnionWith(PlacementRules.OfRoom(index, p));
        }

        foreach (var (a, b) in Near(index, placed)) clashes.UnionWith(PairRules.All(index, a, b));
        foreach (var (a, b) in InOrder(index, placed)) clashes.UnionWith(PairRules.Order(a, b));
        foreach (var group in placed.SelectMany(p => p.Activity.Equipment.Select(n => n.Equipment).Distinct().Select(e => (e, p))).GroupBy(x => x.e, x => x.p))
            clashes.UnionWith(EquipmentRules.Twice(index, group.Key, [.. group]));
        return [.. clashes.OrderBy(c => c.When?.Start).ThenBy(c => c.Rule).ThenBy(c => c.Activity, StringComparer.Ordinal).ThenBy(c => c.Other, StringComparer.Ordinal)];
    }

    /// <summary>The clashes that one activity is part of: what a page shows beside it.</summary>
    public static IEnumerable<Clash> Of(this IEnumerable<Clash> clashes, string activity) =>
        clashes.Where(c => c.Activity == activity || c.Other == activity);

    /// <summary>Clashes, penalties by the camp's soft rules (or others), and what has no place.</summary>
    public static Judgement Judge(PlanIndex index, Plan plan, Func<PlanIndex, IReadOnlyList<ISoftRule>>? rules = null)
    {
        var state = PlanState.Of(index, plan);
        var penalties = (rules ?? CampSoftRules.Of)(index)
            .SelectMany(r => Enumerable.Range(0, r.Parts).SelectMany(part => r.Explain(part, state)))
            .Where(p => p.Amount > 0);
        return new()
        {
            Clashes = Find(index, plan),
            Penalties = [.. penalties.OrderByDescending(p => p.Amount)],
            Unplaced = [.. index.Problem.Activities.Where(a => plan.PlaceOf(a.Key) is null).Select(a => a.Key)],
            Roomless = [.. index.Problem.Activities.Where(a => a.NeedsRoom && plan.PlaceOf(a.Key) is { Room: null }).Select(a => a.Key)],
        };
    }

    internal static List<PlacedActivity> Placed(PlanIndex index, Plan plan) =>
        [.. index.Problem.Activities.Where(a => plan.Places.ContainsKey(a.Key)).Select(a => new PlacedActivity(a, plan.Places[a.Key]))];

    /// <summary>Pairs that share a room, a team or a person and are so near that they might get into each other's way.</summary>
    private static IEnumerable<(PlacedActivity, PlacedActivity)> Near(PlanIndex index, List<PlacedActivity> placed)
    {
        var lists = new Dictionary<PlanThing, List<PlacedActivity>>();
        foreach (var p in placed)
        {
            if (p.Place.Room is { } room && index.Rooms.ContainsKey(room)) Add(new(PlanThingKind.Room, room), p);
            foreach (var team in p.Activity.Teams.Distinct()) Add(new(PlanThingKind.Team, team), p);
            foreach (var person in p.Activity.People.Select(x => x.Person).Distinct()) Add(new(PlanThingKind.Person, person), p);
        }

        foreach (var (thing, list) in lists)
        {
            list.Sort((a, b) => a.Place.Start.CompareTo(b.Place.Start));
            var apart = thing.Kind == PlanThingKind.Room
                ? index.Rooms[thing.Key].SetupMinutes + index.Rooms[thing.Key].CleanupMinutes
                : index.Problem.MinBreakMinutes;
            var running = new List<PlacedActivity>();
            foreach (var p in list)
            {
                running.RemoveAll(r => r.Slot.End.AddMinutes(apart) <= p.Place.Start);
                foreach (var r in running) yield return (r, p);
                running.Add(p);
            }
        }

        void Add(PlanThing thing, PlacedActivity p)
        {
            if (!lists.TryGetValue(thing, out var list)) lists[thing] = list = [];
            list.Add(p);
        }
    }

    /// <summary>Pairs that an order binds: named predecessors, and for each team what has a phase.</summary>
    private static IEnumerable<(PlacedActivity, PlacedActivity)> InOrder(PlanIndex index, List<PlacedActivity> placed)
    {
        var byKey = placed.ToDictionary(p => p.Activity.Key);
        foreach (var p in placed)
            foreach (var before in p.Activity.After)
                if (byKey.TryGetValue(before, out var b)) yield return (b, p);
        foreach (var team in index.Problem.Teams)
        {
            // Begun by the later phase's start and ended by it: nothing to say; the others are the pairs of interest.
            var list = index.ActivitiesOf(team.Key).Where(byKey.ContainsKey).Select(k => byKey[k]).Where(p => p.Activity.Phase is not null)
                .OrderBy(p => p.Activity.Phase).ToList();
            for (var i = 0; i < list.Count; i++)
                for (var j = i + 1; j < list.Count; j++)
                    if (list[i].Activity.Phase != list[j].Activity.Phase && list[i].Slot.End > list[j].Place.Start) yield return (list[i], list[j]);
        }
    }
}
