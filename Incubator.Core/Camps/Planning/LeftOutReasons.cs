namespace Incubator.Core.Camps;

/// <summary>
/// Why an activity has no place: of the places it could have (each start of the grid at which the camp is open long
/// enough, in each room), how many each reason refuses.
/// </summary>
/// <param name="Places">Places looked at; 0: it is longer than any opening.</param>
/// <param name="Free">Places that nothing refuses: the search had no time to take one.</param>
/// <param name="Reasons">All, the one that refuses most first.</param>
/// <param name="Together">A smallest set of them that refuses every place; empty where one is free.</param>
public sealed record LeftOut(
    string Activity, int Places, int Free, IReadOnlyList<LeftOutReason> Reasons, IReadOnlyList<LeftOutReason> Together);

/// <summary>A hard rule with the things and the other activities by which it refuses so many places.</summary>
public sealed record LeftOutReason(PlanRule Rule, IReadOnlyList<PlanThing> Things, IReadOnlyList<string> Others, int Refused);

/// <summary>Asks all hard rules about all places of an activity, and boils the answer down.</summary>
public static class LeftOutReasons
{
    /// <summary>With up to so many reasons the smallest set is found exactly (up to three together); beyond, and with more needed, one that is small.</summary>
    private const int Exactly = 40;

    public static LeftOut Of(PlanIndex index, Plan plan, string activityKey)
    {
        var activity = index.Activities[activityKey];
        var state = new PlanState(index);
        var others = ClashFinder.Placed(index, plan).Where(p => p.Activity.Key != activityKey).ToList();
        var bound = others.Where(o => IsBound(index, activity, o.Activity)).ToList();
        var inRoom = others.Where(o => o.Place.Room is not null).ToLookup(o => o.Place.Room!);
        var jury = PlacementRules.OfJury(index, activity).ToList();
        var rooms = activity.NeedsRoom ? index.Problem.Rooms.Select(r => r.Key).Cast<string?>().ToList() : [null];
        var starts = (activity.Pin is { } pin ? [pin.Start] : PlanCandidates.Grid(state).Select(state.InstantOf))
            .Select(s => new PlacedActivity(activity, new(s))).Where(p => activity.Pin is not null || !PlacementRules.Opening(index, p).Any()).ToList();
        var found = new Gathered(Math.Max(1, rooms.Count) * starts.Count);
        var place = 0;
        foreach (var at in starts)
        {
            var ofTime = PlacementRules.OfTime(index, at).Concat(bound.SelectMany(o => PairRules.All(index, at, o))).Concat(Equipment(index, at, bound)).Concat(jury).ToList();
            if (rooms.Count == 0) found.Add(place++, [.. ofTime, new(PlanRule.RoomUnsuited, activityKey)]);
            foreach (var room in rooms)
            {
                var there = at with { Place = at.Place with { Room = room } };
                var ofRoom = room is null ? [] : PlacementRules.OfRoom(index, there).Concat(inRoom[room].SelectMany(o => PairRules.Room(index, there, o)));
                found.Add(place++, [.. ofTime, .. ofRoom]);
            }
        }

        return found.ToAnswer(activityKey);
    }

    private static bool IsBound(PlanIndex index, PlanActivity a, PlanActivity b) =>
        a.Teams.Any(b.Teams.Contains) || a.People.Any(p => b.People.Any(q => q.Person == p.Person)) ||
        a.Equipment.Any(n => b.Equipment.Any(m => m.Equipment == n.Equipment)) || a.After.Contains(b.Key) || b.After.Contains(a.Key);

    private static IEnumerable<Clash> Equipment(PlanIndex index, PlacedActivity at, List<PlacedActivity> bound) =>
        at.Activity.Equipment.SelectMany(n => EquipmentRules.Twice(index, n.Equipment, [at, .. bound.Where(b => b.Activity.Equipment.Any(m => m.Equipment == n.Equipment))]))
            .Where(c => c.Activity == at.Activity.Key || c.Other == at.Activity.Key);

    /// <summary>Places by reason, as bits.</summary>
    private sealed class Gathered(int places)
    {
        private readonly Dictionary<(PlanRule, PlanThing?), (ulong[] Bits, HashSet<PlanThing> Things, HashSet<string> Others)> reasons = [];
        private readonly ulong[] refused = new ulong[(places + 63) / 64];

        public void Add(int place, List<Clash> clashes)
        {
            foreach (var clash in clashes)
            {
                // Rooms count together: "no room is free then" is one reason, not eight.
                var key = (clash.Rule, clash.Thing is { Kind: PlanThingKind.Room } ? null : clash.Thing);
                if (!reasons.TryGetValue(key, out var reason)) reasons[key] = reason = (new ulong[refused.Length], [], []);
                reason.Bits[place / 64] |= 1UL << (place % 64);
                refused[place / 64] |= 1UL << (place % 64);
                if (clash.Thing is { } thing) reason.Things.Add(thing);
                foreach (var name in new[] { clash.Activity, clash.Other })
                    if (name is not null) reason.Others.Add(name);
            }
        }

        public LeftOut ToAnswer(string activity)
        {
            if (places == 0)
            {
                LeftOutReason longer = new(PlanRule.OutsideOpening, [], [], 0);
                return new(activity, 0, 0, [longer], [longer]);
            }

            var all = reasons.Select(r => (r.Value.Bits, Reason: new LeftOutReason(r.Key.Item1, [.. r.Value.Things],
                    [.. r.Value.Others.Where(o => o != activity)], Count(r.Value.Bits))))
                .OrderByDescending(r => r.Reason.Refused).ThenBy(r => r.Reason.Rule).ToList();
            var free = places - Count(refused);
            var together = free > 0 ? [] : SmallestCover([.. all.Select(r => r.Bits)]);
            return new(activity, places, free, [.. all.Select(r => r.Reason)], [.. together.Select(i => all[i].Reason)]);
        }

        private List<int> SmallestCover(List<ulong[]> sets)
        {
            var top = Math.Min(sets.Count, Exactly);
            for (var size = 1; size <= 3; size++)
                if (Exact(sets, top, size, 0, new ulong[refused.Length]) is { } exact) return exact;
            return Greedy(sets);
        }

        private List<int>? Exact(List<ulong[]> sets, int top, int size, int from, ulong[] covered)
        {
            if (Count(covered) == places) return [];
            if (size == 0) return null;
            for (var i = from; i < top; i++)
            {
                var with = Or(covered, sets[i]);
                if (size == 1 && Count(with) < places) continue;
                if (Exact(sets, top, size - 1, i + 1, with) is { } rest) return [i, .. rest];
            }

            return null;
        }

        /// <summary>The one that adds most, again and again; then whatever the others make superfluous goes.</summary>
        private List<int> Greedy(List<ulong[]> sets)
        {
            var (chosen, covered) = (new List<int>(), new ulong[refused.Length]);
            while (Count(covered) < places)
            {
                var next = Enumerable.Range(0, sets.Count).MaxBy(i => Count(Or(covered, sets[i])));
                chosen.Add(next);
                covered = Or(covered, sets[next]);
            }

            foreach (var i in chosen.ToList())
                if (Count(chosen.Where(c => c != i).Aggregate(new ulong[refused.Length], (bits, c) => Or(bits, sets[c]))) == places) chosen.Remove(i);
            return chosen;
        }

        private static int Count(ulong[] bits) => bits.Sum(System.Numerics.BitOperations.PopCount);

        private static ulong[] Or(ulong[] a, ulong[] b) => [.. a.Zip(b, (x, y) => x | y)];
    }
}
