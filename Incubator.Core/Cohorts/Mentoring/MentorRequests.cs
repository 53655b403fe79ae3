namespace Incubator.Core.Cohorts;

/// <summary>A mentor as companies see them; staff write any, a mentor their own.</summary>
public sealed record SaveMentor
{
    public required long PersonId { get; init; }

    public required string? TopicsHu { get; init; }

    public required string? TopicsEn { get; init; }

    public required string? Languages { get; init; }

    public string? About { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>The version the editor saw; null where there was none yet.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Free hours in local time, cut into sessions; on one day, or every week until a day.</summary>
public sealed record OfferHours
{
    public required Guid Mentor { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly Until { get; init; }

    /// <summary>Length of one session, in quarter-hours.</summary>
    public required int SessionMinutes { get; init; }

    /// <summary>Last local day of a weekly pattern, included; null: this day only.</summary>
    public DateOnly? WeeklyUntil { get; init; }
}

public sealed record BookMentor
{
    public required Guid Slot { get; init; }

    public required long CompanyId { get; init; }

    public required string? Topic { get; init; }
}

public sealed record NoteSession
{
    public required Guid Session { get; init; }

    public required string? Text { get; init; }

    public NoteVisibility Visibility { get; init; }
}
