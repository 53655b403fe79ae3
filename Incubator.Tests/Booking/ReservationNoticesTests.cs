using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

/// <summary>What is told when reservations come, change and go: once, to the right person, in their language.</summary>
public class ReservationNoticesTests : IDisposable
{
    private readonly Lab lab = new();

    public ReservationNoticesTests() => lab.GiveAddresses();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Reserve_ForAPerson_TellsThemInTheirLanguageWithAnAppointment()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource(), lab.Resource());
        var notice = Assert.Single(await lab.NoticesAsync());
        Assert.Equal(("ReservationConfirmed", "anna@example.com", "en", NoticeTopic.ReservationChanges), (notice.Kind, notice.Recipient, notice.Language, notice.Topic));
        Assert.Equal(lab.Anna.PersonId, notice.PersonId);
        var facts = NoticeFacts.Of(notice);
        Assert.Equal(("Spray dryer, Spray dryer", "2026-11-10T08:00Z/2026-11-10T11:00Z"), (facts.Texts["what"], facts.Texts["slot"]));
        Assert.Equal($"/booking/reservations/{reference}", facts.Texts["link"]);
        Assert.Equal("2026-11-09T08:00Z", facts.Lists["free"][0]["free"]);
        Assert.Equal((Appointments.UidOf(reference), 0, false), (facts.Appointment!.Uid, facts.Appointment.Sequence, facts.Appointment.IsCancelled));
    }

    [Fact]
    public async Task Reserve_EquipmentOfASite_TellsThePlace()
    {
        var dryer = lab.Resource();
        var site = Site.Create("Debrecen, Vágóhíd utca");
        lab.Add(site);
        await using (var db = lab.Open())
            await db.Resources.ExecuteUpdateAsync(r => r.SetProperty(x => x.SiteId, site.Id), TestContext.Current.CancellationToken);
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        Assert.Equal("Debrecen, Vágóhíd utca", NoticeFacts.Of(Assert.Single(await lab.NoticesAsync())).Appointment!.Place);
    }

    [Fact]
    public async Task Reserve_SameFormTwice_TellsOnce()
    {
        var wish = lab.Wish(Lab.Slot(9, 12), lab.Resource());
        await lab.ReserveAsync(wish);
        await lab.ReserveAsync(wish);
        Assert.Single(await lab.NoticesAsync());
    }

    [Fact]
    public async Task Reserve_ByStaffForTheCompany_TellsItsManagers()
    {
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), lab.Resource()), lab.Staff)).Succeeded);
        Assert.Equal("chief@example.com", Assert.Single(await lab.NoticesAsync()).Recipient);
    }

    [Fact]
    public async Task Cancel_PersonHasLeftTheCompany_IsToldToItsManagersOnly()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        await using (var db = lab.Open())
            await db.CompanyMembers.Where(m => m.PersonId == lab.Anna.PersonId).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        Assert.True((await lab.CancelAsync(reference, lab.Staff)).Succeeded);
        Assert.Equal("chief@example.com", Assert.Single(await lab.NoticesAsync("ReservationCancelled")).Recipient);
    }

    [Fact]
    public async Task Move_Twice_IsSaidTwiceWithTheOldTimeAndARisingSequence()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        await lab.MoveAsync(reference, Lab.Slot(10, 13));
        await lab.MoveAsync(reference, Lab.Slot(9, 12));
        var said = (await lab.NoticesAsync("ReservationChanged")).Select(NoticeFacts.Of).ToList();
        Assert.Equal(["2026-11-10T08:00Z/2026-11-10T11:00Z", "2026-11-10T09:00Z/2026-11-10T12:00Z"], said.Select(f => f.Texts["oldslot"]));
        Assert.Equal([1, 2], said.Select(f => f.Appointment!.Sequence));
        Assert.Single(said.Select(f => f.Appointment!.Uid).Distinct());
    }

    [Fact]
    public async Task Move_ToOtherEquipmentAndRunning_NamesBoth()
    {
        long dryer = lab.Resource(), other = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        await lab.MoveAsync(reference, Lab.Slot(9, 12), resources: other);
        Assert.Equal("Spray dryer", NoticeFacts.Of(Assert.Single(await lab.NoticesAsync("ReservationChanged"))).Texts["oldwhat"]);
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(reference);
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 13))).Succeeded);
        Assert.Equal(2, (await lab.NoticesAsync("ReservationChanged")).Count);
    }

    [Fact]
    public async Task Cancel_InTimeAndLate_SaysWhichAndStrikesTheAppointmentOut()
    {
        var (one, two) = (await lab.BookAsync(Lab.Slot(9, 12), lab.Resource()), await lab.BookAsync(Lab.Slot(9, 12), lab.Resource()));
        await lab.CancelAsync(one, reason: "No milk");
        var told = NoticeFacts.Of(Assert.Single(await lab.NoticesAsync("ReservationCancelled")));
        Assert.Equal(("No milk", true, 1), (told.Lists["reason"][0]["reason"], told.Appointment!.IsCancelled, told.Appointment.Sequence));
        lab.GoTo(Lab.At(9, 10));
        await lab.CancelAsync(two);
        Assert.Empty(NoticeFacts.Of(Assert.Single(await lab.NoticesAsync("ReservationCancelledLate"))).Lists);
    }

    [Fact]
    public async Task Maintenance_OverAReservation_TellsWithTheReasonAndTheWayToAnotherTime()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        var moved = await lab.BookAsync(Lab.Slot(13, 14), dryer);
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(8, 15), choices:
            [(await lab.IdAsync(reference), AffectedChoice.Displace), (await lab.IdAsync(moved), new AffectedChoice(Lab.At(10, 16)))])).Succeeded);
        var notice = Assert.Single(await lab.NoticesAsync("ReservationDisplaced"));
        var told = NoticeFacts.Of(notice);
        Assert.Null(notice.Topic);
        Assert.Equal(("/booking/free-times?resource=R-1", "Nozzle change"), (told.Texts["link"], told.Lists["reason"][0]["reason"]));
        Assert.True(told.Appointment!.IsCancelled);
        Assert.Equal("Nozzle change", NoticeFacts.Of(Assert.Single(await lab.NoticesAsync("ReservationChanged"))).Lists["reason"][0]["reason"]);
    }

    [Fact]
    public async Task NoShow_ByStaff_IsTold()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        lab.GoTo(Lab.At(10, 10));
        await lab.NoShowAsync(reference);
        await lab.NoShowAsync(reference);
        var notice = Assert.Single(await lab.NoticesAsync("ReservationNoShow"));
        Assert.Null(notice.Topic);
        Assert.Null(NoticeFacts.Of(notice).Appointment);
    }

    [Fact]
    public async Task Refused_Act_TellsNothing()
    {
        var dryer = lab.Resource();
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        Assert.False((await lab.ReserveAsync(lab.Wish(Lab.Slot(10, 11), dryer) with { CompanyId = lab.Mill })).Succeeded);
        Assert.Single(await lab.NoticesAsync());
    }
}
