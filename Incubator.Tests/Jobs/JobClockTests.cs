using Incubator.Core.Jobs;

namespace Incubator.Tests.Jobs;

public sealed class JobClockTests
{
    private static readonly TimeOnly Two = new(2, 0);

    [Theory]
    // Never ran: due at once.
    [InlineData(null, "2026-11-25T08:00Z", true)]
    // Ran this night: not again until the next.
    [InlineData("2026-11-25T01:05Z", "2026-11-25T08:00Z", false)]
    [InlineData("2026-11-25T01:05Z", "2026-11-26T00:59Z", false)]
    [InlineData("2026-11-25T01:05Z", "2026-11-26T01:00Z", true)]
    // Slept through the hour, and through days: once, as soon as it wakes.
    [InlineData("2026-11-23T01:00Z", "2026-11-25T11:30Z", true)]
    // The night of 25 October: 02:00 local comes twice, the job once (the first is 00:00 UTC).
    [InlineData("2026-10-24T00:00Z", "2026-10-24T23:59Z", false)]
    [InlineData("2026-10-24T00:00Z", "2026-10-25T00:00Z", true)]
    [InlineData("2026-10-25T00:00Z", "2026-10-25T01:30Z", false)]
    // The night of 29 March: 02:00 local is skipped, the job is not.
    [InlineData("2026-03-28T01:00Z", "2026-03-29T00:59Z", false)]
    [InlineData("2026-03-28T01:00Z", "2026-03-29T01:00Z", true)]
    public void IsDue_DailyAtTwo_OnceADay(string? last, string now, bool due) =>
        Assert.Equal(due, JobClock.IsDue(Two, last is null ? null : At(last), At(now)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
