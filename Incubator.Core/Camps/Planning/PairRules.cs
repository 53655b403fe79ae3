using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>The hard rules that look at two activities and their places, each by itself. All are symmetric: the order of the two does not matter.</summary>
public static class PairRules
{
    /// <summary>All that speaks against the two together; equipment of several units is judged by <see cref="EquipmentRules"/>.</summary>
    public static IEnumerable<Clash> All(PlanIndex index, PlacedActivity a, PlacedActivity b) =>
        [.. Room(index, a, b), .. People(a, b), .. Teams(a, b), .. Breaks(index, a, b), .. Order(a, b)];

    /// <summary>One room, both with the setup and cleanup of the room.</summary>
    public static IEnumerable<Clash> Room(PlanIndex index, PlacedActivity a, PlacedActivity b)
    {
        if (a.Place.Room is not { } key || key != b.Place.Room || !index.Rooms.TryGetValue(key, out var room)) yield break;
        if (Widened(a).Intersect(Widened(b)) is { } both)
            yield return Of(PlanRule.RoomTwice, a, b, new(PlanThingKind.Room, key), both);

        TimeSlot Widened(PlacedActivity placed) => placed.Slot.Widen(room.SetupMinutes, room.CleanupMinutes);
    }

    public static IEnumerable<Clash> People(PlacedActivity a, PlacedActivity b) =>
        a.Slot.Intersect(b.Slot) is not { } both ? [] : SharedPeople(a, b).Select(p => Of(PlanRule.PersonTwice, a, b, p, both));

    public static IEnumerable<Clash> Teams(PlacedActivity a, PlacedActivity b) =>
        a.Slot.Intersect(b.Slot) is not { } both ? [] : SharedTeams(a, b).Select(t => Of(PlanRule.TeamTwice, a, b, t, both));

    /// <summary>The pause between the two, where a team or person is in both and neither is a rest.</summary>
    public static IEnumerable<Clash> Breaks(PlanIndex index, PlacedActivity a, PlacedActivity b)
    {
        var (first, second) = a.Slot.Start <= b.Slot.Start ? (a.Slot, b.Slot) : (b.Slot, a.Slot);
        var pause = (int)Math.Floor((second.Start - first.End).TotalMinutes);
        var needed = index.Problem.MinBreakMinutes;
        if (pause < 0 || pause >= needed || a.Activity.IsRest || b.Activity.IsRest) return [];
        return SharedTeams(a, b).Concat(SharedPeople(a, b)).Select(thing =>
            Of(PlanRule.BreakTooShort, a, b, thing, new(first.End, second.Start)) with { Needed = needed, There = pause });
    }

    /// <summary>What must come before: by name, or by the phases of a team both are for.</summary>
    public static IEnumerable<Clash> Order(PlacedActivity a, PlacedActivity b)
    {
        if (MustPrecede(a.Activity, b.Activity) is { } forward && a.Slot.End > b.Slot.Start) yield return Early(b, a, forward);
        if (MustPrecede(b.Activity, a.Activity) is { } backward && b.Slot.End > a.Slot.Start) yield return Early(a, b, backward);

        static Clash Early(PlacedActivity early, PlacedActivity before, Reason reason) =>
            new(PlanRule.OrderBroken, early.Activity.Key)
            {
                Other = before.Activity.Key,
                Team = reason.Team,
                Thing = reason.Team is { } team ? new PlanThing(PlanThingKind.Team, team) : null,
                When = early.Slot,
            };
    }

    /// <summary>Why the first must have ended before the second begins; null where it need not.</summary>
    internal static Reason? MustPrecede(PlanActivity first, PlanActivity second)
    {
        if (second.After.Contains(first.Key)) return new(null);
        if (!(first.Phase < second.Phase)) return null;
        foreach (var team in first.Teams)
            if (second.Teams.Contains(team)) return new(team);
        return null;
    }

    /// <summary>The team whose phases say so; null where the order is by name.</summary>
    internal sealed record Reason(string? Team);

    internal static IEnumerable<PlanThing> SharedPeople(PlacedActivity a, PlacedActivity b) =>
        a.Activity.People.Select(p => p.Person).Intersect(b.Activity.People.Select(p => p.Person)).Select(p => new PlanThing(PlanThingKind.Person, p));

    internal static IEnumerable<PlanThing> SharedTeams(PlacedActivity a, PlacedActivity b) =>
        a.Activity.Teams.Intersect(b.Activity.Teams).Select(t => new PlanThing(PlanThingKind.Team, t));

    internal static Clash Of(PlanRule rule, PlacedActivity a, PlacedActivity b, PlanThing thing, TimeSlot when)
    {
        var (x, y) = (a.Activity.Key, b.Activity.Key);
        if (string.CompareOrdinal(x, y) > 0) (x, y) = (y, x);
        return new(rule, x) { Other = y, Thing = thing, When = when };
    }
}
