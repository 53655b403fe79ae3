using Incubator.Core.Common;

namespace Incubator.Core.Jobs;

/// <summary>When a daily job is due.</summary>
public static class JobClock
{
    /// <summary>
    /// Whether the latest local hh:mm that has passed was not served yet: a job whose hour the program slept through is due as soon
    /// as it wakes, once. A skipped local time means the instant of the change, one that happens twice its first.
    /// </summary>
    /// <param name="at">Local time of day.</param>
    /// <param name="lastSuccess">When the last run that succeeded began (UTC); null: never.</param>
    public static bool IsDue(TimeOnly at, DateTimeOffset? lastSuccess, DateTimeOffset now)
    {
        var today = LabTime.DateOf(now);
        var minute = (at.Hour * 60) + at.Minute;
        var latest = LabTime.AtMinute(today, minute);
        if (latest > now) latest = LabTime.AtMinute(today.AddDays(-1), minute);
        return lastSuccess is not { } last || last < latest;
    }
}
