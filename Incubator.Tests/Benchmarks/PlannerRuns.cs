using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Tests.Camps;
using Incubator.Tests.Host;

namespace Incubator.Benchmarks;

/// <summary>
/// How good the planner is: <c>planner [SECONDS] [SEEDS]</c>, 60 seconds each and seeds 1,2,3 unless told otherwise. Penalties on the
/// course timetables of ITC-2007 beside the best known, where ../shared/data is there, and the large camp's over time.
/// </summary>
internal static class PlannerRuns
{
    private static readonly string Instances = House.Path("..", "shared", "data", "itc2007_cbctt");

    public static int Run(string[] args)
    {
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60;
        int[] seeds = args.Length > 2 ? [.. args[2].Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))] : [1, 2, 3];
        Console.WriteLine(FormattableString.Invariant($"{Environment.ProcessorCount} cores, one of them used by each run of {seconds} s"));
        var sound = Camp(TimeSpan.FromSeconds(Math.Min(10, seconds)), seeds);
        if (!Directory.Exists(Instances)) Console.WriteLine($"{Instances} is not here.");
        else sound &= Courses(TimeSpan.FromSeconds(seconds), seeds);
        return sound ? 0 : 1;
    }

    /// <summary>60 sessions, 8 rooms, 40 people: all placed with no hard violation in less than 10 seconds; the best penalty over time.</summary>
    private static bool Camp(TimeSpan limit, int[] seeds)
    {
        double[] marks = [0.25, 0.5, 1, 2, 5, 10];
        Console.WriteLine("\ncamp of 60 sessions, 8 rooms, 40 people: best penalty (and sessions without a place) after so many seconds");
        Console.WriteLine($"{"seed",4} {"complete at",12}" + string.Concat(marks.Select(m => $"{m,9:0.##} s")) + $"{"clashes",9}{"moves",13}");
        var sound = true;
        foreach (var seed in seeds)
        {
            var told = new List<PlanProgress>();
            var outcome = new PlanSearch(TimeProvider.System).Run(LargeCamp.Create(), new() { Seed = seed, TimeLimit = limit }, new Notes(told));
            var complete = told.FirstOrDefault(p => p.Unplaced == 0)?.Elapsed;
            sound &= outcome.Judgement.Clashes.Count == 0 && outcome.Judgement.Unplaced.Count == 0 && complete < TimeSpan.FromSeconds(10);
            Console.WriteLine($"{seed,4} {complete?.TotalSeconds,10:0.00} s" + string.Concat(marks.Select(m => $"{At(m),11}")) + $"{outcome.Judgement.Clashes.Count,9}{outcome.Moves,13:N0}");

            string At(double mark) => told.LastOrDefault(p => p.Elapsed.TotalSeconds <= mark + 0.1) is { } p ? p.Unplaced > 0 ? $"{p.Penalty} ({p.Unplaced})" : $"{p.Penalty}" : "-";
        }

        return sound;
    }

    private static bool Courses(TimeSpan limit, int[] seeds)
    {
        var known = File.ReadAllLines(Path.Combine(Instances, "best_known.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(l => l[0]);
        Console.WriteLine($"\nITC-2007, track 3, {limit.TotalSeconds:0} s for each seed: penalty (no hard violation unless said)");
        Console.WriteLine($"{"instance",-9}{string.Concat(seeds.Select(s => $"{"seed " + s,9}"))}{"best known",12}{"winner 2007",13}");
        var sound = true;
        foreach (var file in Directory.GetFiles(Instances, "*.ctt").Order())
        {
            var timetable = CourseTimetable.Read(file);
            Console.Write($"{timetable.Name,-9}");
            foreach (var seed in seeds)
            {
                var found = new PlanSearch(TimeProvider.System, i => CourseRules.Of(timetable, i)).Run(timetable.ToProblem(), new() { Seed = seed, TimeLimit = limit }).Judgement;
                var isSound = found.Clashes.Count == 0 && found.Unplaced.Count == 0;
                sound &= isSound;
                Console.Write($"{(isSound ? $"{found.Penalty}" : $"{found.Clashes.Count}!/{found.Unplaced.Count}?"),9}");
            }

            var row = known[timetable.Name];
            Console.WriteLine($"{row[7],12}{row[8],13}");
        }

        return sound;
    }

    private sealed class Notes(List<PlanProgress> told) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => told.Add(value);
    }
}
