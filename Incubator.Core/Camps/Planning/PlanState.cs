namespace Incubator.Core.Camps;

/// <summary>
/// A plan in numbers, as soft rules and the search read it: activities and rooms by their place in the problem's lists,
/// starts in whole minutes since <see cref="Origin"/>. The search changes it in place.
/// </summary>
public sealed class PlanState
{
    /// <summary>The start of an activity that has no place.</summary>
    public const int Nowhere = int.MinValue;

    /// <summary>The room of an activity that has none.</summary>
    public const int NoRoom = -1;

    private readonly (int Start, int Day)[] days;

    public PlanState(PlanIndex index)
    {
        Index = index;
        var problem = index.Problem;
        Origin = problem.Opening.Count > 0 ? problem.Opening.Min(o => o.Start) : DateTimeOffset.UnixEpoch;
        Starts = Enumerable.Repeat(Nowhere, problem.Activities.Count).ToArray();
        RoomOf = Enumerable.Repeat(NoRoom, problem.Activities.Count).ToArray();
        Minutes = [.. problem.Activities.Select(a => a.Minutes)];
        days = [.. problem.Opening.Select((o, i) => (MinuteOf(o.Start), i)).OrderBy(d => d.Item1)];
    }

    public PlanIndex Index { get; }

    /// <summary>Minute 0: when the first opening begins.</summary>
    public DateTimeOffset Origin { get; }

    /// <summary>Minutes since the origin, or <see cref="Nowhere"/>.</summary>
    public int[] Starts { get; }

    /// <summary>Numbers of rooms, or <see cref="NoRoom"/>.</summary>
    public int[] RoomOf { get; }

    public int[] Minutes { get; }

    public bool IsPlaced(int activity) => Starts[activity] != Nowhere;

    public int EndOf(int activity) => Starts[activity] + Minutes[activity];

    /// <summary>The number of the opening slot that an activity with a place begins in: its day.</summary>
    public int DayOf(int activity)
    {
        var start = Starts[activity];
        var day = days.Length - 1;
        while (day > 0 && days[day].Start > start) day--;
        return day < 0 ? 0 : days[day].Day;
    }

    public int MinuteOf(DateTimeOffset instant) => (int)Math.Floor((instant - Origin).TotalMinutes);

    public DateTimeOffset InstantOf(int minute) => Origin.AddMinutes(minute);

    /// <summary>
    /// Puts those of the list that have a place into <paramref name="sorted"/> in order of time (ties by number) and says how many they are.
    /// </summary>
    public int InOrder(IReadOnlyList<int> activities, Span<int> sorted)
    {
        var count = 0;
        for (var i = 0; i < activities.Count; i++)
        {
            var activity = activities[i];
            if (!IsPlaced(activity)) continue;
            var at = count++;
            for (; at > 0 && Starts[sorted[at - 1]] > Starts[activity]; at--) sorted[at] = sorted[at - 1];
            sorted[at] = activity;
        }

        return count;
    }

    /// <summary>Rooms that the problem does not list count as none; activities that it does not list are left out.</summary>
    public static PlanState Of(PlanIndex index, Plan plan)
    {
        var state = new PlanState(index);
        var rooms = index.Problem.Rooms.Select((r, i) => (r.Key, i)).ToDictionary(r => r.Key, r => r.i);
        for (var i = 0; i < state.Starts.Length; i++)
        {
            if (plan.PlaceOf(index.Problem.Activities[i].Key) is not { } place) continue;
            state.Starts[i] = state.MinuteOf(place.Start);
            state.RoomOf[i] = place.Room is { } room ? rooms.GetValueOrDefault(room, NoRoom) : NoRoom;
        }

        return state;
    }

    public Plan ToPlan()
    {
        var places = new Dictionary<string, PlanPlace>();
        for (var i = 0; i < Starts.Length; i++)
            if (IsPlaced(i)) places[Index.Problem.Activities[i].Key] = new(InstantOf(Starts[i]), RoomOf[i] == NoRoom ? null : Index.Problem.Rooms[RoomOf[i]].Key);
        return new(places);
    }
}
