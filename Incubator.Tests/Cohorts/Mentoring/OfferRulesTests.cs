using Incubator.Core.Cohorts;
using Incubator.Core.Common;

namespace Incubator.Tests.Cohorts.Mentoring;

public sealed class OfferRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Slots_EveryWeekAcrossTheChange_KeepTheirLocalTime()
    {
        var slots = OfferRules.Slots(Offer(new DateOnly(2026, 3, 24), "14:00", "15:00") with { WeeklyUntil = new DateOnly(2026, 4, 7) }, Now).Value;
        Assert.Equal([13, 12, 12], slots.Select(s => s.Start.UtcDateTime.Hour));
        Assert.All(slots, s => Assert.Equal(14, LabTime.ToLocal(s.Start).Hour));
    }

    [Fact]
    public void Slots_InTheSkippedHour_AreRefusedOnceAndLeftOutWeekly()
    {
        var night = Offer(new DateOnly(2026, 3, 29), "02:00", "03:00");
        Assert.True(OfferRules.Slots(night, Now).Was("LocalTimeSkipped"));
        var weekly = OfferRules.Slots(night with { Date = new DateOnly(2026, 3, 22), WeeklyUntil = new DateOnly(2026, 4, 5) }, Now).Value;
        Assert.Equal([new DateOnly(2026, 3, 22), new DateOnly(2026, 4, 5)], weekly.Select(s => LabTime.DateOf(s.Start)));
    }

    [Fact]
    public void Slots_OverTheAutumnNight_AreAsManyAsTheHours() =>
        Assert.Equal(4, OfferRules.Slots(Offer(new DateOnly(2026, 10, 25), "01:00", "04:00"), Now).Value.Count);

    [Theory]
    [InlineData("09:00", "12:00", 60, 3)]
    [InlineData("09:00", "12:00", 45, 4)]
    [InlineData("09:00", "10:15", 30, 2)]
    public void Slots_FillTheTime(string from, string until, int minutes, int count)
    {
        var slots = OfferRules.Slots(Offer(new DateOnly(2026, 4, 1), from, until) with { SessionMinutes = minutes }, Now).Value;
        Assert.Equal(count, slots.Count);
        Assert.All(slots, s => Assert.True(QuarterHour.IsOn(s.Start) && s.Length == TimeSpan.FromMinutes(minutes)));
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second)));
    }

    [Theory]
    [InlineData("09:00", "09:45", 60, null, "HoursTooShort")]
    [InlineData("10:00", "09:00", 60, null, "HoursTooShort")]
    [InlineData("23:30", "23:45", 60, null, "HoursTooShort")]
    [InlineData("09:10", "11:00", 60, null, "NotOnQuarter")]
    [InlineData("09:00", "11:00", 50, null, "SessionLengthInvalid")]
    [InlineData("09:00", "11:00", 0, null, "SessionLengthInvalid")]
    [InlineData("09:00", "19:00", 300, null, "SessionLengthInvalid")]
    [InlineData("09:00", "11:00", 60, "2026-03-01", "PatternEndsBeforeStart")]
    [InlineData("09:00", "11:00", 60, "2028-01-01", "PatternTooLong")]
    [InlineData("00:00", "23:00", 15, "2026-12-01", "TooManyHours")]
    public void Slots_Impossible_AreRefused(string from, string until, int minutes, string? weekly, string code) => Assert.True(OfferRules.Slots(
        Offer(new DateOnly(2026, 4, 1), from, until) with { SessionMinutes = minutes, WeeklyUntil = weekly is null ? null : DateOnly.Parse(weekly, null) }, Now).Was(code));

    [Fact]
    public void Slots_InThePast_AreRefused() => Assert.True(OfferRules.Slots(Offer(new DateOnly(2026, 2, 27), "09:00", "11:00"), Now).Was("StartInPast"));

    private static OfferHours Offer(DateOnly day, string from, string until) => new()
    {
        Mentor = Guid.Empty,
        Date = day,
        From = TimeOnly.Parse(from, null),
        Until = TimeOnly.Parse(until, null),
        SessionMinutes = 60,
    };
}
