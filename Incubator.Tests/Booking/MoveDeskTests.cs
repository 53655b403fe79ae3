using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class MoveDeskTests : IDisposable
{
    private readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Move_ToAFreeTime_KeepsItsIdentityAndTellsItsLineage()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        var before = await lab.SeeAsync(reference);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(10, 14))).Succeeded);
        var after = await lab.SeeAsync(reference);
        Assert.Equal((before.Id, before.Number, before.Sequence + 1, Lab.Slot(10, 14)), (after.Id, after.Number, after.Sequence, after.Slot));
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(["Confirmed", "Moved"], await lab.ActsAsync(reference));
        await using var db = lab.Open();
        var moved = await db.History.SingleAsync(h => h.Act == "Moved", TestContext.Current.CancellationToken);
        Assert.Contains("""["2026-11-10T08:00Z","2026-11-10T09:00Z"]""", moved.Changes);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_ToATakenTime_LeavesEverythingAsItWas()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 11), dryer);
        await lab.BookAsync(Lab.Slot(12, 14), dryer);
        var before = await lab.SeeAsync(reference);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(11, 13))).Was(BookingRefusals.SlotTaken));
        var after = await lab.SeeAsync(reference);
        Assert.Equal((before.Slot, before.Sequence, before.Version), (after.Slot, after.Sequence, after.Version));
        Assert.Equal(["Confirmed"], await lab.ActsAsync(reference));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_ToAnotherResource_AsksItsPolicy()
    {
        long dryer = lab.Resource(), oven = lab.Resource(policy: new PolicyTerms { WhoMayBook = WhoMayBook.StaffOnly }),
            mixer = lab.Resource(setup: 30);
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12), resources: oven)).Was(BookingRefusals.OnlyStaffMayBook));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12), resources: [mixer, dryer])).Succeeded);
        Assert.Equal((14, 12), (await lab.HeldAsync(mixer), await lab.HeldAsync(dryer)));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12), resources: mixer)).Succeeded);
        Assert.Equal(0, await lab.HeldAsync(dryer));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_Quota_DoesNotCountItself()
    {
        var dryer = lab.Resource(policy: new PolicyTerms { CompanyMinutesPerWeek = 180, CompanyFutureReservations = 1 });
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(13, 16))).Succeeded);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(13, 16.25))).Was(BookingRefusals.QuotaUsed));
    }

    [Fact]
    public async Task Move_InTheLateWindow_IsForStaffWithAReason()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(9, 9).AddMinutes(1));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12, day: 12))).Was(BookingRefusals.TooLateToMove));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 11))).Succeeded);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 11, day: 12), lab.Staff)).Was(BookingRefusals.TooLateToMove));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 11, day: 12), lab.Staff, reason: "Milk came late")).Succeeded);
    }

    [Fact]
    public async Task Move_StalePage_IsChangedMeanwhile()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        var seen = (await lab.SeeAsync(reference)).Version;
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(10, 13), seen: seen)).Succeeded);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(11, 14), lab.Bela, seen: seen)).Was("ChangedMeanwhile"));
        Assert.True((await lab.CancelAsync(reference, seen: seen)).Was("ChangedMeanwhile"));
        Assert.Equal(Lab.Slot(10, 13), (await lab.SeeAsync(reference)).Slot);
    }

    [Fact]
    public async Task Move_Running_ChangesOnlyItsEnd()
    {
        long dryer = lab.Resource(), other = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        await lab.BookAsync(Lab.Slot(14, 16), dryer);
        lab.GoTo(Lab.At(10, 9));
        Assert.True((await lab.CheckInAsync(reference)).Succeeded);
        lab.GoTo(Lab.At(10, 10));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 14))).Succeeded);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 14.25))).Was(BookingRefusals.SlotTaken));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9.25, 13))).Was(BookingRefusals.WrongState));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 13), resources: other)).Was(BookingRefusals.WrongState));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 9.5))).Was(BookingRefusals.InvalidSlot));
        Assert.Equal(ReservationState.InUse, (await lab.SeeAsync(reference)).State);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_RunningIntoAComingOne_SendsThatToAnotherUnit()
    {
        var dryer = lab.Resource(units: 2);
        var running = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        var coming = await lab.BookAsync(Lab.Slot(12, 14), dryer);
        Assert.Equal(1, (await lab.SeeAsync(coming)).Items[0].Unit);
        lab.GoTo(Lab.At(10, 9));
        Assert.True((await lab.CheckInAsync(running)).Succeeded);
        Assert.True((await lab.MoveAsync(running, Lab.Slot(9, 13))).Succeeded);
        Assert.Equal((1, 2), ((await lab.SeeAsync(running)).Items[0].Unit, (await lab.SeeAsync(coming)).Items[0].Unit));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_Cancelled_IsNotReportedAsDone()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        await lab.CancelAsync(reference);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12))).Was(BookingRefusals.WrongState));
    }

    [Fact]
    public async Task Cancel_InTime_FreesAtOnceAndTwiceIsOnce()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(9, 9));
        Assert.True((await lab.CancelAsync(reference)).Succeeded);
        Assert.True((await lab.CancelAsync(reference)).Succeeded);
        Assert.Equal(["Confirmed", "Cancelled"], await lab.ActsAsync(reference));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { CompanyId = lab.Mill })).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Cancel_AfterTheDeadline_IsRecordedAsLateUnlessForgivenWithAReason()
    {
        var (one, two) = (await lab.BookAsync(Lab.Slot(9, 12), lab.Resource()), await lab.BookAsync(Lab.Slot(9, 12), lab.Resource()));
        lab.GoTo(Lab.At(9, 9).AddMinutes(1));
        Assert.True((await lab.CancelAsync(one, forgive: true, reason: "Please")).Succeeded);
        Assert.Equal(ReservationState.LateCancelled, (await lab.SeeAsync(one)).State);
        Assert.True((await lab.CancelAsync(two, lab.Staff, forgive: true)).Was(BookingRefusals.OverrideReasonMissing));
        Assert.True((await lab.CancelAsync(two, lab.Staff, forgive: true, reason: "Power cut in town")).Succeeded);
        Assert.Equal((ReservationState.Cancelled, "Power cut in town"), ((await lab.SeeAsync(two)).State, (await lab.SeeAsync(two)).EndReason));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Cancel_WhatIsOver_DoesNotHideANoShow()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        lab.GoTo(Lab.At(10, 12));
        Assert.True((await lab.CancelAsync(reference)).Was(BookingRefusals.ReservationOver));
        Assert.True((await lab.NoShowAsync(reference)).Succeeded);
    }

    [Fact]
    public async Task EveryAct_OnAnothersReservation_IsNotFound()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9, 30));
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(10, 12), lab.Dora)).Was("NotFound"));
        Assert.True((await lab.CancelAsync(reference, lab.Dora)).Was("NotFound"));
        Assert.True((await lab.CheckInAsync(reference, lab.Dora)).Was("NotFound"));
        Assert.True((await lab.CheckInAsync(reference)).Succeeded);
        Assert.True((await lab.CheckOutAsync(reference, lab.Dora)).Was("NotFound"));
        Assert.True((await lab.NoShowAsync(reference, lab.Anna)).Was("NotFound"));
        Assert.True((await lab.OnDeskAsync(d => d.NoteAsync(reference, "x", lab.Anna))).Was("NotFound"));
        Assert.True((await lab.CancelAsync(Guid.NewGuid())).Was("NotFound"));
        Assert.Equal(["Confirmed", "InUse"], await lab.ActsAsync(reference));
    }

    [Fact]
    public async Task CheckIn_Window_IsFromSetupUntilTheEnd()
    {
        var dryer = lab.Resource(setup: 30);
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 8, 30).AddTicks(-1));
        Assert.True((await lab.CheckInAsync(reference)).Was(BookingRefusals.TooEarlyToCheckIn));
        lab.GoTo(Lab.At(10, 8, 30));
        Assert.True((await lab.CheckInAsync(reference)).Succeeded);
        Assert.True((await lab.CheckInAsync(reference)).Succeeded);
        Assert.True((await lab.NoShowAsync(reference)).Was(BookingRefusals.WrongState));
        Assert.True((await lab.CancelAsync(reference)).Was(BookingRefusals.WrongState));
        var late = await lab.BookAsync(Lab.Slot(14, 15), dryer);
        lab.GoTo(Lab.At(10, 15));
        Assert.True((await lab.CheckInAsync(late)).Was(BookingRefusals.ReservationOver));
    }

    [Fact]
    public async Task CheckIn_WhileTheUnitIsStillInUse_IsRefused()
    {
        var dryer = lab.Resource();
        var (first, second) = (await lab.BookAsync(Lab.Slot(9, 12), dryer), await lab.BookAsync(Lab.Slot(12, 14), dryer));
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(first);
        lab.GoTo(Lab.At(10, 12, 5));
        Assert.True((await lab.CheckInAsync(second)).Was(BookingRefusals.UnitStillInUse));
        Assert.True((await lab.CheckOutAsync(first)).Succeeded);
        Assert.True((await lab.CheckInAsync(second)).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task CheckOut_Early_FreesTheRestAfterCleanup()
    {
        var dryer = lab.Resource(cleanup: 30);
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(reference);
        lab.GoTo(Lab.At(10, 10, 5));
        Assert.True((await lab.CheckOutAsync(reference)).Succeeded);
        Assert.True((await lab.CheckOutAsync(reference)).Succeeded);
        Assert.Equal(Lab.Slot(9, 10.25), (await lab.SeeAsync(reference)).Slot);
        var again = lab.Wish(Lab.Slot(10.5, 12), dryer) with { OverrideReason = "Short notice" };
        Assert.True((await lab.ReserveAsync(again, lab.Staff)).Was(BookingRefusals.SlotTaken));
        Assert.True((await lab.ReserveAsync(again with { Slot = Lab.Slot(10.75, 12) }, lab.Staff)).Succeeded);
        Assert.Equal(["Confirmed", "InUse", "Completed"], await lab.ActsAsync(reference));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task NoShow_AfterGrace_FreesTheRestAndKeepsTheRecord()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9, 30).AddTicks(-1));
        Assert.True((await lab.NoShowAsync(reference)).Was(BookingRefusals.WrongState));
        lab.GoTo(Lab.At(10, 9, 30));
        Assert.True((await lab.NoShowAsync(reference)).Succeeded);
        Assert.True((await lab.NoShowAsync(reference)).Succeeded);
        Assert.Equal(["Confirmed", "NoShow"], await lab.ActsAsync(reference));
        Assert.Equal(0, await lab.HeldAsync(dryer));
        await lab.AssertSoundAsync();
    }
}
