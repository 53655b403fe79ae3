using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// What the planner is asked: everything that has to find a time and a room, and all that it needs. Things are known by
/// keys that the caller chooses; all instants are UTC, all intervals half-open, all lengths whole minutes.
/// A key that an activity names must be listed (<see cref="PlanIndex"/> throws otherwise: that is a bug, not a clash).
/// </summary>
public sealed record PlanProblem
{
    /// <summary>When activities may take place: one slot per day, or more with a pause between. No activity runs across two of them.</summary>
    public required IReadOnlyList<TimeSlot> Opening { get; init; }

    public required IReadOnlyList<PlanActivity> Activities { get; init; }

    public IReadOnlyList<PlanRoom> Rooms { get; init; } = [];

    public IReadOnlyList<PlanPerson> People { get; init; } = [];

    public IReadOnlyList<PlanTeam> Teams { get; init; } = [];

    public IReadOnlyList<PlanEquipment> Equipment { get; init; } = [];

    /// <summary>The automatic schedule starts activities at whole multiples of this many minutes of the hour (5, 10, 15, 30, 60).</summary>
    public int StepMinutes { get; init; } = QuarterHour.Minutes;

    /// <summary>Pause that each team and person has between two activities, unless one of them is a rest.</summary>
    public int MinBreakMinutes { get; init; }

    public PlanWeights Weights { get; init; } = new();
}

/// <summary>Something that takes place once: who takes part, how long, and what it needs.</summary>
public sealed record PlanActivity
{
    public required string Key { get; init; }

    public required int Minutes { get; init; }

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<PlanAttendance> People { get; init; } = [];

    public IReadOnlyList<PlanNeed> Equipment { get; init; } = [];

    /// <summary>Activities of one team go in the order of their phases; null: at any time (a break, a social evening).</summary>
    public int? Phase { get; init; }

    /// <summary>Keys of activities that must have ended before this one begins.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>People in the room, all together; 0 where it does not matter.</summary>
    public int Headcount { get; init; }

    /// <summary>False for what happens outside (an excursion): it takes a time only.</summary>
    public bool NeedsRoom { get; init; } = true;

    /// <summary>A pause by itself: needs no minimum break around it.</summary>
    public bool IsRest { get; init; }

    /// <summary>Only these rooms will do; empty: any.</summary>
    public IReadOnlyList<string> OnlyRooms { get; init; } = [];

    /// <summary>It must lie within one of these; empty: anywhere in the opening.</summary>
    public IReadOnlyList<TimeSlot> Windows { get; init; } = [];

    /// <summary>Where staff fixed it. Without a room the time alone is fixed. The automatic schedule leaves it there, whatever collides.</summary>
    public PlanPlace? Pin { get; init; }

    public IReadOnlyList<PlanWish> Wishes { get; init; } = [];
}

/// <summary>What someone does in an activity.</summary>
public enum PlanRole
{
    Other = 0,
    Facilitator = 1,
    Mentor = 2,
    Juror = 3,
    ChallengeOwner = 4,
}

public sealed record PlanAttendance(string Person, PlanRole Role);

/// <summary>Units of an equipment that an activity takes; while it lasts, with the equipment's setup and cleanup.</summary>
public sealed record PlanNeed(string Equipment, int Units = 1);

/// <summary>
/// Something nice to have, from the person or team that wished it (for the words; null: from staff): one of the rooms
/// (empty: any), and a time within one of the slots (empty: any).
/// </summary>
public sealed record PlanWish(IReadOnlyList<string> Rooms, IReadOnlyList<TimeSlot> Times, PlanThing? From = null);

public sealed record PlanRoom
{
    public required string Key { get; init; }

    /// <summary>Seats; null: as many as come.</summary>
    public int? Capacity { get; init; }

    /// <summary>When it may be used; empty: at any time.</summary>
    public IReadOnlyList<TimeSlot> Available { get; init; } = [];

    /// <summary>When others have it, with the setup and cleanup of theirs.</summary>
    public IReadOnlyList<TimeSlot> Busy { get; init; } = [];

    /// <summary>Minutes that each activity takes it before it begins.</summary>
    public int SetupMinutes { get; init; }

    /// <summary>Minutes that each activity takes it after it ends.</summary>
    public int CleanupMinutes { get; init; }
}

public sealed record PlanPerson
{
    public required string Key { get; init; }

    /// <summary>When they can come; empty: at any time.</summary>
    public IReadOnlyList<TimeSlot> Available { get; init; } = [];

    /// <summary>The company they belong to: a juror keeps off its challenges.</summary>
    public string? Company { get; init; }
}

public sealed record PlanTeam
{
    public required string Key { get; init; }

    /// <summary>The company whose challenge it works on.</summary>
    public string? ChallengeCompany { get; init; }

    /// <summary>People who guide or advise it, beside those who mentor one of its activities.</summary>
    public IReadOnlyList<string> Mentors { get; init; } = [];
}

public sealed record PlanEquipment
{
    public required string Key { get; init; }

    /// <summary>Identical units.</summary>
    public int Units { get; init; } = 1;

    public int SetupMinutes { get; init; }

    public int CleanupMinutes { get; init; }

    /// <summary>When it may be used (setup and cleanup may lie outside); empty: at any time.</summary>
    public IReadOnlyList<TimeSlot> Available { get; init; } = [];

    /// <summary>When the lab has units of it in use, with the setup and cleanup of those uses.</summary>
    public IReadOnlyList<PlanBusy> Busy { get; init; } = [];

    /// <summary>The room it can't leave; null: it is brought to where it is needed.</summary>
    public string? Room { get; init; }
}

public sealed record PlanBusy(TimeSlot Slot, int Units = 1);

/// <summary>What one unit of each soft rule costs; 0 switches it off.</summary>
public sealed record PlanWeights
{
    /// <summary>Each change of room of a team between two activities of one day.</summary>
    public int RoomChange { get; init; } = 3;

    /// <summary>Each begun quarter-hour by which a team's mentoring differs from the middle one of all teams.</summary>
    public int MentorMinutes { get; init; } = 2;

    /// <summary>Each begun quarter-hour beyond <see cref="IdleMinutes"/> that a team waits between two activities of one day.</summary>
    public int IdleTime { get; init; } = 2;

    /// <summary>Each place by which a team's turns before the jury differ from the average of all.</summary>
    public int JuryOrder { get; init; } = 2;

    /// <summary>Each wish that is not met.</summary>
    public int Wish { get; init; } = 1;

    /// <summary>Waiting up to here costs nothing.</summary>
    public const int IdleMinutes = 60;
}
