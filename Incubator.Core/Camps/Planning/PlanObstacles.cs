using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What makes it impossible to place all activities, proven by counting. Needed and There are minutes unless said otherwise.</summary>
public enum ObstacleKind
{
    /// <summary>The activity is longer than any opening.</summary>
    LongerThanOpening = 0,

    /// <summary>More heads than any room that it may have seats. Facts in heads.</summary>
    NoRoomLargeEnough = 1,

    /// <summary>The person's activities take longer than they can be there.</summary>
    PersonOverbooked = 2,

    /// <summary>The team's activities take longer than the camp is open.</summary>
    TeamOverbooked = 3,

    /// <summary>Activities that must follow each other take longer than the camp is open.</summary>
    ChainTooLong = 4,

    /// <summary>Activities wait for each other in a circle.</summary>
    OrderInCircle = 5,

    /// <summary>The activities that need one of these rooms take longer than the rooms are free together.</summary>
    RoomsOverbooked = 6,

    /// <summary>More units than there are. Facts in units.</summary>
    TooFewUnits = 7,

    /// <summary>The equipment is needed for longer than it is free; unit-minutes, without setup and cleanup.</summary>
    EquipmentOverbooked = 8,

    /// <summary>Those who judge may not: they mentor the team or belong to its challenge's company.</summary>
    JuryConflict = 9,

    /// <summary>No time and room suits the activity even if it were alone; the things are a smallest set that refuses all.</summary>
    NoPlace = 10,
}

/// <summary>One proof, with the activities and things that collide.</summary>
public sealed record Obstacle(ObstacleKind Kind, IReadOnlyList<string> Activities, IReadOnlyList<PlanThing> Things)
{
    public int? Needed { get; init; }

    public int? There { get; init; }
}

/// <summary>
/// Conditions that every complete plan meets; where one does not hold, no search will find such a plan. They are necessary,
/// not sufficient: without an obstacle there may still be no complete plan.
/// </summary>
public static class PlanObstacles
{
    public static IReadOnlyList<Obstacle> Of(PlanIndex index)
    {
        // What staff fixed outside the opening takes nothing of it.
        var counted = index.Problem.Activities.Where(a => a.Pin is not { } pin || !PlacementRules.Opening(index, new(a, pin)).Any()).ToList();
        var own = index.Problem.Activities.Where(a => a.Pin is null).SelectMany(a => OfActivity(index, a)).ToList();
        return [.. own, .. People(index, counted), .. Teams(index, counted), .. PlanChains.Of(index, counted), .. Rooms(index, counted), .. Equipment(index, counted)];
    }

    /// <summary>The first thing that makes an activity impossible all by itself.</summary>
    public static IEnumerable<Obstacle> OfActivity(PlanIndex index, PlanActivity activity)
    {
        var longest = (int)index.Problem.Opening.Select(o => o.Length.TotalMinutes).DefaultIfEmpty().Max();
        if (activity.Minutes > longest)
        {
            yield return new(ObstacleKind.LongerThanOpening, [activity.Key], []) { Needed = activity.Minutes, There = longest };
            yield break;
        }

        var rooms = index.Problem.Rooms.Where(r => activity.OnlyRooms.Count == 0 || activity.OnlyRooms.Contains(r.Key)).ToList();
        if (activity.NeedsRoom && !rooms.Any(r => !(r.Capacity < activity.Headcount)))
        {
            yield return new(ObstacleKind.NoRoomLargeEnough, [activity.Key], [.. rooms.Select(r => new PlanThing(PlanThingKind.Room, r.Key))])
            {
                Needed = activity.Headcount,
                There = rooms.Max(r => r.Capacity) ?? 0,
            };
            yield break;
        }

        var units = activity.Equipment.Where(n => n.Units > index.Equipment[n.Equipment].Units).ToList();
        foreach (var need in units)
        {
            yield return new(ObstacleKind.TooFewUnits, [activity.Key], [new(PlanThingKind.Equipment, need.Equipment)])
            {
                Needed = need.Units,
                There = index.Equipment[need.Equipment].Units,
            };
        }

        var jury = PlacementRules.OfJury(index, activity).ToList();
        foreach (var clash in jury)
            yield return new(ObstacleKind.JuryConflict, [activity.Key], [clash.Thing!.Value, new(PlanThingKind.Team, clash.Team!)]);
        if (units.Count > 0 || jury.Count > 0) yield break;
        var alone = LeftOutReasons.Of(index, Plan.Empty, activity.Key);
        if (alone.Free == 0)
            yield return new(ObstacleKind.NoPlace, [activity.Key], [.. alone.Together.SelectMany(r => r.Things).Distinct()]);
    }

