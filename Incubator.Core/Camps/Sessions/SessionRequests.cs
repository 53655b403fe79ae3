using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What staff say of a session.</summary>
public sealed record SessionDetails
{
    public required SessionKind Kind { get; init; }

    public required string TitleHu { get; init; }

    public required string TitleEn { get; init; }

    public required int Minutes { get; init; }

    public string? Note { get; init; }

    public int Guests { get; init; }

    /// <summary>Local day; null: any of the camp.</summary>
    public DateOnly? OnDay { get; init; }

    public DayPart WishedPart { get; init; }

    /// <summary>Of a room of the camp.</summary>
    public long? WishedRoomId { get; init; }

    /// <summary>Of teams of the camp; none: all of them.</summary>
    public IReadOnlyList<long> TeamIds { get; init; } = [];

    /// <summary>Of crew of the camp.</summary>
    public IReadOnlyList<long> CrewIds { get; init; } = [];

    /// <summary>Equipment of the lab.</summary>
    public IReadOnlyList<long> ResourceIds { get; init; } = [];

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems() => SessionRules.Problems(this);
}

public sealed record AddSession
{
    public required Guid Camp { get; init; }

    public required SessionDetails Details { get; init; }

    /// <summary>One for each team of the camp, named after it, with the team's mentors where the kind is mentoring and nobody else is named.</summary>
    public bool ForEachTeam { get; init; }
}

public sealed record EditSession
{
    public required Guid Reference { get; init; }

    public required SessionDetails Details { get; init; }

    /// <summary>The version the editor saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }
}

/// <summary>Put a session somewhere by hand. What it collides with is shown, not refused.</summary>
public sealed record PlaceSession
{
    public required Guid Reference { get; init; }

    /// <summary>UTC; null: taken off the plan.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>A room of the camp; null: none.</summary>
    public Guid? Room { get; init; }

    /// <summary>Null: as it is.</summary>
    public bool? Pin { get; init; }

    /// <summary>Null: whatever it is now (drag on a fresh page).</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>A room of a camp, new or changed.</summary>
public sealed record SaveCampRoom
{
    public required Guid Camp { get; init; }

    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    public required string Name { get; init; }

    public required int Seats { get; init; }

    /// <summary>A facility of the lab, or null.</summary>
    public long? ResourceId { get; init; }

    public Guid? SeenVersion { get; init; }
}
