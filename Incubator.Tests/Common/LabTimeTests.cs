using Incubator.Core.Common;

namespace Incubator.Tests.Common;

public sealed class LabTimeTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 30)]
    [InlineData(2, 59)]
    public void ToInstant_TimeSkippedInSpring_IsRefused(int hour, int minute)
    {
        var result = LabTime.ToInstant(Local(2026, 3, 29, hour, minute), field: "Start");
        Assert.True(result.Was("LocalTimeSkipped"));
        Assert.Equal("Start", result.Refusals[0].Field);
    }

    [Theory]
    [InlineData(1, 45, "2026-03-29T00:45Z")]
    [InlineData(3, 0, "2026-03-29T01:00Z")]
    public void ToInstant_BesideTheSpringChange_IsThatInstant(int hour, int minute, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), LabTime.ToInstant(Local(2026, 3, 29, hour, minute)).Value);

    [Fact]
    public void ToInstant_TimeTwiceInAutumn_IsTwoInstantsAnHourApart()
    {
        var local = Local(2026, 10, 25, 2, 30);
        Assert.True(LabTime.IsAmbiguous(local));
        var first = LabTime.ToInstant(local).Value;
        var second = LabTime.ToInstant(local, second: true).Value;
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), first);
        Assert.Equal(TimeSpan.FromHours(1), second - first);
        Assert.Equal(LabTime.ToLocal(first).DateTime, LabTime.ToLocal(second).DateTime);
        Assert.NotEqual(LabTime.ToLocal(first).Offset, LabTime.ToLocal(second).Offset);
    }

    [Fact]
    public void ToInstant_SecondOfAnUnambiguousTime_IsTheOnlyOne()
    {
        var local = Local(2026, 11, 10, 9, 0);
        Assert.False(LabTime.IsAmbiguous(local));
        Assert.Equal(LabTime.ToInstant(local).Value, LabTime.ToInstant(local, second: true).Value);
    }

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 25, 25)]
    [InlineData(2026, 11, 10, 24)]
    public void Day_IsAsLongAsTheClockMakesIt(int year, int month, int day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), LabTime.Day(new DateOnly(year, month, day)).Length);

    [Theory]
    [InlineData(3, 28, 7)]
    [InlineData(10, 24, 9)]
    [InlineData(11, 9, 8)]
    public void Night_FromTenToSix_LastsElapsedHours(int month, int day, int hours)
    {
        var start = LabTime.ToInstant(Local(2026, month, day, 22, 0)).Value;
        var end = LabTime.ToInstant(Local(2026, month, day, 6, 0).AddDays(1)).Value;
        Assert.Equal(TimeSpan.FromHours(hours), end - start);
    }

    [Fact]
    public void AtMinute_SkippedTime_IsTheInstantOfTheChange() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), LabTime.AtMinute(new DateOnly(2026, 3, 29), 150));

    [Fact]
    public void DateOf_IsTheLocalDay()
    {
        Assert.Equal(new DateOnly(2026, 7, 2), LabTime.DateOf(new DateTimeOffset(2026, 7, 1, 22, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 1, 1), LabTime.DateOf(new DateTimeOffset(2026, 1, 1, 22, 59, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Quarter_IsHalfOpen()
    {
        var nine = new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
        var quarter = QuarterHour.Of(nine);
        Assert.Equal(nine, QuarterHour.Start(quarter));
        Assert.Equal(quarter, QuarterHour.AtOrAfter(nine));
        Assert.Equal(quarter, QuarterHour.Of(nine.AddMinutes(15).AddTicks(-1)));
        Assert.Equal(quarter + 1, QuarterHour.AtOrAfter(nine.AddTicks(1)));
        Assert.False(QuarterHour.IsOn(nine.AddSeconds(1)));
    }

    [Theory]
    [InlineData(0, 60, 60, 120, false)]
    [InlineData(0, 61, 60, 120, true)]
    [InlineData(0, 180, 60, 120, true)]
    [InlineData(60, 120, 60, 120, true)]
    public void Overlaps_IsHalfOpen(int from, int until, int otherFrom, int otherUntil, bool expected)
    {
        var zero = new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
        TimeSlot one = new(zero.AddMinutes(from), zero.AddMinutes(until)), other = new(zero.AddMinutes(otherFrom), zero.AddMinutes(otherUntil));
        Assert.Equal(expected, one.Overlaps(other));
        Assert.Equal(expected, other.Overlaps(one));
        Assert.Equal(expected, one.Intersect(other) is not null);
    }

    private static DateTime Local(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
}
