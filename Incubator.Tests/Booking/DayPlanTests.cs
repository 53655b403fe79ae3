using Incubator.Core.Booking;
using Incubator.Core.Common;

namespace Incubator.Tests.Booking;

public sealed class DayPlanTests
{
    private static readonly DateOnly Monday = new(2026, 11, 9);
    private static readonly DateTimeOffset DayBefore = new(2026, 11, 8, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-09", 96)]
    [InlineData("2026-03-29", 92)]
    [InlineData("2026-10-25", 100)]
    public void Of_DaysOfTheClockChange_HaveTheirQuarters(string day, int quarters)
    {
        var plan = Plan(DateOnly.ParseExact(day, "yyyy-MM-dd", null), []);
        Assert.Equal(quarters, plan.Until - plan.From);
        Assert.Equal(12 * 4, plan.OpenQuarters);
    }

    [Fact]
    public void Of_EmptyOpenDay_IsFreeFromOpeningToClosing()
    {
        var free = Assert.Single(Plan(Monday, []).Units[0].Stretches);
        Assert.Equal((StretchKind.Free, At(7), At(19)), (free.Kind, free.From, free.Until));
    }

    [Fact]
    public void Of_OneReservation_ShowsItsBuffersAndOffersWhatStillFits()
    {
        var plan = Plan(Monday, [Hold(At(8, 45), At(12, 30), setup: 1, cleanup: 2)], setup: 15, cleanup: 30);
        Assert.Equal(
            [
                (StretchKind.Free, At(7), At(8, 15)), // the new one's cleanup ends where the held setup begins
                (StretchKind.Setup, At(8, 45), At(9)),
                (StretchKind.Use, At(9), At(12)),
                (StretchKind.Cleanup, At(12), At(12, 30)),
                (StretchKind.Free, At(12, 45), At(19)), // the new one's setup begins where the held cleanup ends
            ],
            plan.Units[0].Stretches.Select(s => (s.Kind, s.From, s.Until)));
        Assert.Equal(At(7), plan.NextFree!.From);
        Assert.Equal(15, plan.ReservedQuarters);
    }

    [Fact]
    public void Of_GapShorterThanTheMinimum_IsNotOffered()
    {
        var plan = Plan(Monday, [Hold(At(7), At(12)), Hold(At(12, 15), At(19))]);
        Assert.DoesNotContain(plan.Units[0].Stretches, s => s.Kind == StretchKind.Free);
        Assert.Null(plan.NextFree);
    }

    [Fact]
    public void Of_ClosedDay_HasNothingOpenAndNothingFree()
    {
        var plan = DayPlan.Of(Monday, [], 1, 0, 0, [], EffectivePolicy.Default, DayBefore);
        Assert.Empty(plan.Open);
        Assert.Empty(plan.Units[0].Stretches);
        Assert.Equal(0, plan.OpenQuarters);
    }

    [Fact]
    public void Of_Today_OffersFromNoticeOn()
    {
        var now = LabTime.AtMinute(Monday, (10 * 60) + 7);
        Assert.Equal(At(11, 15), Plan(Monday, [], now: now).NextFree!.From);
    }

    [Fact]
    public void Of_PastDayOrBeyondHorizon_OffersNothing()
    {
        Assert.Null(Plan(Monday, [], now: DayBefore.AddDays(3)).NextFree);
        Assert.Null(Plan(Monday, [], now: DayBefore.AddDays(-100)).NextFree);
    }

    [Fact]
    public void Of_NotBookable_ShowsHoldsOnly()
    {
        var plan = Plan(Monday, [Hold(At(9), At(10))], bookable: false);
        Assert.Equal(StretchKind.Use, Assert.Single(plan.Units[0].Stretches).Kind);
    }

    [Fact]
    public void Of_ReservationOverMidnight_IsClippedToTheDay()
    {
        var plan = Plan(Monday, [Hold(At(-4), At(8)), Hold(At(18), At(30))]);
        Assert.Equal(
            [(plan.From, At(8)), (At(8), At(18)), (At(18), plan.Until)],
            plan.Units[0].Stretches.Select(s => (s.From, s.Until)));
    }

    [Fact]
    public void Of_TwoUnits_EachHasItsOwnDay()
    {
        var plan = Plan(Monday, [Hold(At(7), At(19)), Hold(At(9), At(10), unit: 2, maintenance: true)], units: 2);
        Assert.Equal([StretchKind.Use], plan.Units[0].Stretches.Select(s => s.Kind));
        Assert.Equal([StretchKind.Free, StretchKind.Maintenance, StretchKind.Free], plan.Units[1].Stretches.Select(s => s.Kind));
        Assert.Equal(2 * 12 * 4, plan.OpenQuarters);
        Assert.Equal(12 * 4, plan.ReservedQuarters);
    }

    [Theory]
    [InlineData(30, 720, 15, 48, 4)] // an hour
    [InlineData(30, 720, 15, 3, 3)] // never past the stretch
    [InlineData(120, 720, 60, 48, 8)] // the minimum
    [InlineData(30, 45, 15, 48, 3)] // the maximum
    public void OfferedUntil_WithinPolicy(int min, int max, int step, int freeQuarters, int expected)
    {
        var policy = EffectivePolicy.Default with { MinMinutes = min, MaxMinutes = max, GranularityMinutes = step };
        var plan = DayPlan.Of(Monday, [], 1, 0, 0, [], policy, DayBefore);
        Assert.Equal(expected, plan.OfferedUntil(new Stretch(StretchKind.Free, 0, freeQuarters)));
    }

    private static int At(int hour, int minute = 0) => QuarterHour.Of(LabTime.StartOf(Monday)) + (hour * 4) + (minute / 15);

    private static Hold Hold(int from, int until, int setup = 0, int cleanup = 0, int unit = 1, bool maintenance = false) =>
        new(1, unit, from, until) { Setup = setup, Cleanup = cleanup, IsMaintenance = maintenance };

    private static DayPlan Plan(
        DateOnly day, IReadOnlyList<Hold> holds, int units = 1, int setup = 0, int cleanup = 0, DateTimeOffset? now = null, bool bookable = true) =>
        DayPlan.Of(
            day, [new TimeSlot(LabTime.AtMinute(day, 7 * 60), LabTime.AtMinute(day, 19 * 60))], units, setup, cleanup, holds,
            EffectivePolicy.Default, now ?? LabTime.AtMinute(day, 0).AddDays(-1), bookable);
}
