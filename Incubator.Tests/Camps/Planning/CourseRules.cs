using System.Numerics;
using Incubator.Core.Camps;

namespace Incubator.Tests.Camps;

/// <summary>The four soft rules of ITC-2007, track 3, plugged into the planner's core.</summary>
public static class CourseRules
{
    public static IReadOnlyList<ISoftRule> Of(CourseTimetable timetable, PlanIndex index)
    {
        var lectures = index.Problem.Activities.Select((a, i) => (Course: a.Key[..a.Key.IndexOf('/')], i)).ToLookup(x => x.Course, x => x.i);
        return
        [
            new Rule("RoomCapacity", [.. timetable.Courses.SelectMany(c => lectures[c.Name].Select(i => new[] { i }))], Capacity(timetable, index)),
            new Rule("MinWorkingDays", [.. timetable.Courses.Select(c => lectures[c.Name].ToArray())], WorkingDays(timetable)),
            new Rule("CurriculumCompactness", [.. timetable.Curricula.Select(q => q.Courses.SelectMany(c => lectures[c]).ToArray())], Isolated(timetable)),
            new Rule("RoomStability", [.. timetable.Courses.Select(c => lectures[c.Name].ToArray())], OtherRooms),
        ];
    }

    /// <summary>1 for each student above the seats.</summary>
    private static Func<int, int[], PlanState, int> Capacity(CourseTimetable timetable, PlanIndex index)
    {
        var students = timetable.Courses.ToDictionary(c => c.Name, c => c.Students);
        var heads = index.Problem.Activities.Select(a => students[a.Key[..a.Key.IndexOf('/')]]).ToArray();
        var seats = timetable.Rooms.Select(r => r.Seats).ToArray();
        return (_, lecture, state) => state.IsPlaced(lecture[0]) ? Math.Max(0, heads[lecture[0]] - seats[state.RoomOf[lecture[0]]]) : 0;
    }

    /// <summary>5 for each day below the minimum.</summary>
    private static Func<int, int[], PlanState, int> WorkingDays(CourseTimetable timetable) => (course, lectures, state) =>
    {
        var days = 0;
        foreach (var i in lectures)
            if (state.IsPlaced(i)) days |= 1 << (state.Starts[i] / (24 * 60));
        return 5 * Math.Max(0, timetable.Courses[course].MinDays - BitOperations.PopCount((uint)days));
    };

    /// <summary>2 for each lecture of a curriculum without another of it just before or after on that day. One empty bit parts the days.</summary>
    private static Func<int, int[], PlanState, int> Isolated(CourseTimetable timetable) => (_, lectures, state) =>
    {
        var periods = 0UL;
        foreach (var i in lectures)
            if (state.IsPlaced(i)) periods |= 1UL << (state.Starts[i] / (24 * 60) * (timetable.PeriodsPerDay + 1) + state.Starts[i] % (24 * 60) / 60);
        return 2 * BitOperations.PopCount(periods & ~(periods << 1) & ~(periods >> 1));
    };

    /// <summary>1 for each room of a course beyond the first.</summary>
    private static int OtherRooms(int course, int[] lectures, PlanState state)
    {
        var rooms = 0UL;
        foreach (var i in lectures)
            if (state.IsPlaced(i)) rooms |= 1UL << state.RoomOf[i];
        return Math.Max(0, BitOperations.PopCount(rooms) - 1);
    }

    private sealed class Rule(string code, int[][] activities, Func<int, int[], PlanState, int> cost) : ISoftRule
    {
        public int Parts => activities.Length;

        public IReadOnlyList<int> ActivitiesOf(int part) => activities[part];

        public int Cost(int part, PlanState state) => cost(part, activities[part], state);

        public IEnumerable<Penalty> Explain(int part, PlanState state) => Cost(part, state) is > 0 and var amount ? [new(code, null, amount, 1)] : [];
    }
}
