using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public sealed class ReservationImportTests
{
    private static readonly string RealUse = House.Path("..", "shared", "data", "bookings", "uncg_library_computer_sessions_2016.csv");
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    /// <summary>
    /// 74,001 real sessions on 262 machines over a change of clocks: their true faults are reported, all others kept, and the
    /// check finds the database sound. People came and went within one quarter-hour, so a machine has twenty units here.
    /// </summary>
    [Fact]
    public async Task Import_RealUseOfATerm_KeepsAllButItsTrueFaults()
    {
        Assert.SkipUnless(File.Exists(RealUse), "../shared/data is not there");
        using var lab = new Lab(alwaysOpen: true);
        var rows = (await File.ReadAllLinesAsync(RealUse, cancel)).Skip(1).Select(line => line.Split(',')).ToList();
        var machines = rows.Select(r => r[1]).Distinct().ToDictionary(m => m, _ => lab.Resource(units: 20));
        lab.Add(BookingPolicy.Create(new DateOnly(2016, 1, 1), new PolicyTerms { MaxMinutes = 24 * 60 }));

        var outcome = await ImportAsync(lab, rows.Select(r => new ImportedReservation
        {
            Row = r[0],
            ResourceId = machines[r[1]],
            Machine = r[1],
            Used = new TimeSlot(Instant(r[3]), Instant(r[4])),
        }));

        Assert.Equal(262, machines.Count);
        var faults = outcome.Faults.CountBy(f => f.Refusal.Code).ToDictionary();
        Assert.Equal(296, faults[BookingRefusals.TooLong]);
        Assert.Equal(8, faults[BookingRefusals.InvalidSlot]);
        Assert.Equal(2, faults.Count);
        Assert.Equal((74_001 - 304, 0), (outcome.Kept, outcome.AlreadyThere));
        await using var db = lab.Open();
        Assert.Equal(outcome.Kept, await db.Reservations.CountAsync(r => r.State == ReservationState.Completed, cancel));
        var used = await db.UseSessions.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.StartedAt, s.EndedAt }).FirstAsync(cancel);
        Assert.NotEqual(0, used.StartedAt.Second + used.EndedAt!.Value.Second);
        Assert.Empty(await new InvariantCheck(db, lab.Clock).RunAsync(cancel));

        static DateTimeOffset Instant(string local) =>
            LabTime.ToInstant(DateTime.Parse(local, CultureInfo.InvariantCulture)).Value;
    }

    [Fact]
    public async Task Import_MachineUsedTwiceAtOnce_KeepsTheFirstAndNamesTheOther()
    {
        using var lab = new Lab();
        var dryer = lab.Resource(units: 2);
        var outcome = await ImportAsync(lab,
        [
            Row("a", dryer, 9, 11), Row("b", dryer, 10.75, 12), Row("c", dryer, 11, 12), Row("d", dryer, 9, 12) with { Machine = "second" },
        ]);
        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("b", BookingRefusals.SlotTaken), (fault.Row, fault.Refusal.Code));
        Assert.Equal(3, outcome.Kept);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Import_WhereSomethingIsBooked_IsRefusedForThatRowOnly()
    {
        using var lab = new Lab();
        var dryer = lab.Resource(cleanup: 30);
        await lab.BookAsync(Lab.Slot(9, 10), dryer);
        lab.GoTo(Lab.At(12, 8));
        var outcome = await ImportAsync(lab, [Row("in the cleanup", dryer, 10.25, 11), Row("after it", dryer, 10.5, 11)]);
        Assert.Equal("in the cleanup", Assert.Single(outcome.Faults).Row);
        Assert.Equal(1, outcome.Kept);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Import_TheSameRowsAgain_ChangesNothing()
    {
        using var lab = new Lab();
        var dryer = lab.Resource();
        var rows = new[] { Row("a", dryer, 9, 11), Row("b", dryer, 11, 12) };
        Assert.Equal(2, (await ImportAsync(lab, rows)).Kept);
        var again = await ImportAsync(lab, rows);
        Assert.Equal((0, 2, 0), (again.Kept, again.AlreadyThere, again.Faults.Count));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Import_NotOverYetOrUnknownResource_IsAFault()
    {
        using var lab = new Lab();
        var dryer = lab.Resource();
        var outcome = await ImportAsync(lab, [Row("tomorrow", dryer, 24 + 9, 24 + 10), Row("nowhere", dryer + 1, 9, 10)]);
        Assert.Equal(
            [("tomorrow", BookingRefusals.NotOverYet), ("nowhere", "NotFound")],
            outcome.Faults.Select(f => (f.Row, f.Refusal.Code)));
        Assert.Equal(0, await lab.HeldAsync(dryer));
    }

    [Fact]
    public async Task Import_ByACompany_IsNotForIt()
    {
        using var lab = new Lab();
        var dryer = lab.Resource();
        await using var db = lab.Open();
        Assert.True((await new ReservationImport(db, lab.Clock).ImportAsync(lab.Dairy, [Row("a", dryer, 9, 10)], lab.Anna, cancel)).Was("NotFound"));
    }

    // Wednesday 11 November is the day on which these are imported.
    private static ImportedReservation Row(string name, long resource, double from, double until) =>
        new() { Row = name, ResourceId = resource, Machine = "only", Used = Lab.Slot(from, until) };

    private async Task<ReservationImportOutcome> ImportAsync(Lab lab, IEnumerable<ImportedReservation> rows)
    {
        if (lab.Clock.GetUtcNow() < Lab.At(11, 8)) lab.GoTo(Lab.At(11, 8));
        await using var db = lab.Open();
        return (await new ReservationImport(db, lab.Clock).ImportAsync(lab.Dairy, rows, Actor.System, cancel)).Value;
    }
}
