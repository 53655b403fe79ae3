using Incubator.Core.Documents;

namespace Incubator.Core.Booking;

/// <summary>Open on a weekday from one minute of the local day to another; quarter-hours.</summary>
public sealed record OpeningSpan(DayOfWeek Day, int OpensAt, int ClosesAt);

/// <summary>The whole week of a level, at once. No span at a site or resource: it follows the level above again.</summary>
public sealed record SetOpeningWeek
{
    /// <summary>Neither site nor resource: the lab.</summary>
    public long? SiteId { get; init; }

    public long? ResourceId { get; init; }

    public required IReadOnlyList<OpeningSpan> Week { get; init; }

    /// <summary>The week the editor saw; another means that the page went stale. Null: whatever it is now.</summary>
    public IReadOnlyList<OpeningSpan>? Seen { get; init; }
}

/// <summary>A day that differs from the weekly pattern.</summary>
public sealed record AddCalendarException
{
    public required DateOnly Date { get; init; }

    public required CalendarExceptionKind Kind { get; init; }

    public required string NameHu { get; init; }

    public required string NameEn { get; init; }

    public string? LegalBasis { get; init; }

    /// <summary>For a working Saturday: the weekday whose times it follows.</summary>
    public DayOfWeek? FollowsDay { get; init; }

    /// <summary>Minutes of the local day; for special hours.</summary>
    public int? OpensAt { get; init; }

    public int? ClosesAt { get; init; }

    public long? SiteId { get; init; }

    public long? ResourceId { get; init; }
}

public sealed record HolidaysImported(int Added, int LeftAlone, IReadOnlyList<FileProblem> Problems);
