using Incubator.Core.Camps;
using Incubator.Core.Common;
using Microsoft.Extensions.Time.Testing;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

/// <summary>A thousand small camps by chance, each with a start made by hand: some sound, some full of clashes, some impossible.</summary>
public sealed class RandomCampsTests
{
    [Fact]
    public void Run_ThousandRandomCamps_BreaksNoHardRuleAndIsNeverWorseThanTheStart()
    {
        var (clashFree, complete, better) = (0, 0, 0);
        for (var seed = 1; seed <= 1_000; seed++)
        {
            var random = new Random(seed);
            var camp = RandomCamp(random);
            var index = new PlanIndex(camp);
            var start = RandomStart(index, random, isSound: seed % 2 == 0);
            var given = ClashFinder.Judge(index, start);
            var outcome = new PlanSearch(new FakeTimeProvider()).Run(camp, new() { Seed = seed, Moves = 1_000, Start = start });
            var judged = ClashFinder.Judge(index, outcome.Plan);

            // What is pinned may collide with what is pinned, for staff put it there; nothing else may.
            Assert.True(judged.Clashes.All(c => IsPinned(c.Activity) && (c.Other is null || IsPinned(c.Other))), $"Seed {seed}: {string.Join("; ", judged.Clashes)}");
            Assert.True(judged.CompareTo(given) <= 0, $"Seed {seed}: {judged.Clashes.Count}, {judged.Unplaced.Count}, {judged.Penalty} is worse than the start.");
            Assert.True(camp.Activities.All(a => a.Pin is null || a.Pin == outcome.Plan.PlaceOf(a.Key)), $"Seed {seed}: a pin was moved.");
            // Who is left out has no free place, and the reasons say why.
            Assert.True(outcome.LeftOut.All(l => l.Free == 0 && l.Together.Count > 0), $"Seed {seed}: {outcome.LeftOut.FirstOrDefault(l => l.Free > 0)}");
            Assert.True(judged.Unplaced.Count > 0 || outcome.Obstacles.Count == 0 || judged.Clashes.Count > 0, $"Seed {seed}: {string.Join("; ", outcome.Obstacles)} was proven, yet all is placed.");
            if (judged.Clashes.Count == 0) clashFree++;
            if (judged.Unplaced.Count == 0) complete++;
            if (judged.CompareTo(given) < 0) better++;

            bool IsPinned(string key) => index.Activities[key].Pin is not null;
        }

        // The camps are neither all easy nor all hopeless.
        Assert.InRange(clashFree, 750, 900);
        Assert.InRange(complete, 200, 400);
        Assert.InRange(better, 900, 1_000);
    }

    private static PlanProblem RandomCamp(Random random)
    {
        var days = random.Next(1, 3);
        string[] teams = [.. Enumerable.Range(1, random.Next(1, 4)).Select(t => $"team {t}")];
        string[] people = ["ann", "bob", "cat", "dan", "eve"];
        string[] rooms = [.. Enumerable.Range(1, random.Next(1, 4)).Select(r => $"room {r}")];
        return new()
        {
            Opening = [.. Enumerable.Range(0, days).Select(d => Slot(9, random.Next(13, 18), d))],
            StepMinutes = 30,
            MinBreakMinutes = random.Next(3) == 0 ? 15 : 0,
            Rooms = [.. rooms.Select(r => new PlanRoom { Key = r, Capacity = random.Next(5, 30), Busy = Some(4), CleanupMinutes = 15 * random.Next(2) })],
            Teams = [.. teams.Select(t => new PlanTeam { Key = t, ChallengeCompany = $"company {random.Next(3)}", Mentors = random.Next(4) == 0 ? ["ann"] : [] })],
            People = [.. people.Select(p => new PlanPerson { Key = p, Company = $"company {random.Next(6)}", Available = Some(4) })],
            Equipment =
            [
                new() { Key = "dryer", SetupMinutes = 15, CleanupMinutes = 30, Busy = [.. Some(2).Select(s => new PlanBusy(s))] },
                new() { Key = "scales", Units = 3, CleanupMinutes = 30, Busy = [.. Some(2).Select(s => new PlanBusy(s, random.Next(1, 3)))] },
            ],
            Activities = [.. Enumerable.Range(1, random.Next(4, 11)).Select(i => RandomActivity($"a{i:00}"))],
        };

        TimeSlot[] Some(int oneIn) => random.Next(oneIn) == 0 ? [RandomSlot()] : [];

        TimeSlot RandomSlot() => random.Next(9, 14) is var from ? Slot(from, from + random.Next(1, 6), random.Next(days)) : default;

        PlanActivity RandomActivity(string key) => new()
        {
            Key = key,
            Minutes = 30 * random.Next(1, 5),
            Teams = [.. teams.Where(_ => random.Next(3) == 0)],
            People = [.. people.Where(_ => random.Next(6) == 0).Select(p => new PlanAttendance(p, (PlanRole)random.Next(5)))],
            Equipment = random.Next(4) == 0 ? [new(random.Next(2) == 0 ? "dryer" : "scales")] : random.Next(6) == 0 ? [new("scales", 2)] : [],
            Phase = random.Next(3) == 0 ? random.Next(4) : null,
            After = key != "a01" && random.Next(8) == 0 ? ["a01"] : [],
            Headcount = random.Next(16),
            NeedsRoom = random.Next(8) > 0,
            IsRest = random.Next(6) == 0,
            OnlyRooms = random.Next(8) == 0 ? [rooms[0]] : [],
            Windows = Some(12),
            Wishes = random.Next(3) == 0 ? [new([rooms[^1]], [RandomSlot()])] : [],
            Pin = random.Next(25) == 0 ? new(At(random.Next(8, 17), random.Next(days)), rooms[0]) : null,
        };
    }

    /// <summary>Each activity somewhere; in a sound start only where nothing clashes.</summary>
    private static Plan RandomStart(PlanIndex index, Random random, bool isSound)
    {
        var plan = new Plan(index.Problem.Activities.Where(a => a.Pin is not null).ToDictionary(a => a.Key, a => a.Pin!));
        var (clashes, problem) = (ClashFinder.Find(index, plan).Count, index.Problem);
        foreach (var activity in problem.Activities.Where(a => a.Pin is null))
        {
            var room = activity.NeedsRoom ? problem.Rooms[random.Next(problem.Rooms.Count)].Key : null;
            var with = plan.With(activity.Key, new(At(9 + random.Next(60) / 6.0, random.Next(problem.Opening.Count)), room));
            if (!isSound || ClashFinder.Find(index, with).Count == clashes) plan = with;
        }

        return plan;
    }
}
