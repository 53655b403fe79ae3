using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>An activity and where it is.</summary>
public readonly record struct PlacedActivity(PlanActivity Activity, PlanPlace Place)
{
    public TimeSlot Slot => new(Place.Start, Place.Start.AddMinutes(Activity.Minutes));
}

/// <summary>The hard rules that look at one activity and its place, each by itself.</summary>
public static class PlacementRules
{
    /// <summary>All that speaks against the activity's time, wherever it would be.</summary>
    public static IEnumerable<Clash> OfTime(PlanIndex index, PlacedActivity placed) =>
    [
        .. Opening(index, placed), .. Windows(placed), .. People(index, placed),
        .. EquipmentOpen(index, placed), .. EquipmentFree(index, placed),
    ];

    /// <summary>All that speaks against the activity's room at its time. Without a room there is nothing to say.</summary>
    public static IEnumerable<Clash> OfRoom(PlanIndex index, PlacedActivity placed) =>
        placed.Place.Room is { } key && index.Rooms.TryGetValue(key, out var room)
            ? [.. RoomSuits(placed), .. RoomSeats(placed, room), .. RoomOpen(placed, room), .. RoomFree(placed, room), .. EquipmentThere(index, placed)]
            : [];

    /// <summary>All that speaks against those who take part, wherever and whenever.</summary>
    public static IEnumerable<Clash> OfJury(PlanIndex index, PlanActivity activity) =>
        [.. JurorsMentor(index, activity), .. JurorsOfCompany(index, activity)];

    public static IEnumerable<Clash> Opening(PlanIndex index, PlacedActivity placed)
    {
        var slot = placed.Slot;
        foreach (var open in index.Problem.Opening)
            if (open.Start <= slot.Start && slot.End <= open.End) yield break;
        yield return new(PlanRule.OutsideOpening, placed.Activity.Key) { When = slot };
    }

    public static IEnumerable<Clash> Windows(PlacedActivity placed)
    {
        if (!PlanTimes.Cover(placed.Activity.Windows, placed.Slot))
            yield return new(PlanRule.OutsideWindow, placed.Activity.Key) { When = placed.Slot };
    }

    public static IEnumerable<Clash> RoomSuits(PlacedActivity placed)
    {
        if (placed.Place.Room is { } room && placed.Activity.OnlyRooms is { Count: > 0 } only && !only.Contains(room))
            yield return OfRoom(PlanRule.RoomUnsuited, placed);
    }

    public static IEnumerable<Clash> RoomSeats(PlacedActivity placed, PlanRoom room)
    {
        if (room.Capacity is { } seats && placed.Activity.Headcount > seats)
            yield return OfRoom(PlanRule.RoomTooSmall, placed) with { When = null, Needed = placed.Activity.Headcount, There = seats };
    }

    public static IEnumerable<Clash> RoomOpen(PlacedActivity placed, PlanRoom room)
    {
        if (!PlanTimes.Cover(room.Available, placed.Slot)) yield return OfRoom(PlanRule.RoomClosed, placed);
    }

    /// <summary>The room with its own setup and cleanup against those who have it outside the plan.</summary>
    public static IEnumerable<Clash> RoomFree(PlacedActivity placed, PlanRoom room)
    {
        var taken = placed.Slot.Widen(room.SetupMinutes, room.CleanupMinutes);
        foreach (var busy in room.Busy)
            if (taken.Intersect(busy) is { } both) yield return OfRoom(PlanRule.RoomBusy, placed) with { When = both };
    }

    public static IEnumerable<Clash> People(PlanIndex index, PlacedActivity placed)
    {
        foreach (var person in placed.Activity.People.Select(p => p.Person).Distinct())
            if (!PlanTimes.Cover(index.People[person].Available, placed.Slot))
                yield return new(PlanRule.PersonAway, placed.Activity.Key) { Thing = new(PlanThingKind.Person, person), When = placed.Slot };
    }

    public static IEnumerable<Clash> EquipmentOpen(PlanIndex index, PlacedActivity placed)
    {
        foreach (var need in placed.Activity.Equipment)
            if (!PlanTimes.Cover(index.Equipment[need.Equipment].Available, placed.Slot))
                yield return OfEquipment(PlanRule.EquipmentClosed, placed, need);
    }

    /// <summary>Enough units for the whole of setup, activity and cleanup, beside what the lab has in use.</summary>
    public static IEnumerable<Clash> EquipmentFree(PlanIndex index, PlacedActivity placed)
    {
        foreach (var need in placed.Activity.Equipment)
        {
            var equipment = index.Equipment[need.Equipment];
            var taken = placed.Slot.Widen(equipment.SetupMinutes, equipment.CleanupMinutes);
            var free = equipment.Units - PlanTimes.Peak(equipment.Busy, taken);
            if (need.Units > free)
                yield return OfEquipment(PlanRule.EquipmentBusy, placed, need) with { When = taken, Needed = need.Units, There = Math.Max(0, free) };
        }
    }

    public static IEnumerable<Clash> EquipmentThere(PlanIndex index, PlacedActivity placed)
    {
        foreach (var need in placed.Activity.Equipment)
            if (index.Equipment[need.Equipment].Room is { } room && placed.Place.Room is { } here && room != here)
                yield return OfEquipment(PlanRule.EquipmentElsewhere, placed, need) with { When = null };
    }

    public static IEnumerable<Clash> JurorsMentor(PlanIndex index, PlanActivity activity) =>
        from juror in Jurors(activity)
        from team in activity.Teams
        where index.Mentors(juror, team)
        select new Clash(PlanRule.JurorMentors, activity.Key) { Thing = new(PlanThingKind.Person, juror), Team = team };

    public static IEnumerable<Clash> JurorsOfCompany(PlanIndex index, PlanActivity activity) =>
        from juror in Jurors(activity)
        from team in activity.Teams
        where index.Teams[team].ChallengeCompany is { } company && index.People[juror].Company == company
        select new Clash(PlanRule.JurorOfCompany, activity.Key) { Thing = new(PlanThingKind.Person, juror), Team = team };

    private static IEnumerable<string> Jurors(PlanActivity activity) =>
        activity.People.Where(p => p.Role == PlanRole.Juror).Select(p => p.Person).Distinct();

    private static Clash OfRoom(PlanRule rule, PlacedActivity placed) =>
        new(rule, placed.Activity.Key) { Thing = new(PlanThingKind.Room, placed.Place.Room!), When = placed.Slot };

    private static Clash OfEquipment(PlanRule rule, PlacedActivity placed, PlanNeed need) =>
        new(rule, placed.Activity.Key) { Thing = new(PlanThingKind.Equipment, need.Equipment), When = placed.Slot };
}
