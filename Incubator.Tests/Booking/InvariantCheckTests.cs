using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

/// <summary>Each damage that someone could do past the desk is found and named; what the desk does is not.</summary>
public sealed class InvariantCheckTests
{
    /// <summary>Item and reservation 1 run on unit 1 now; item and reservation 2 come tomorrow; window 1 next week.</summary>
    private static readonly (string Name, string Sql, string Code)[] Damages =
    [
        ("an item stretched over another", "UPDATE ReservationItems SET UntilQuarter = UntilQuarter + 200 WHERE Id = 1", "Overlapped"),
        ("an item that forgot its cleanup", "UPDATE ReservationItems SET UntilQuarter = UntilQuarter - 1 WHERE Id = 2", "WindowDiffersFromTimes"),
        ("a quarter given away", "DELETE FROM Occupancy WHERE ReservationItemId = 2 AND Quarter = (SELECT FromQuarter FROM ReservationItems WHERE Id = 2)", "OccupancyDiffered"),
        ("a quarter taken for nobody", "INSERT INTO Occupancy (ResourceId, Quarter, Unit, ReservationItemId) VALUES (1, 1, 1, 99)", "OccupancyWithoutClaim"),
        ("an outage that holds nothing", "DELETE FROM Occupancy WHERE MaintenanceId IS NOT NULL", "OccupancyDiffered"),
        ("a cancellation past the desk", "UPDATE Reservations SET State = 7 WHERE Id = 2", "HistoryDiffered"),
        ("a state that does not exist", "UPDATE Reservations SET State = 77 WHERE Id = 2", "UnknownState"),
        ("a history lost", "DELETE FROM History WHERE Subject = 'Reservation' AND SubjectId = 2", "HistoryMissing"),
        ("a history that cannot be", "UPDATE History SET Act = 'Completed' WHERE Subject = 'Reservation' AND SubjectId = 1 AND Act = 'Confirmed'", "HistoryImpossible"),
        ("times off the quarter", "UPDATE Reservations SET \"End\" = '2026-11-10 10:07:00' WHERE Id = 2", "OffTheQuarter"),
        ("a reservation of nothing", "DELETE FROM Occupancy WHERE ReservationItemId = 2; DELETE FROM ReservationItems WHERE Id = 2", "WithoutItems"),
        ("a use nobody ended", "UPDATE Reservations SET State = 4 WHERE Id = 1", "UseLeftOpen"),
        ("a use nobody began", "DELETE FROM UseSessions", "InUseWithoutSession"),
        ("a use that ends before it begins", "UPDATE UseSessions SET EndedAt = '2020-01-01 00:00:00'", "TimesOutOfOrder"),
        ("a number given twice", "UPDATE NumberSeries SET Last = 1", "NumberBeyondSeries"),
    ];

    public static TheoryData<string> Names => [.. Damages.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Check_AfterDamagePastTheDesk_NamesIt(string damage)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (_, sql, code) = Damages.Single(d => d.Name == damage);
        using var lab = new Lab();
        var dryer = lab.Resource(cleanup: 15);
        var running = await lab.BookAsync(Lab.Slot(10, 11, day: 9), dryer);
        await lab.BookAsync(Lab.Slot(9, 10, day: 10), dryer);
        await lab.MaintainAsync(dryer, Lab.Slot(9, 12, day: 16));
        lab.GoTo(Lab.At(9, 10));
        Assert.True((await lab.CheckInAsync(running)).Succeeded);
        await lab.AssertSoundAsync();

        await using var db = lab.Open();
        await db.Database.ExecuteSqlRawAsync(sql, cancel);
        var findings = await new InvariantCheck(db, lab.Clock).RunAsync(cancel);
        Assert.Contains(findings, f => f.Code == code && f.Rows.Length > 0);
    }

    [Fact]
    public async Task Check_UnitsAddedUnderAnOutage_FindsThemHeldToo()
    {
        using var lab = new Lab();
        var dryer = lab.Resource(units: 1);
        await lab.MaintainAsync(dryer, Lab.Slot(9, 12));
        await using (var db = lab.Open())
        {
            var resource = await db.Resources.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
            var edited = await new ResourceRegister(db, lab.Clock).EditAsync(
                new EditResource { Id = dryer, SeenVersion = resource.Version, Details = Details(resource) with { Units = 3 } }, lab.Staff,
                TestContext.Current.CancellationToken);
            Assert.True(edited.Succeeded);
        }

        Assert.Equal(3 * 12, await lab.HeldAsync(dryer));
        Assert.True((await lab.ReserveAsync(Lab.Slot(10, 11), dryer)).Was(BookingRefusals.UnderMaintenance));
        await lab.AssertSoundAsync();
    }

    private static ResourceDetails Details(Resource r) =>
        new() { Code = r.Code, NameHu = r.NameHu, NameEn = r.NameEn, Kind = r.Kind, CategoryId = r.CategoryId, Units = r.Units };
}
