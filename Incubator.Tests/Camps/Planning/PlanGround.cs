using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Tests.Camps;

/// <summary>A small camp to judge and plan: two days from 9 to 17 o'clock, two rooms, two teams. Tests change what they are about.</summary>
internal static class PlanGround
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double hour, int day = 0) => Midnight.AddDays(day).AddMinutes(Math.Round(hour * 60));

    public static TimeSlot Slot(double from, double until, int day = 0) => new(At(from, day), At(until, day));

    public static PlanProblem Camp(params PlanActivity[] activities) => new()
    {
        Opening = [Slot(9, 17), Slot(9, 17, 1)],
        Rooms = [new() { Key = "hall", Capacity = 40 }, new() { Key = "nook", Capacity = 6 }],
        Teams = [new() { Key = "red", ChallengeCompany = "dairy", Mentors = ["mia"] }, new() { Key = "blue", ChallengeCompany = "mill" }],
        People = [new() { Key = "mia" }, new() { Key = "jo", Company = "mill" }, new() { Key = "ann", Available = [Slot(9, 12), Slot(12, 13)] }],
        Equipment =
        [
            new() { Key = "dryer", SetupMinutes = 30, CleanupMinutes = 60, Busy = [new(Slot(9, 10, 1))] },
            new() { Key = "scales", Units = 2, Busy = [new(Slot(13, 15, 1))] },
        ],
        Activities = activities,
    };

    public static PlanActivity Talk(string key, int minutes = 60) => new() { Key = key, Minutes = minutes };

    public static PlanActivity For(this PlanActivity activity, params string[] teams) => activity with { Teams = teams };

    public static PlanActivity With(this PlanActivity activity, string person, PlanRole role = PlanRole.Facilitator) =>
        activity with { People = [.. activity.People, new(person, role)] };

    public static PlanActivity On(this PlanActivity activity, string equipment, int units = 1) => activity with { Equipment = [new(equipment, units)] };

    public static Plan Places(params (string Activity, double Hour, string? Room)[] places) =>
        new(places.ToDictionary(p => p.Activity, p => new PlanPlace(At(p.Hour), p.Room)));

    public static IReadOnlyList<Clash> Find(PlanProblem problem, Plan plan) => ClashFinder.Find(new(problem), plan);

    public static Clash Only(PlanProblem problem, Plan plan) => Assert.Single(Find(problem, plan));

    public static PlanThing Room(string key) => new(PlanThingKind.Room, key);

    public static PlanThing Person(string key) => new(PlanThingKind.Person, key);

    public static PlanThing Team(string key) => new(PlanThingKind.Team, key);

    public static PlanThing Equipment(string key) => new(PlanThingKind.Equipment, key);
}
