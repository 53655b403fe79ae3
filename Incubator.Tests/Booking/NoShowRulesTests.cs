using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

public sealed class NoShowRulesTests
{
    private static readonly DateTimeOffset Always = Lab.At(1, 0);

    [Fact]
    public void Judge_NobodyCame_IsANoShowFromTheGraceOn()
    {
        Assert.Equal(NoShowVerdict.Wait, Judge(Always, Lab.At(10, 9, 30).AddTicks(-1)));
        Assert.Equal(NoShowVerdict.NoShow, Judge(Always, Lab.At(10, 9, 30)));
        Assert.Equal(NoShowVerdict.NoShow, Judge(Always, Lab.At(11, 9)));
    }

    [Fact]
    public void Judge_ProgramWasAway_GivesTheGraceAgainOrAsksStaff()
    {
        var back = Lab.At(10, 10);
        Assert.Equal(NoShowVerdict.Wait, Judge(back, Lab.At(10, 10, 29)));
        Assert.Equal(NoShowVerdict.NoShow, Judge(back, Lab.At(10, 10, 30)));
        // There is no whole grace left.
        Assert.Equal(NoShowVerdict.Wait, Judge(Lab.At(10, 11, 45), Lab.At(10, 11, 50)));
        Assert.Equal(NoShowVerdict.Ask, Judge(Lab.At(10, 11, 45), Lab.At(10, 12)));
        Assert.Equal(NoShowVerdict.Ask, Judge(Lab.At(10, 15), Lab.At(10, 15)));
    }

    [Theory]
    [InlineData(8, 9.25, false, NoShowVerdict.Wait, NoShowVerdict.Ask)]
    [InlineData(9.25, 9.5, false, NoShowVerdict.Wait, NoShowVerdict.Ask)]
    [InlineData(8, 9, true, NoShowVerdict.Wait, NoShowVerdict.Ask)] // An outage that staff have not ended is still on.
    [InlineData(8, 9, false, NoShowVerdict.NoShow, NoShowVerdict.NoShow)]
    [InlineData(9.5, 10.5, false, NoShowVerdict.Wait, NoShowVerdict.NoShow)] // Nobody came before it; while it is on nothing is said.
    public void Judge_WhileTheResourceWasDown_BlamesNobody(double from, double until, bool isOpen, NoShowVerdict at10, NoShowVerdict at13)
    {
        var down = new DownTime(Lab.At(10, 0).AddHours(from), Lab.At(10, 0).AddHours(until), isOpen);
        Assert.Equal(at10, Judge(Always, Lab.At(10, 10), down));
        Assert.Equal(at13, Judge(Always, Lab.At(10, 13), down));
    }

    private static NoShowVerdict Judge(DateTimeOffset since, DateTimeOffset now, params DownTime[] downs) =>
        NoShowRules.Judge(Lab.Slot(9, 12), since, downs, now);
}

public sealed class ReminderRulesTests
{
    private static readonly DateTimeOffset LongAgo = Lab.At(1, 9);

    [Fact]
    public void Due_DayBeforeAndTwoHoursBefore_LateButNeverAfterTheStart()
    {
        var start = Lab.At(10, 9);
        Assert.Null(ReminderRules.Due(start, LongAgo, Lab.At(9, 15).AddTicks(-1)));
        Assert.Equal("ReservationTomorrow", ReminderRules.Due(start, LongAgo, Lab.At(9, 15)));
        Assert.Equal("ReservationTomorrow", ReminderRules.Due(start, LongAgo, Lab.At(10, 6, 59)));
        Assert.Equal("ReservationSoon", ReminderRules.Due(start, LongAgo, Lab.At(10, 7)));
        Assert.Equal("ReservationSoon", ReminderRules.Due(start, LongAgo, start.AddTicks(-1)));
        Assert.Null(ReminderRules.Due(start, LongAgo, start));
    }

    [Fact]
    public void Due_BookedWhenItWasDueAlready_IsNot()
    {
        var start = Lab.At(10, 9);
        Assert.Null(ReminderRules.Due(start, Lab.At(9, 15), Lab.At(9, 16)));
        Assert.Equal("ReservationSoon", ReminderRules.Due(start, Lab.At(9, 15), Lab.At(10, 7)));
        Assert.Null(ReminderRules.Due(start, Lab.At(10, 7), Lab.At(10, 8)));
    }

    [Theory]
    [InlineData("2026-10-25T00:30Z", "2026-10-24T13:00Z", "2026-10-24T22:30Z")] // 02:30 summer time
    [InlineData("2026-10-25T01:30Z", "2026-10-24T13:00Z", "2026-10-24T23:30Z")] // 02:30 again, winter time
    [InlineData("2026-10-25T22:45Z", "2026-10-24T13:00Z", "2026-10-25T20:45Z")] // 23:45 of the longest day
    [InlineData("2026-03-29T01:30Z", "2026-03-28T14:00Z", "2026-03-28T23:30Z")] // 03:30, after the skipped hour
    public void Due_NightsOfTheClockChange_OpenOnceEach(string starts, string dayBefore, string soon)
    {
        DateTimeOffset start = At(starts), first = At(dayBefore), second = At(soon);
        Assert.True(start - first <= ReminderRules.Earliest);
        Assert.Null(ReminderRules.Due(start, DateTimeOffset.MinValue, first.AddTicks(-1)));
        Assert.Equal("ReservationTomorrow", ReminderRules.Due(start, DateTimeOffset.MinValue, first));
        Assert.Equal("ReservationTomorrow", ReminderRules.Due(start, DateTimeOffset.MinValue, second.AddTicks(-1)));
        Assert.Equal("ReservationSoon", ReminderRules.Due(start, DateTimeOffset.MinValue, second));
        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
