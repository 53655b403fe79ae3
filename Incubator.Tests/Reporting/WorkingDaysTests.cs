using Incubator.Core.Booking;
using Incubator.Tests.Host;

namespace Incubator.Tests.Reporting;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-09", true)]
    [InlineData("2026-11-13", true)]
    [InlineData("2026-11-14", false)]
    [InlineData("2026-11-15", false)]
    public void Is_OrdinaryDay_IsMondayToFriday(string day, bool works) => Assert.Equal(works, WorkingDays.Is(Day(day), null));

    [Theory]
    [InlineData("2026-10-23", CalendarExceptionKind.PublicHoliday, false)]
    [InlineData("2026-08-21", CalendarExceptionKind.BridgeDay, false)]
    [InlineData("2026-11-09", CalendarExceptionKind.Closed, false)]
    [InlineData("2026-08-08", CalendarExceptionKind.WorkingSaturday, true)]
    [InlineData("2026-11-14", CalendarExceptionKind.SpecialHours, true)]
    public void Is_ExceptionalDay_IsAsTheCalendarSays(string day, CalendarExceptionKind kind, bool works) =>
        Assert.Equal(works, WorkingDays.Is(Day(day), CalendarException.Create(Day(day), kind, "x", "x", opensAt: 480, closesAt: 720)));

    // The calendar of the Hungarian state, as it lies in db/seed: every working Saturday and every day off of 2026.
    [Fact]
    public void Is_TheYear2026OfTheState_HasItsWorkingDays()
    {
        var file = HolidayFile.Read(File.ReadAllBytes(House.Path("db", "seed", "hu_holidays_workdays_2025_2026.csv"))).Value;
        var exceptions = file.Days.Where(d => d.Date.Year == 2026).ToDictionary(d => d.Date, d => CalendarException.Create(d.Date, d.Kind, d.NameHu, d.NameEn, followsDay: d.FollowsDay));
        var first = new DateOnly(2026, 1, 1);
        var weekdays = Enumerable.Range(0, 365).Select(first.AddDays).Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var off = exceptions.Values.Count(e => e.Kind != CalendarExceptionKind.WorkingSaturday && e.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var on = exceptions.Values.Count(e => e.Kind == CalendarExceptionKind.WorkingSaturday);
        Assert.True(off > 8 && on > 0);
        Assert.Equal(weekdays - off + on, Enumerable.Range(0, 365).Select(first.AddDays).Count(d => WorkingDays.Is(d, exceptions.GetValueOrDefault(d))));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
