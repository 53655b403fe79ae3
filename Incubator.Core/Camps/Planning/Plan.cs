using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>When an activity begins (UTC) and the key of its room (null: none yet, or none needed).</summary>
public sealed record PlanPlace(DateTimeOffset Start, string? Room = null);

/// <summary>Places by activity key; an activity that is not there has no place yet.</summary>
public sealed record Plan(IReadOnlyDictionary<string, PlanPlace> Places)
{
    public static readonly Plan Empty = new(new Dictionary<string, PlanPlace>());

    public PlanPlace? PlaceOf(string activity) => Places.GetValueOrDefault(activity);

    /// <summary>The same with one activity moved, or taken off where <paramref name="place"/> is null.</summary>
    public Plan With(string activity, PlanPlace? place)
    {
        var places = new Dictionary<string, PlanPlace>(Places);
        if (place is null) places.Remove(activity);
        else places[activity] = place;
        return new(places);
    }
}

public enum PlanThingKind
{
    Activity = 0,
    Room = 1,
    Person = 2,
    Team = 3,
    Equipment = 4,
}

/// <summary>Something of the problem, by kind and key: one side of a clash.</summary>
public readonly record struct PlanThing(PlanThingKind Kind, string Key);

/// <summary>The hard rules.</summary>
public enum PlanRule
{
    /// <summary>Not within one slot of the camp's opening.</summary>
    OutsideOpening = 0,

    /// <summary>Not within one of the activity's own windows.</summary>
    OutsideWindow = 1,

    /// <summary>Another room than the activity may have.</summary>
    RoomUnsuited = 2,

    /// <summary>More heads than seats. Facts: needed, there.</summary>
    RoomTooSmall = 3,

    /// <summary>The room may not be used then.</summary>
    RoomClosed = 4,

    /// <summary>Somebody outside the plan has the room then.</summary>
    RoomBusy = 5,

    /// <summary>Two activities in one room.</summary>
    RoomTwice = 6,

    /// <summary>The person can't come then.</summary>
    PersonAway = 7,

    /// <summary>A person in two activities.</summary>
    PersonTwice = 8,

    /// <summary>A team in two activities.</summary>
    TeamTwice = 9,

    /// <summary>Less than the minimum break of a person or team. Facts: minutes needed, minutes there.</summary>
    BreakTooShort = 10,

    /// <summary>The other activity must have ended before this one begins; the thing is the team whose phases say so, if any.</summary>
    OrderBroken = 11,

    /// <summary>The equipment may not be used then.</summary>
    EquipmentClosed = 12,

    /// <summary>The lab has it in use. Facts: units needed, units free.</summary>
    EquipmentBusy = 13,

    /// <summary>Other activities have it, with setup and cleanup. Facts: units needed, units free.</summary>
    EquipmentTwice = 14,

    /// <summary>The equipment stands in another room.</summary>
    EquipmentElsewhere = 15,

    /// <summary>A juror of the activity mentors a team they judge. The thing is the person; the team is the second.</summary>
    JurorMentors = 16,

    /// <summary>A juror of the activity belongs to the company whose challenge the team works on.</summary>
    JurorOfCompany = 17,
}

/// <summary>
/// A hard rule that a plan breaks: this activity against the other one, or against a thing (room, person, team, equipment),
/// or by its time alone. For two activities the one with the smaller key is <see cref="Activity"/>, except for OrderBroken
/// (there the one that comes too early is). Words are the page's matter.
/// </summary>
public sealed record Clash(PlanRule Rule, string Activity)
{
    public string? Other { get; init; }

    /// <summary>What both want, or what refuses.</summary>
    public PlanThing? Thing { get; init; }

    public string? Team { get; init; }

    /// <summary>The time concerned, where there is one: what both share, or the activity's own time.</summary>
    public TimeSlot? When { get; init; }

    /// <summary>Seats, units or minutes that are needed.</summary>
    public int? Needed { get; init; }

    /// <summary>Seats, units or minutes that are there.</summary>
    public int? There { get; init; }
}

/// <summary>What a soft rule charges: the rule's code, whom it concerns, the weighted amount and how many units were counted.</summary>
public sealed record Penalty(string Rule, PlanThing? Who, int Amount, int Count)
{
    /// <summary>The activities concerned, in order of time.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];
}

/// <summary>All there is to say about a plan.</summary>
public sealed record Judgement
{
    public required IReadOnlyList<Clash> Clashes { get; init; }

    public required IReadOnlyList<Penalty> Penalties { get; init; }

    /// <summary>Activities without a time, in the problem's order.</summary>
    public required IReadOnlyList<string> Unplaced { get; init; }

    /// <summary>Activities with a time, which need a room and have none.</summary>
    public required IReadOnlyList<string> Roomless { get; init; }

    public int Penalty => Penalties.Sum(p => p.Amount);

    /// <summary>Below zero: this one is better. First fewer clashes, then fewer without a place, then the smaller penalty.</summary>
    public int CompareTo(Judgement other) =>
        (Clashes.Count, Unplaced.Count + Roomless.Count, Penalty)
        .CompareTo((other.Clashes.Count, other.Unplaced.Count + other.Roomless.Count, other.Penalty));
}
