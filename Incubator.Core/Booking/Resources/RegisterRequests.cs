using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>A new resource. Its category and site may be new as well.</summary>
public sealed record RegisterResource
{
    /// <summary>The category's id may be left 0 where <see cref="NewCategory"/> is named.</summary>
    public required ResourceDetails Details { get; init; }

    public LocalName? NewCategory { get; init; }

    public string? NewSite { get; init; }
}

public sealed record EditResource
{
    public required long Id { get; init; }

    public required ResourceDetails Details { get; init; }

    public LocalName? NewCategory { get; init; }

    public string? NewSite { get; init; }

    /// <summary>The version the editor saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }
}

/// <param name="Changed">False where what was sent is what was there.</param>
/// <param name="Affected">Reservations that stay although the resource no longer offers what they hold.</param>
public sealed record ResourceSaved(long Id, string Code, bool Changed, IReadOnlyList<AffectedReservation> Affected);
