using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>When a coming reservation is reminded of.</summary>
public static class ReminderRules
{
    /// <summary>So long before the start the second reminder is due.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    /// <summary>No reminder is due earlier: from 15:00 to the last quarter of the next day, on the longest night.</summary>
    public static readonly TimeSpan Earliest = TimeSpan.FromHours(34);

    /// <summary>Local minute of the day before.</summary>
    private const int Afternoon = 15 * 60;

    /// <summary>15:00 on the local day before the one it begins on.</summary>
    public static DateTimeOffset DayBefore(DateTimeOffset start) => LabTime.AtMinute(LabTime.DateOf(start).AddDays(-1), Afternoon);

    /// <summary>
    /// Which reminder is due now, if any: late ones as long as they are of use. In the last hours only the later one, so that nobody
    /// gets both at once; and none for who booked when it was due already, and knows.
    /// </summary>
    /// <returns>The notice's kind.</returns>
    public static string? Due(DateTimeOffset start, DateTimeOffset bookedAt, DateTimeOffset now)
    {
        if (now >= start) return null;
        var (kind, opens) = now >= start - Soon
            ? (ReservationNotices.NoticeSoon, start - Soon)
            : (ReservationNotices.NoticeTomorrow, DayBefore(start));
        return now >= opens && bookedAt < opens ? kind : null;
    }
}
