using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Booking;

public class BookingDeskTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(Now);
    private readonly long company;
    private readonly long dryer;

    public BookingDeskTests()
    {
        using var db = database.Open();
        var category = ResourceCategory.Create("drying", "Szárítás", "Drying");
        db.Add(category);
        var firm = Company.Create("Sajtműhely Kft.");
        db.Add(firm);
        foreach (var day in Enum.GetValues<DayOfWeek>()) db.Add(OpeningPattern.Create(day, 7 * 60, 19 * 60));
        db.SaveChanges();
        var resource = Resource.Create(new ResourceDetails
        {
            Code = "SD-1",
            NameHu = "Porlasztva szárító",
            NameEn = "Spray dryer",
            Kind = ResourceKind.Equipment,
            CategoryId = category.Id,
            CleanupMinutes = 30,
        });
        db.Add(resource);
        db.SaveChanges();
        (company, dryer) = (firm.Id, resource.Id);
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Reserve_SlotOverlapsAnother_IsRefused()
    {
        await using var db = database.Open();
        var desk = new BookingDesk(db, clock);
        var first = await desk.ReserveAsync(Wish(9, 12), Actor.System, TestContext.Current.CancellationToken);
        Assert.True(first.Succeeded, string.Join(", ", first.Refusals));
        var second = await desk.ReserveAsync(Wish(11, 13), Actor.System, TestContext.Current.CancellationToken);
        Assert.True(second.Was(BookingRefusals.SlotTaken));
        Assert.Equal("BK-2026-00001", first.Value.Number);
        Assert.Equal(14, await db.Occupancy.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Find_AfterABooking_OffersWhatCommitAccepts()
    {
        await using var db = database.Open();
        var desk = new BookingDesk(db, clock);
        await desk.ReserveAsync(Wish(9, 12), Actor.System, TestContext.Current.CancellationToken);
        var found = await new FreeTimes(db, clock).FindAsync(new FindFreeTime
        {
            ResourceIds = [dryer],
            Minutes = 180,
            From = new DateOnly(2026, 11, 10),
            Until = new DateOnly(2026, 11, 12),
        }, Actor.System, TestContext.Current.CancellationToken);
        Assert.NotEmpty(found);
        foreach (var time in found)
        {
            var booked = await desk.ReserveAsync(Wish(9, 12) with { Slot = time.Slot, SubmissionKey = Guid.NewGuid() }, Actor.System, TestContext.Current.CancellationToken);
            Assert.True(booked.Succeeded, $"{time}: {string.Join(", ", booked.Refusals)}");
        }
    }

    [Fact]
    public async Task Move_OntoOwnOldTime_IsNotInItsOwnWay()
    {
        await using var db = database.Open();
        var desk = new BookingDesk(db, clock);
        var booked = await desk.ReserveAsync(Wish(9, 12), Actor.System, TestContext.Current.CancellationToken);
        var moved = await desk.MoveAsync(new MoveReservation { Reference = booked.Value.Reference, Slot = Slot(10, 14) }, Actor.System, TestContext.Current.CancellationToken);
        Assert.True(moved.Succeeded, string.Join(", ", moved.Refusals));
        Assert.Equal(18, await db.Occupancy.CountAsync(TestContext.Current.CancellationToken));
        var cancelled = await desk.CancelAsync(new CancelReservation { Reference = booked.Value.Reference }, Actor.System, TestContext.Current.CancellationToken);
        Assert.True(cancelled.Succeeded);
        Assert.Equal(0, await db.Occupancy.CountAsync(TestContext.Current.CancellationToken));
    }

    private static TimeSlot Slot(int from, int until) => new(
        LabTime.ToInstant(new DateTime(2026, 11, 10, from, 0, 0, DateTimeKind.Unspecified)).Value,
        LabTime.ToInstant(new DateTime(2026, 11, 10, until, 0, 0, DateTimeKind.Unspecified)).Value);

    private ReserveSlot Wish(int from, int until) => new()
    {
        ResourceIds = [dryer],
        Slot = Slot(from, until),
        CompanyId = company,
        Purpose = "Whey powder trial",
        SubmissionKey = Guid.NewGuid(),
    };
}
