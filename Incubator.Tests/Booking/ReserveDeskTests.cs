using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class ReserveDeskTests : IDisposable
{
    private readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Theory]
    [InlineData(8, 9, true)]      // touches before
    [InlineData(12, 13, true)]    // touches after
    [InlineData(9, 12, false)]    // identical
    [InlineData(10, 11, false)]   // nested
    [InlineData(8, 13, false)]    // containing
    [InlineData(8, 9.25, false)]  // over its start
    [InlineData(11.75, 13, false)] // over its end
    [InlineData(9, 10, false)]
    [InlineData(11, 12, false)]
    public async Task Reserve_BesideAnother_IsHalfOpen(double from, double until, bool accepted)
    {
        var dryer = lab.Resource();
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        var result = await lab.ReserveAsync(lab.Wish(Lab.Slot(from, until), dryer) with { CompanyId = lab.Mill });
        Assert.Equal(accepted, result.Succeeded);
        if (!accepted) Assert.Equal([BookingRefusals.SlotTaken], result.Refusals.Select(r => r.Code));
        await lab.AssertSoundAsync();
    }

    /// <summary>Cleanup of the earlier and setup of the later both count (their sum), whichever was booked first.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reserve_UnequalBuffers_CountWhicheverCameFirst(bool earlierFirst)
    {
        var dryer = lab.Resource(setup: 15, cleanup: 60);
        TimeSlot earlier = Lab.Slot(8, 10), fits = Lab.Slot(11.25, 13), tooNear = Lab.Slot(11, 13);
        if (earlierFirst)
        {
            await lab.BookAsync(earlier, dryer);
            Assert.True((await lab.ReserveAsync(tooNear, dryer)).Was(BookingRefusals.SlotTaken));
            Assert.True((await lab.ReserveAsync(fits, dryer)).Succeeded);
        }
        else
        {
            await lab.BookAsync(fits, dryer);
            Assert.True((await lab.ReserveAsync(Lab.Slot(8, 10.25), dryer)).Was(BookingRefusals.SlotTaken));
            Assert.True((await lab.ReserveAsync(earlier, dryer)).Succeeded);
        }

        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_BuffersChangedLater_KeepTheirSnapshotUntilMoved()
    {
        var dryer = lab.Resource(cleanup: 30);
        var first = await lab.BookAsync(Lab.Slot(9, 11), dryer);
        lab.Change(dryer, cleanup: 120);
        Assert.Equal(30, (await lab.SeeAsync(first)).Items.Single().CleanupMinutes);
        Assert.True((await lab.ReserveAsync(Lab.Slot(11.5, 13), dryer)).Succeeded);
        Assert.True((await lab.MoveAsync(first, Lab.Slot(9, 11, day: 12))).Succeeded);
        Assert.Equal(120, (await lab.SeeAsync(first)).Items.Single().CleanupMinutes);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_BuffersOverClosingTimeAndMidnight_AreStaffsMatterButHeld()
    {
        var dryer = lab.Resource(setup: 60, cleanup: 8 * 60);
        Assert.True((await lab.ReserveAsync(Lab.Slot(7, 19), dryer)).Succeeded);
        Assert.Equal((1 + 12 + 8) * 4, await lab.HeldAsync(dryer));
        // The cleanup runs until 03:00, the next setup begins at 06:00.
        Assert.True((await lab.ReserveAsync(Lab.Slot(7, 9, day: 11), dryer)).Succeeded);
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(2, 3, day: 11))).Was(BookingRefusals.AffectedReservations));
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(3, 6, day: 11))).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_TwoUnits_CountPeakNotOverlaps()
    {
        var mixer = lab.Resource(units: 2);
        await lab.BookAsync(Lab.Slot(9, 11), mixer);
        await lab.BookAsync(Lab.Slot(11, 13), mixer);
        await lab.BookAsync(Lab.Slot(9, 13), mixer);
        Assert.True((await lab.ReserveAsync(Lab.Slot(10, 12), mixer)).Was(BookingRefusals.SlotTaken));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_OthersSitApart_FutureOnesChangeUnit()
    {
        var mixer = lab.Resource(units: 2);
        // Two fillers drive the second one onto unit 2; then they leave.
        var filler = await lab.BookAsync(Lab.Slot(11, 13), mixer);
        var early = await lab.BookAsync(Lab.Slot(9, 11), mixer);
        var late = await lab.BookAsync(Lab.Slot(11, 13), mixer);
        await lab.CancelAsync(filler);
        Assert.Equal(2, (await lab.SeeAsync(late)).Items.Single().Unit);
        var whole = await lab.BookAsync(Lab.Slot(9, 13), mixer);
        var unit = (await lab.SeeAsync(whole)).Items.Single().Unit;
        Assert.NotEqual(unit, (await lab.SeeAsync(early)).Items.Single().Unit);
        Assert.NotEqual(unit, (await lab.SeeAsync(late)).Items.Single().Unit);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_OneRuns_ItKeepsItsUnit()
    {
        var mixer = lab.Resource(units: 2);
        var running = await lab.BookAsync(Lab.Slot(9, 12), mixer);
        var filler = await lab.BookAsync(Lab.Slot(13, 16), mixer);
        await lab.BookAsync(Lab.Slot(13, 16), mixer);
        await lab.CancelAsync(filler);
        lab.GoTo(Lab.At(10, 9));
        Assert.True((await lab.CheckInAsync(running)).Succeeded);
        var whole = await lab.BookAsync(Lab.Slot(11, 14), mixer);
        Assert.Equal(1, (await lab.SeeAsync(running)).Items.Single().Unit);
        Assert.Equal(2, (await lab.SeeAsync(whole)).Items.Single().Unit);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_SameResourceTwiceAmongUnitChanges_TakesTwoUnits()
    {
        var mixer = lab.Resource(units: 3);
        var a = await lab.BookAsync(Lab.Slot(11, 13), mixer);
        var b = await lab.BookAsync(Lab.Slot(11, 13), mixer);
        await lab.BookAsync(Lab.Slot(9, 11), mixer);
        await lab.BookAsync(Lab.Slot(11, 13), mixer);
        await lab.CancelAsync(a);
        await lab.CancelAsync(b);
        var both = await lab.BookAsync(Lab.Slot(9, 13), mixer, mixer);
        Assert.Equal(2, (await lab.SeeAsync(both)).Items.Select(i => i.Unit).Distinct().Count());
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 10), mixer)).Was(BookingRefusals.SlotTaken));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_CapacityReducedBelowThePeak_KeepsTheOldAndTakesNoNew()
    {
        var mixer = lab.Resource(units: 2);
        await lab.BookAsync(Lab.Slot(9, 12), mixer);
        await lab.BookAsync(Lab.Slot(9, 12), mixer);
        lab.Change(mixer, units: 1);
        Assert.True((await lab.ReserveAsync(Lab.Slot(10, 11), mixer)).Was(BookingRefusals.SlotTaken));
        Assert.True((await lab.ReserveAsync(Lab.Slot(12, 13), mixer)).Succeeded);
        Assert.Empty(await lab.FindAsync(new FindFreeTime
        {
            ResourceIds = [mixer],
            Minutes = 60,
            From = new(2026, 11, 10),
            Until = new(2026, 11, 10),
            EarliestMinute = 9 * 60,
            LatestMinute = 12 * 60,
        }));
    }

    [Fact]
    public async Task Reserve_SeveralOneTaken_BooksNone()
    {
        long dryer = lab.Resource(), mill = lab.Resource(units: 5);
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        var result = await lab.ReserveAsync(Lab.Slot(11, 13), mill, dryer);
        Assert.True(result.Was(BookingRefusals.SlotTaken));
        Assert.Equal(0, await lab.HeldAsync(mill));
        Assert.True((await lab.ReserveAsync(Lab.Slot(12, 13), mill, dryer)).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_SameFormTwice_BooksOnce()
    {
        var wish = lab.Wish(Lab.Slot(9, 12), lab.Resource());
        var first = await lab.ReserveAsync(wish);
        var second = await lab.ReserveAsync(wish);
        Assert.Equal(first.Value, second.Value);
        await using var db = lab.Open();
        Assert.Equal(1, await db.Reservations.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Confirmed"], await lab.ActsAsync(first.Value.Reference));
    }

    [Fact]
    public async Task Reserve_NothingTooManyOrUnknown_IsRefused()
    {
        var dryer = lab.Resource(units: 20);
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12))).Was(BookingRefusals.NothingChosen));
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12), [.. Enumerable.Repeat(dryer, 11)])).Was(BookingRefusals.TooManyResources));
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12), dryer, 999)).Was("NotFound"));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { Purpose = " " })).Was("Missing"));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { ProjectNote = new string('x', 10_000) })).Was("TextTooLong"));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { Purpose = "a\u0007b" })).Was("ControlCharacters"));
        Assert.Equal(0, await lab.HeldAsync(dryer));
    }

    [Fact]
    public async Task Reserve_ForWhom_MustBeOnesOwnCompany()
    {
        var dryer = lab.Resource();
        var foreign = await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { CompanyId = lab.Mill }, lab.Anna);
        Assert.True(foreign.Was(BookingRefusals.NotAllowedToBook));
        var stranger = await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { PersonId = lab.Dora.PersonId });
        Assert.True(stranger.Was(BookingRefusals.NotAMember));
        var colleague = await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { PersonId = lab.Bela.PersonId });
        Assert.Equal(lab.Bela.PersonId, (await lab.SeeAsync(colleague.Value.Reference)).PersonId);
        Assert.Equal(lab.Anna.PersonId, (await lab.SeeAsync(colleague.Value.Reference)).BookedById);
    }

    [Fact]
    public async Task Reserve_OnBehalf_IsTheCompanysWithStaffsNote()
    {
        var dryer = lab.Resource();
        var booked = await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { InternalNote = "by phone" }, lab.Staff);
        var seen = await lab.SeeAsync(booked.Value.Reference);
        Assert.Equal((lab.Dairy, null, lab.Staff.PersonId, "by phone"), (seen.CompanyId, seen.PersonId, seen.BookedById, seen.InternalNote));
        var own = await lab.ReserveAsync(lab.Wish(Lab.Slot(13, 14), dryer) with { InternalNote = "sneaked in" });
        Assert.Null((await lab.SeeAsync(own.Value.Reference)).InternalNote);
    }

    [Fact]
    public async Task Reserve_OnlyManagersOrStaff_IsAskedOfThePerson()
    {
        var dryer = lab.Resource(policy: new PolicyTerms { WhoMayBook = WhoMayBook.CompanyManagers });
        var oven = lab.Resource(policy: new PolicyTerms { WhoMayBook = WhoMayBook.StaffOnly });
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12), dryer)).Was(BookingRefusals.OnlyManagersMayBook));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer), lab.Chief)).Succeeded);
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), oven), lab.Chief)).Was(BookingRefusals.OnlyStaffMayBook));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), oven), lab.Staff)).Succeeded);
    }

    [Fact]
    public async Task Reserve_StaffOverride_KeepsTheReasonAndTheRules()
    {
        var dryer = lab.Resource();
        var wish = lab.Wish(Lab.Slot(5, 12), dryer);
        Assert.True((await lab.ReserveAsync(wish, lab.Staff)).Was(BookingRefusals.OutsideOpeningTimes));
        Assert.True((await lab.ReserveAsync(wish with { OverrideReason = "Trial of the night shift" })).Was(BookingRefusals.OutsideOpeningTimes));
        var booked = await lab.ReserveAsync(wish with { OverrideReason = "Trial of the night shift" }, lab.Staff);
        Assert.Equal("Trial of the night shift", (await lab.SeeAsync(booked.Value.Reference)).OverrideReason);
        await using var db = lab.Open();
        var told = await db.History.SingleAsync(h => h.Subject == nameof(Reservation), TestContext.Current.CancellationToken);
        Assert.Contains(BookingRefusals.OutsideOpeningTimes, told.Changes);
        Assert.Equal("Trial of the night shift", told.Reason);
    }

    [Fact]
    public async Task Reserve_StaffOverride_NeverGoesPastTheHardRules()
    {
        long dryer = lab.Resource(), broken = lab.Resource(), retired = lab.Resource();
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        await lab.MaintainAsync(broken, Lab.Slot(9, 12));
        lab.Retire(retired);
        foreach (var (resource, code) in new[]
        {
            (dryer, BookingRefusals.SlotTaken), (broken, BookingRefusals.UnderMaintenance), (retired, BookingRefusals.ResourceRetired),
        })
        {
            var result = await lab.ReserveAsync(lab.Wish(Lab.Slot(10, 11), resource) with { OverrideReason = "Because" }, lab.Staff);
            Assert.True(result.Was(code), code);
            Assert.False(result.Refusals.Single(r => r.Code == code).Overridable);
        }
    }

    [Fact]
    public async Task Reserve_QuotaOfTheWeek_CountsThePeopleTogetherAndTheOwnCompanyOnly()
    {
        var dryer = lab.Resource();
        lab.Policy(new PolicyTerms { CompanyMinutesPerWeek = 6 * 60, PersonMinutesPerWeek = 4 * 60 });
        Assert.True((await lab.ReserveAsync(Lab.Slot(8, 12), dryer)).Succeeded);
        Assert.Equal("PersonMinutesPerWeek", Quota(await lab.ReserveAsync(Lab.Slot(12, 13), dryer)));
        Assert.Equal("CompanyMinutesPerWeek", Quota(await lab.ReserveAsync(lab.Wish(Lab.Slot(12, 15), dryer), lab.Bela)));
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(12, 14), dryer), lab.Bela)).Succeeded);
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(14, 18), dryer) with { CompanyId = lab.Mill })).Succeeded);
        Assert.True((await lab.ReserveAsync(Lab.Slot(8, 12, day: 17), dryer)).Succeeded);
    }

    [Fact]
    public async Task Reserve_QuotaOfTheMonthAndOfTheFuture_Count()
    {
        long dryer = lab.Resource(policy: new PolicyTerms { CompanyMinutesPerMonth = 3 * 60 }),
            mixer = lab.Resource(policy: new PolicyTerms { CompanyFutureReservations = 1 });
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
        Assert.Equal("CompanyMinutesPerMonth", Quota(await lab.ReserveAsync(Lab.Slot(9, 10, day: 26), dryer)));
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12, day: 31), dryer)).Succeeded);
        var first = await lab.BookAsync(Lab.Slot(9, 12), mixer);
        Assert.Equal("CompanyFutureReservations", Quota(await lab.ReserveAsync(Lab.Slot(9, 12, day: 26), mixer)));
        await lab.CancelAsync(first);
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12, day: 26), mixer)).Succeeded);
    }

    [Fact]
    public async Task Check_Preview_SaysWhatReserveWouldSayAndWritesNothing()
    {
        var dryer = lab.Resource();
        var wish = lab.Wish(Lab.Slot(5, 20), dryer);
        var preview = await lab.OnDeskAsync(desk => desk.CheckAsync(wish, lab.Anna));
        Assert.Equal((await lab.ReserveAsync(wish)).Refusals.Select(r => r.Code), preview.Select(r => r.Code));
        Assert.Empty(await lab.OnDeskAsync(desk => desk.CheckAsync(lab.Wish(Lab.Slot(9, 12), dryer), lab.Anna)));
        Assert.Equal(0, await lab.HeldAsync(dryer));
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(10, 9)]
    public async Task Reserve_NightOfTheChange_TakesItsElapsedHours(int month, int hours)
    {
        using var open = new Lab(alwaysOpen: true);
        var dryer = open.Resource(policy: new PolicyTerms { MaxMinutes = hours * 60 });
        DateTimeOffset At(int d, int hour) => LabTime.ToInstant(new DateTime(2027, month, d, hour, 0, 0, DateTimeKind.Unspecified)).Value;
        // 2027 changes its clocks on 28 March and 31 October.
        var (first, next) = month == 3 ? (27, 28) : (30, 31);
        TimeSlot night = new(At(first, 22), At(next, 6));
        open.GoTo(night.Start.AddDays(-3));
        Assert.Equal(TimeSpan.FromHours(hours), night.Length);
        Assert.True((await open.ReserveAsync(night, dryer)).Succeeded);
        Assert.Equal(hours * 4, await open.HeldAsync(dryer));
        await open.AssertSoundAsync();
    }

    [Fact]
    public async Task Occupancy_WrittenPastTheDesk_IsStoppedByTheKey()
    {
        var dryer = lab.Resource();
        var booked = await lab.SeeAsync(await lab.BookAsync(Lab.Slot(9, 12), dryer));
        await using var db = lab.Open();
        db.Occupancy.AddRange(Occupancy.Of(booked.Items.Single()));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(nameof(Occupancy), db.TakenKeyOf(failure));
    }

    private static string? Quota(Result<Booked> result) =>
        result.Refusals.Single(r => r.Code == BookingRefusals.QuotaUsed).Facts["quota"].ToString();
}
