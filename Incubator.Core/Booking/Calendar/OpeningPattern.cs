namespace Incubator.Core.Booking;

/// <summary>
/// Open from one minute of a weekday to another, in local time. Lab-wide where neither site nor resource is named.
/// The most specific level that has any pattern in force decides alone: resource, then site, then lab.
/// </summary>
public sealed class OpeningPattern
{
    public const int MinutesPerDay = 24 * 60;

    private OpeningPattern() { }

    public long Id { get; private set; }

    public long? SiteId { get; private set; }

    public long? ResourceId { get; private set; }

    public DayOfWeek DayOfWeek { get; private set; }

    /// <summary>Minute of the local day, 0 to 1425, a multiple of 15.</summary>
    public int OpensAt { get; private set; }

    /// <summary>Minute of the local day, 15 to 1440 (midnight), a multiple of 15; after <see cref="OpensAt"/>.</summary>
    public int ClosesAt { get; private set; }

    public static OpeningPattern Create(DayOfWeek day, int opensAt, int closesAt, long? siteId = null, long? resourceId = null)
    {
        if (!IsValid(opensAt, closesAt)) throw new ArgumentException("Opening times must be quarter-hours, in order.", nameof(opensAt));
        return new() { DayOfWeek = day, OpensAt = opensAt, ClosesAt = closesAt, SiteId = siteId, ResourceId = resourceId };
    }

    public static bool IsValid(int opensAt, int closesAt) =>
        opensAt >= 0 && closesAt <= MinutesPerDay && opensAt < closesAt && opensAt % 15 == 0 && closesAt % 15 == 0;
}
