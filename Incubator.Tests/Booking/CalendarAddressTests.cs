using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Web.Pages.Booking;

namespace Incubator.Tests.Booking;

public sealed class CalendarAddressTests
{
    [Theory]
    [InlineData("2026-W46", "2026-11-09")]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2025-W53", null)]
    [InlineData("2026-W00", null)]
    [InlineData("2026-46", null)]
    [InlineData("9999-W10", null)]
    public void Week_ReadsIsoWeeks(string text, string? monday) =>
        Assert.Equal(monday, CalendarAddress.Week(text) is { } day ? CalendarAddress.Of(day) : null);

    [Theory]
    [InlineData("2026-02-29", false)]
    [InlineData("2028-02-29", true)]
    [InlineData("0001-01-01", false)]
    [InlineData("9.11.2026", false)]
    [InlineData("<script>", false)]
    public void Day_ReadsOnlySensibleDays(string text, bool fine) => Assert.Equal(fine, CalendarAddress.Day(text) is not null);

    [Fact]
    public void Around_ShowsAnHourOnBothSides_AndMeetsMidnight()
    {
        Assert.Equal(new TimelineWindow(6 * 60, 20 * 60), TimelineWindow.Around([Plan(7 * 60, (18 * 60) + 30)]));
        Assert.Equal(TimelineWindow.WholeDay, TimelineWindow.Around([Plan(30, 24 * 60)]));
    }

    [Theory]
    [InlineData("2026-03-29", 92)]
    [InlineData("2026-10-25", 100)]
    public void WholeDay_OnTheClockChange_HasAllQuarters(string text, int quarters)
    {
        var plan = Plan(7 * 60, 19 * 60, CalendarAddress.Day(text)!.Value);
        Assert.Equal(quarters, TimelineWindow.WholeDay.Until(plan) - TimelineWindow.WholeDay.From(plan));
        var cropped = TimelineWindow.Around([plan]);
        Assert.Equal(14 * 4, cropped.Until(plan) - cropped.From(plan));
    }

    private static DayPlan Plan(int opens, int closes, DateOnly? on = null)
    {
        var day = on ?? new DateOnly(2026, 11, 9);
        var closing = closes == 1440 ? LabTime.StartOf(day.AddDays(1)) : LabTime.AtMinute(day, closes);
        return DayPlan.Of(day, [new TimeSlot(LabTime.AtMinute(day, opens), closing)], 1, 0, 0, [], EffectivePolicy.Default, LabTime.StartOf(day));
    }
}
