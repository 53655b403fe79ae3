using Incubator.Core.Booking;
using Incubator.Core.Common;

namespace Incubator.Tests.Booking.Calendar;

public sealed class OpeningCalendarTests
{
    private const long Site = 7, Other = 8, Dryer = 42;

    private static readonly List<OpeningPattern> Weekdays =
        [.. Enumerable.Range(1, 5).Select(day => OpeningPattern.Create((DayOfWeek)day, 7 * 60, 19 * 60))];

    private static readonly IReadOnlyList<CalendarException> Hungarian =
    [
        CalendarException.Create(new(2026, 8, 8), CalendarExceptionKind.WorkingSaturday, "Munkanap", "Working Saturday", followsDay: DayOfWeek.Friday),
        CalendarException.Create(new(2026, 8, 20), CalendarExceptionKind.PublicHoliday, "Az államalapítás ünnepe", "State Foundation Day"),
        CalendarException.Create(new(2026, 8, 21), CalendarExceptionKind.BridgeDay, "Pihenőnap", "Rest day"),
        CalendarException.Create(new(2026, 12, 12), CalendarExceptionKind.WorkingSaturday, "Munkanap", "Working Saturday", followsDay: DayOfWeek.Thursday),
        CalendarException.Create(new(2026, 12, 24), CalendarExceptionKind.BridgeDay, "Pihenőnap", "Rest day"),
    ];

    [Theory]
    [InlineData(2026, 8, 8, true)]
    [InlineData(2026, 8, 20, false)]
    [InlineData(2026, 8, 21, false)]
    [InlineData(2026, 12, 12, true)]
    [InlineData(2026, 12, 24, false)]
    [InlineData(2026, 12, 5, false)]
    [InlineData(2026, 12, 11, true)]
    public void OpenOn_HungarianDays_AreAsTheDecreeSays(int year, int month, int day, bool open)
    {
        var slots = new OpeningCalendar(Weekdays, Hungarian).OpenOn(new DateOnly(year, month, day));
        Assert.Equal(open, slots.Count == 1);
        if (open) Assert.Equal(TimeSpan.FromHours(12), slots[0].Length);
    }

    [Fact]
    public void OpenOn_WorkingSaturday_FollowsTheDayItStandsFor()
    {
        var patterns = Weekdays.Where(p => p.DayOfWeek != DayOfWeek.Thursday).Append(OpeningPattern.Create(DayOfWeek.Thursday, 600, 720));
        Assert.Equal(TimeSpan.FromHours(2), new OpeningCalendar(patterns, Hungarian).OpenOn(new(2026, 12, 12)).Single().Length);
    }

    [Fact]
    public void OpenOn_SpecialHours_ReplaceThePattern()
    {
        var special = CalendarException.Create(
            new(2026, 12, 31), CalendarExceptionKind.SpecialHours, "Szilveszter", "New Year's Eve", opensAt: 8 * 60, closesAt: 12 * 60);
        var slot = new OpeningCalendar(Weekdays, [special]).OpenOn(new(2026, 12, 31)).Single();
        Assert.Equal((8, 12), (LabTime.ToLocal(slot.Start).Hour, LabTime.ToLocal(slot.End).Hour));
    }

    [Fact]
    public void OpenOn_TheMostSpecificPattern_DecidesAlone()
    {
        var day = new DateOnly(2026, 11, 10);
        var calendar = new OpeningCalendar(
            [.. Weekdays, OpeningPattern.Create(DayOfWeek.Tuesday, 480, 960, siteId: Site), OpeningPattern.Create(DayOfWeek.Tuesday, 600, 660, resourceId: Dryer),
                OpeningPattern.Create(DayOfWeek.Monday, 600, 660, siteId: Other)], []);
        Assert.Equal(TimeSpan.FromHours(1), calendar.OpenOn(day, Site, Dryer).Single().Length);
        Assert.Equal(TimeSpan.FromHours(8), calendar.OpenOn(day, Site, 99).Single().Length);
        Assert.Equal(TimeSpan.FromHours(12), calendar.OpenOn(day, 99, 99).Single().Length);
        Assert.Empty(calendar.OpenOn(day, Other));
    }

    [Fact]
    public void OpenOn_TheMostSpecificException_Wins()
    {
        var day = new DateOnly(2026, 8, 20);
        var calendar = new OpeningCalendar(Weekdays, [.. Hungarian,
            CalendarException.Create(day, CalendarExceptionKind.SpecialHours, "Nyílt nap", "Open day", opensAt: 600, closesAt: 720, siteId: Site),
            CalendarException.Create(day, CalendarExceptionKind.Closed, "Zárva", "Closed", resourceId: Dryer)]);
        Assert.Empty(calendar.OpenOn(day));
        Assert.Single(calendar.OpenOn(day, Site));
        Assert.Empty(calendar.OpenOn(day, Site, Dryer));
    }

    [Fact]
    public void Open_RoundTheClock_IsOneSlotAcrossMidnight()
    {
        var always = Enum.GetValues<DayOfWeek>().Select(d => OpeningPattern.Create(d, 0, OpeningPattern.MinutesPerDay));
        var slots = new OpeningCalendar(always, []).Open(new(2026, 3, 28), new(2026, 3, 31));
        Assert.Equal(TimeSpan.FromHours(71), slots.Single().Length);
    }

    [Theory]
    [InlineData(3, 29, 5)]
    [InlineData(10, 25, 7)]
    public void OpenOn_NightOfTheChange_IsAsLongAsItIs(int month, int day, int hours)
    {
        var sunday = OpeningPattern.Create(DayOfWeek.Sunday, 0, 6 * 60);
        Assert.Equal(TimeSpan.FromHours(hours), new OpeningCalendar([sunday], []).OpenOn(new(2026, month, day)).Single().Length);
    }
}
