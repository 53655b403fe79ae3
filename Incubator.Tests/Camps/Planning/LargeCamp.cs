using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Tests.Camps;

/// <summary>
/// The camp by which the planner's speed is told: 60 sessions of 8 teams in 8 rooms with 40 people over four days, with
/// machines that the lab uses too, people who come for half days, two rounds before the jury and wishes.
/// </summary>
public static class LargeCamp
{
    private static readonly DateTimeOffset Monday = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Teams = [.. Enumerable.Range(1, 8).Select(t => $"team {t}")];

    public static PlanProblem Create() => new()
    {
        Opening = [.. Enumerable.Range(0, 4).Select(d => Hours(d, 9, 18))],
        MinBreakMinutes = 10,
        StepMinutes = 5,
        Rooms =
        [
            new() { Key = "hall", Capacity = 80 }, new() { Key = "stage", Capacity = 50, CleanupMinutes = 5 },
            new() { Key = "room 1", Capacity = 12 }, new() { Key = "room 2", Capacity = 12 }, new() { Key = "room 3", Capacity = 12, Busy = [Hours(1, 9, 12)] },
            new() { Key = "room 4", Capacity = 12, Available = [Hours(0, 9, 18), Hours(1, 9, 18), Hours(2, 9, 18)] },
            new() { Key = "lab", Capacity = 12, CleanupMinutes = 15 }, new() { Key = "kitchen", Capacity = 12, CleanupMinutes = 30, Busy = [Hours(2, 14, 18)] },
        ],
        Teams = [.. Teams.Select((t, i) => new PlanTeam { Key = t, ChallengeCompany = $"company {i + 1}", Mentors = [$"facilitator {i + 1}"] })],
        People =
        [
            .. Some("facilitator", 8), .. Some("owner", 8).Select((p, i) => p with { Company = $"company {i + 1}", Available = [Hours(0, 9, 13), Hours(3, 9, 18)] }),
            .. Some("mentor", 12).Select((p, i) => p with { Available = i % 3 == 0 ? [Hours(1, 9, 18)] : i % 3 == 1 ? [Hours(2, 9, 18)] : [Hours(1, 13, 18), Hours(2, 9, 13)] }),
            .. Some("juror", 9).Select((p, i) => p with { Available = [Hours(2, 13, 18), Hours(3, 9, i % 2 == 0 ? 18 : 16)] }), .. Some("technician", 3),
        ],
        Equipment =
        [
            new() { Key = "freeze dryer", Room = "lab", SetupMinutes = 15, CleanupMinutes = 30, Busy = [new(Hours(1, 12, 14))] },
            new() { Key = "oven", Units = 2, Room = "kitchen", CleanupMinutes = 30, Busy = [new(Hours(1, 9, 11))] },
            new() { Key = "scales", Units = 3, Busy = [new(Hours(2, 9, 12), 2)] },
        ],
        Activities =
        [
            Of("opening", 45, 0, Teams) with { Headcount = 70, Windows = [Hours(0, 9, 10)] },
            .. Teams.SelectMany((team, i) => OfTeam(team, i + 1)),
            .. Enumerable.Range(0, 2).Select(d => Of($"lunch {d + 1}", 45, null, Teams) with { Headcount = 60, IsRest = true, Windows = [Hours(d + 1, 12, 14)] }),
            Of("farewell", 30, 7, Teams) with { Headcount = 80, Windows = [Hours(3, 15, 18)] },
        ],
    };

    private static IEnumerable<PlanActivity> OfTeam(string team, int n) =>
    [
        Of($"brief {n}", 45, 1, team) with { Headcount = 10, People = [new($"owner {n}", PlanRole.ChallengeOwner), new($"facilitator {n}", PlanRole.Facilitator)] },
        Of($"ideas {n}", 90, 2, team) with { Headcount = 9, People = [new($"facilitator {n}", PlanRole.Facilitator)] },
        Of($"lab {n}", 120, 3, team) with
        {
            Headcount = 9,
            OnlyRooms = n % 2 == 0 ? ["lab"] : ["kitchen"],
            Equipment = n % 2 == 0 ? [new("freeze dryer"), new("scales")] : [new("oven"), new("scales")],
            People = [new($"technician {1 + n % 3}", PlanRole.Other)],
        },
        Mentoring($"advice {n}", team, 1 + n, 30), Mentoring($"second advice {n}", team, 1 + (n + 5) % 12, n % 3 == 0 ? 45 : 30),
        Of($"pitch {n}", 20, 5, team) with { Headcount = 20, OnlyRooms = ["stage"], People = Jury(n), Wishes = [new([], [Hours(2, 14, 17)])] },
        Of($"final {n}", 15, 6, team) with { Headcount = 40, OnlyRooms = ["stage", "hall"], People = [.. Jury(n), new($"owner {n}", PlanRole.ChallengeOwner)] },
    ];

    private static PlanActivity Mentoring(string key, string team, int mentor, int minutes) =>
        Of(key, minutes, 4, team) with { Headcount = 8, People = [new($"mentor {mentor}", PlanRole.Mentor)], Wishes = mentor % 4 == 0 ? [new(["room 1"], [])] : [] };

    private static PlanAttendance[] Jury(int team) => [.. Enumerable.Range(0, 3).Select(j => new PlanAttendance($"juror {1 + (team + 3 * j) % 9}", PlanRole.Juror))];

    private static PlanActivity Of(string key, int minutes, int? phase, params string[] teams) => new() { Key = key, Minutes = minutes, Phase = phase, Teams = teams };

    private static IEnumerable<PlanPerson> Some(string role, int count) => Enumerable.Range(1, count).Select(i => new PlanPerson { Key = $"{role} {i}" });

    private static TimeSlot Hours(int day, int from, int until) => new(Monday.AddDays(day).AddHours(from), Monday.AddDays(day).AddHours(until));
}
