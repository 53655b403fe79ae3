using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Tests.Camps;

/// <summary>
/// An instance of curriculum-based course timetabling of the International Timetabling Competition 2007, track 3
/// (format and costs: Di Gaspero, McCollum, Schaerf, "The Second International Timetabling Competition (ITC-2007):
/// Curriculum-based Course Timetabling", 2007), as a problem for the planner: a period is an hour, teachers and curricula are people
/// who can't be in two places. Room capacity is soft there, so the rooms seat as many as come and <see cref="CourseRules"/> charge.
/// </summary>
public sealed class CourseTimetable
{
    private static readonly DateTimeOffset Monday = new(2007, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required string Name { get; init; }

    public required int Days { get; init; }

    public required int PeriodsPerDay { get; init; }

    public required IReadOnlyList<Course> Courses { get; init; }

    public required IReadOnlyList<(string Name, int Seats)> Rooms { get; init; }

    public required IReadOnlyList<(string Name, string[] Courses)> Curricula { get; init; }

    public required IReadOnlySet<(string Course, int Day, int Period)> Unavailable { get; init; }

    public static CourseTimetable Read(string file)
    {
        var lines = File.ReadAllLines(file).Select(l => l.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Days = Number(lines.Single(l => l is ["Days:", _])[1]),
            PeriodsPerDay = Number(lines.Single(l => l is ["Periods_per_day:", _])[1]),
            Courses = [.. Section("COURSES:").Select(l => new Course(l[0], l[1], Number(l[2]), Number(l[3]), Number(l[4])))],
            Rooms = [.. Section("ROOMS:").Select(l => (l[0], Number(l[1])))],
            Curricula = [.. Section("CURRICULA:").Select(l => (l[0], l[2..]))],
            Unavailable = Section("UNAVAILABILITY_CONSTRAINTS:").Select(l => (l[0], Number(l[1]), Number(l[2]))).ToHashSet(),
        };

        IEnumerable<string[]> Section(string name) => lines.SkipWhile(l => l is not [var head] || head != name).Skip(1).TakeWhile(l => l.Length > 1);
    }

    public PlanProblem ToProblem()
    {
        var slots = Enumerable.Range(0, Days * PeriodsPerDay).Select(s => (Day: s / PeriodsPerDay, Period: s % PeriodsPerDay)).ToList();
        return new()
        {
            Opening = [.. Enumerable.Range(0, Days).Select(d => new TimeSlot(At(d, 0), At(d, PeriodsPerDay)))],
            StepMinutes = 60,
            Rooms = [.. Rooms.Select(r => new PlanRoom { Key = r.Name })],
            People = [.. Courses.Select(c => c.Teacher).Distinct().Concat(Curricula.Select(q => q.Name)).Select(p => new PlanPerson { Key = p })],
            Activities = [.. Courses.SelectMany(c => Enumerable.Range(0, c.Lectures).Select(lecture => new PlanActivity
            {
                Key = KeyOf(c.Name, lecture),
                Minutes = 60,
                People = [.. Curricula.Where(q => q.Courses.Contains(c.Name)).Select(q => q.Name).Prepend(c.Teacher).Select(p => new PlanAttendance(p, PlanRole.Other))],
                Windows = [.. slots.Where(s => !Unavailable.Contains((c.Name, s.Day, s.Period))).Select(s => new TimeSlot(At(s.Day, s.Period), At(s.Day, s.Period + 1)))],
            }))],
        };
    }

    /// <summary>A solution file: course, room, day, period.</summary>
    public static Plan ReadSolution(string file)
    {
        var places = new Dictionary<string, PlanPlace>();
        foreach (var lectures in File.ReadAllLines(file).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length == 4).GroupBy(l => l[0]))
            foreach (var (lecture, number) in lectures.Select((l, i) => (l, i)))
                places[KeyOf(lectures.Key, number)] = new(At(Number(lecture[2]), Number(lecture[3])), lecture[1]);
        return new(places);
    }

    public static string KeyOf(string course, int lecture) => $"{course}/{lecture}";

    private static DateTimeOffset At(int day, int period) => Monday.AddDays(day).AddHours(period);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public sealed record Course(string Name, string Teacher, int Lectures, int MinDays, int Students);
}