    private static IEnumerable<Obstacle> People(PlanIndex index, List<PlanActivity> counted) =>
        index.Problem.People.Select(person => Overbooked(ObstacleKind.PersonOverbooked, new(PlanThingKind.Person, person.Key),
            counted.Where(a => a.People.Any(p => p.Person == person.Key)), Free(index, person.Available, []))).OfType<Obstacle>();

    private static IEnumerable<Obstacle> Teams(PlanIndex index, List<PlanActivity> counted) =>
        index.Problem.Teams.Select(team => Overbooked(ObstacleKind.TeamOverbooked, new(PlanThingKind.Team, team.Key),
            counted.Where(a => a.Teams.Contains(team.Key)), Free(index, [], []))).OfType<Obstacle>();

    /// <summary>By each headcount: what needs so many seats against the rooms that have them; and by each list of only rooms.</summary>
    private static IEnumerable<Obstacle> Rooms(PlanIndex index, List<PlanActivity> counted)
    {
        var problem = index.Problem;
        var inRooms = counted.Where(a => a.NeedsRoom).ToList();
        foreach (var heads in inRooms.Select(a => a.Headcount).Distinct().OrderDescending())
        {
            var obstacle = Together(inRooms.Where(a => a.Headcount >= heads), problem.Rooms.Where(r => !(r.Capacity < heads)));
            if (obstacle is null) continue;
            yield return obstacle;
            yield break;
        }

        foreach (var only in inRooms.Select(a => a.OnlyRooms).Where(o => o.Count > 0).DistinctBy(o => string.Join('\n', o.Order(StringComparer.Ordinal))))
        {
            var obstacle = Together(inRooms.Where(a => a.OnlyRooms.Count > 0 && a.OnlyRooms.All(only.Contains)), problem.Rooms.Where(r => only.Contains(r.Key)));
            if (obstacle is not null) yield return obstacle;
        }

        Obstacle? Together(IEnumerable<PlanActivity> activities, IEnumerable<PlanRoom> rooms)
        {
            var list = rooms.ToList();
            if (list.Count == 0) return null;
            var (wanting, there) = (activities.ToList(), list.Sum(r => Free(index, r.Available, r.Busy)));
            var needed = wanting.Sum(a => a.Minutes);
            return needed <= there ? null : new(ObstacleKind.RoomsOverbooked, [.. wanting.Select(a => a.Key)],
                [.. list.Select(r => new PlanThing(PlanThingKind.Room, r.Key))])
            { Needed = needed, There = there };
        }
    }

    private static IEnumerable<Obstacle> Equipment(PlanIndex index, List<PlanActivity> counted)
    {
        foreach (var equipment in index.Problem.Equipment)
        {
            var wanting = counted.Where(a => a.Equipment.Any(n => n.Equipment == equipment.Key)).ToList();
            var needed = wanting.Sum(a => a.Minutes * a.Equipment.Where(n => n.Equipment == equipment.Key).Sum(n => n.Units));
            var open = Open(index, equipment.Available);
            // Between two of these instants the units in use stay the same.
            var instants = open.Concat(equipment.Busy.Select(b => b.Slot)).SelectMany(s => new[] { s.Start, s.End }).Distinct().Order().ToList();
            var there = instants.Zip(instants.Skip(1), (from, until) => new TimeSlot(from, until)).Where(s => open.Any(o => o.Contains(s.Start)))
                .Sum(s => Math.Max(0, equipment.Units - equipment.Busy.Sum(b => b.Slot.Contains(s.Start) ? b.Units : 0)) * (int)s.Length.TotalMinutes);
            if (needed > there)
            {
                yield return new(ObstacleKind.EquipmentOverbooked, [.. wanting.Select(a => a.Key)], [new(PlanThingKind.Equipment, equipment.Key)])
                {
                    Needed = needed,
                    There = there,
                };
            }
        }
    }

    private static Obstacle? Overbooked(ObstacleKind kind, PlanThing thing, IEnumerable<PlanActivity> activities, int there)
    {
        var list = activities.ToList();
        var needed = list.Sum(a => a.Minutes);
        return needed <= there ? null : new(kind, [.. list.Select(a => a.Key)], [thing]) { Needed = needed, There = there };
    }

    private static int Free(PlanIndex index, IReadOnlyList<TimeSlot> available, IReadOnlyList<TimeSlot> busy) =>
        PlanTimes.Minutes(PlanTimes.Without(Open(index, available), busy));

    private static List<TimeSlot> Open(PlanIndex index, IReadOnlyList<TimeSlot> available) =>
        available.Count == 0 ? PlanTimes.Union(index.Problem.Opening) : PlanTimes.Common(index.Problem.Opening, available);
}
