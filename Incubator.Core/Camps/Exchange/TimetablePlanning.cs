using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>A timetable of any origin as a problem for the planner: to find its clashes, and to plan it anew without them.</summary>
public static class TimetablePlanning
{
    /// <summary>Timetables of conferences are cut into five minutes.</summary>
    private const int Step = 5;

    /// <summary>
    /// A day is open from its first event's start to its last one's end; each event wishes to stay when and where it is. An event
    /// in several rooms is pinned, with a part of its own for each further room.
    /// </summary>
    public static PlanProblem ToProblem(Timetable timetable) => new()
    {
        Opening = [.. timetable.ByDay().Select(d => new TimeSlot(d.Min(e => e.Start), d.Max(e => e.Slot.End)))],
        StepMinutes = Step,
        Rooms = [.. timetable.Rooms.Select(r => new PlanRoom { Key = r })],
        People = [.. timetable.Events.SelectMany(e => e.Persons).Select(p => p.Id).Distinct().Select(p => new PlanPerson { Key = p })],
        Activities = [.. timetable.Events.SelectMany(Parts)],
    };

    /// <summary>Where the events are now.</summary>
    public static Plan ToPlan(Timetable timetable) => new(timetable.Events.SelectMany(e => Parts(e)
        .Select((part, i) => (part.Key, Place: new PlanPlace(e.Start, e.Rooms.Count > i ? e.Rooms[i] : null)))).ToDictionary(p => p.Key, p => p.Place));

    /// <summary>The clashes of the timetable as it is, by the ids of its events (a further room of an event is "id @ room").</summary>
    public static IReadOnlyList<Clash> Clashes(Timetable timetable) => ClashFinder.Find(new(ToProblem(timetable)), ToPlan(timetable));

    /// <summary>The timetable with the plan's times and rooms; what the plan leaves out is left out.</summary>
    public static Timetable Moved(Timetable timetable, Plan plan) => (timetable with
    {
        Events = [.. timetable.Events.Where(e => plan.PlaceOf(e.Id) is not null).Select(e => plan.PlaceOf(e.Id) is var place && e.Rooms.Count > 1
            ? e with { Start = place!.Start }
            : e with { Start = place!.Start, Rooms = place.Room is { } room ? [room] : [] })],
    }).Sorted();

    private static IEnumerable<PlanActivity> Parts(TimetableEvent e)
    {
        yield return new()
        {
            Key = e.Id,
            Minutes = e.Minutes,
            NeedsRoom = e.Rooms.Count > 0,
            People = [.. e.Persons.Select(p => p.Id).Distinct().Select(p => new PlanAttendance(p, PlanRole.Other))],
            Wishes = [new(e.Rooms, []), new([], [e.Slot])],
            Pin = e.Rooms.Count > 1 ? new(e.Start, e.Rooms[0]) : null,
        };
        foreach (var room in e.Rooms.Skip(1)) yield return new() { Key = $"{e.Id} @ {room}", Minutes = e.Minutes, Pin = new(e.Start, room) };
    }
}
