using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class MaintenanceDeskTests : IDisposable
{
    private readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Place_OverReservations_ListsThemFirstAndWritesNothing()
    {
        var dryer = lab.Resource(cleanup: 60);
        var reference = await lab.BookAsync(Lab.Slot(9, 11), dryer);
        var slot = Lab.Slot(11, 13);
        var affected = await lab.InWorkshopAsync(w => w.AffectedAsync(dryer, null, slot));
        Assert.Equal([reference], affected.Select(a => a.Reference));
        var refused = await lab.MaintainAsync(dryer, slot);
        Assert.Equal(1, refused.Refusals.Single(r => r.Code == BookingRefusals.AffectedReservations).Facts["count"]);
        await using var db = lab.Open();
        Assert.Equal(0, await db.MaintenanceWindows.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Place_EachChoice_IsCarriedOutTogether()
    {
        var dryer = lab.Resource();
        Guid kept = await lab.BookAsync(Lab.Slot(9, 10), dryer), moved = await lab.BookAsync(Lab.Slot(10, 11), dryer),
            displaced = await lab.BookAsync(Lab.Slot(11, 12), dryer);
        var placed = await lab.MaintainAsync(dryer, Lab.Slot(8, 12), choices:
        [
            (await lab.IdAsync(kept), AffectedChoice.KeepIt), (await lab.IdAsync(moved), new AffectedChoice(Lab.At(10, 14))),
            (await lab.IdAsync(displaced), AffectedChoice.Displace),
        ]);
        Assert.Equal(2, placed.Value.Count);
        Assert.Equal(Lab.Slot(9, 10), (await lab.SeeAsync(kept)).Slot);
        Assert.Equal(Lab.Slot(14, 15), (await lab.SeeAsync(moved)).Slot);
        Assert.Equal((ReservationState.Displaced, "Nozzle change"), ((await lab.SeeAsync(displaced)).State, (await lab.SeeAsync(displaced)).EndReason));
        Assert.Equal(["Confirmed", "Displaced"], await lab.ActsAsync(displaced));
        Assert.True((await lab.ReserveAsync(Lab.Slot(11, 12), dryer)).Was(BookingRefusals.UnderMaintenance));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Place_AMoveThatCannotBe_LeavesAllAsItWas()
    {
        var dryer = lab.Resource();
        Guid displaced = await lab.BookAsync(Lab.Slot(9, 10), dryer), moved = await lab.BookAsync(Lab.Slot(10, 11), dryer);
        await lab.BookAsync(Lab.Slot(14, 15), dryer);
        var placed = await lab.MaintainAsync(dryer, Lab.Slot(9, 11), choices:
            [(await lab.IdAsync(displaced), AffectedChoice.Displace), (await lab.IdAsync(moved), new AffectedChoice(Lab.At(10, 14)))]);
        Assert.True(placed.Was(BookingRefusals.SlotTaken));
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(displaced)).State);
        Assert.Equal(["Confirmed"], await lab.ActsAsync(displaced));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Place_OneUnit_LeavesTheOther()
    {
        var mixer = lab.Resource(units: 2);
        Assert.True((await lab.MaintainAsync(mixer, Lab.Slot(9, 12), unit: 1)).Succeeded);
        Assert.Equal(2, (await lab.SeeAsync(await lab.BookAsync(Lab.Slot(9, 12), mixer))).Items.Single().Unit);
        Assert.False((await lab.ReserveAsync(Lab.Slot(9, 12), mixer)).Succeeded);
        Assert.True((await lab.MaintainAsync(mixer, Lab.Slot(13, 14), unit: 3)).Was("OutOfRange"));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Outage_OverARunningUse_EndsItAndReturnToServiceEndsTheOutage()
    {
        var dryer = lab.Resource(cleanup: 60);
        var running = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(running);
        lab.GoTo(Lab.At(10, 10, 5));
        var outage = await lab.MaintainAsync(dryer, Lab.Slot(10, 18), planned: false, choices: [(await lab.IdAsync(running), AffectedChoice.Displace)]);
        Assert.True(outage.Succeeded, string.Join(", ", outage.Refusals));
        Assert.Equal(ReservationState.Completed, (await lab.SeeAsync(running)).State);
        await lab.AssertSoundAsync();

        lab.GoTo(Lab.At(10, 13, 5));
        Assert.True((await lab.InWorkshopAsync(w => w.ReturnToServiceAsync(outage.Value[0], lab.Staff))).Succeeded);
        Assert.True((await lab.InWorkshopAsync(w => w.ReturnToServiceAsync(outage.Value[0], lab.Staff))).Succeeded);
        await using var db = lab.Open();
        var window = await db.MaintenanceWindows.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((false, Lab.At(10, 13, 5)), (window.IsOpen, window.End));
        Assert.Equal(1, await db.History.CountAsync(h => h.Act == "ReturnedToService", TestContext.Current.CancellationToken));
        Assert.True((await lab.ReserveAsync(Lab.Slot(14.25, 16), dryer)).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Extend_OverAReservation_AsksAgain()
    {
        var dryer = lab.Resource();
        var window = (await lab.MaintainAsync(dryer, Lab.Slot(9, 11))).Value[0];
        var reference = await lab.BookAsync(Lab.Slot(12, 14), dryer);
        var longer = Lab.Slot(9, 13);
        Task<Result<Done>> ExtendAsync(params (long Id, AffectedChoice Choice)[] choices) => lab.InWorkshopAsync(w =>
            w.MoveAsync(window, longer, choices.ToDictionary(c => c.Id, c => c.Choice), lab.Staff));
        Assert.True((await ExtendAsync()).Was(BookingRefusals.AffectedReservations));
        Assert.True((await ExtendAsync((await lab.IdAsync(reference), AffectedChoice.KeepIt))).Was(BookingRefusals.AffectedReservations));
        await lab.AssertSoundAsync();
        Assert.True((await ExtendAsync((await lab.IdAsync(reference), new AffectedChoice(Lab.At(10, 13))))).Succeeded);
        Assert.Equal(Lab.Slot(13, 15), (await lab.SeeAsync(reference)).Slot);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Place_OverAnotherWindow_IsRefused()
    {
        var dryer = lab.Resource();
        await lab.MaintainAsync(dryer, Lab.Slot(9, 11));
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(10, 12))).Was(BookingRefusals.UnderMaintenance));
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(11, 12))).Succeeded);
    }

    [Fact]
    public async Task Cancel_BeforeItBegan_FreesTheTime()
    {
        var dryer = lab.Resource();
        var window = (await lab.MaintainAsync(dryer, Lab.Slot(9, 11))).Value[0];
        Assert.True((await lab.InWorkshopAsync(w => w.CancelAsync(window, lab.Staff))).Succeeded);
        Assert.Equal(0, await lab.HeldAsync(dryer));
        var begun = (await lab.MaintainAsync(dryer, Lab.Slot(9, 11))).Value[0];
        lab.GoTo(Lab.At(10, 9));
        Assert.True((await lab.InWorkshopAsync(w => w.CancelAsync(begun, lab.Staff))).Was(BookingRefusals.WrongState));
    }

    [Fact]
    public async Task EveryAct_ByACompany_IsNotFound()
    {
        var dryer = lab.Resource();
        var window = (await lab.MaintainAsync(dryer, Lab.Slot(9, 11), planned: false)).Value[0];
        Assert.True((await lab.InWorkshopAsync(w => w.PlaceAsync(
            new PlaceMaintenance { ResourceId = dryer, Slot = Lab.Slot(13, 14), Reason = "x" }, lab.Chief))).Was("NotFound"));
        Assert.True((await lab.InWorkshopAsync(w => w.MoveAsync(window, Lab.Slot(9, 12), new Dictionary<long, AffectedChoice>(), lab.Chief))).Was("NotFound"));
        Assert.True((await lab.InWorkshopAsync(w => w.ReturnToServiceAsync(window, lab.Chief))).Was("NotFound"));
        Assert.True((await lab.InWorkshopAsync(w => w.CancelAsync(window, lab.Chief))).Was("NotFound"));
    }
}
