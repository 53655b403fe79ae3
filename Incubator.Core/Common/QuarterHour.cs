namespace Incubator.Core.Common;

/// <summary>
/// Every reservation begins and ends on a quarter-hour; occupancy is counted in them.
/// A quarter is the number of 15-minute steps since 1970-01-01T00:00Z.
/// </summary>
public static class QuarterHour
{
    public const int Minutes = 15;
    private const long Seconds = Minutes * 60;

    public static bool IsOn(DateTimeOffset instant) => instant.UtcTicks % (Seconds * TimeSpan.TicksPerSecond) == 0;

    /// <summary>The quarter that holds the instant.</summary>
    public static int Of(DateTimeOffset instant) => checked((int)Math.Floor(instant.ToUnixTimeMilliseconds() / (Seconds * 1000.0)));

    /// <summary>The first quarter that begins at the instant or later.</summary>
    public static int AtOrAfter(DateTimeOffset instant) => IsOn(instant) ? Of(instant) : Of(instant) + 1;

    /// <summary>The instant (UTC) at which the quarter begins.</summary>
    public static DateTimeOffset Start(int quarter) => DateTimeOffset.FromUnixTimeSeconds(quarter * Seconds);

    public static DateTimeOffset RoundUp(DateTimeOffset instant) => Start(AtOrAfter(instant));
}
