using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Incubator.Tests.Booking;

/// <summary>Booking's own sweeps: late, twice at once, over moves, and on the nights of the clock change.</summary>
public class BookingJobsTests : IDisposable
{
    private readonly Lab lab = new(alwaysOpen: true);

    public BookingJobsTests() => lab.GiveAddresses();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Remind_DayBeforeAndHoursBefore_OnceEachHoweverOftenItRuns()
    {
        await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource());
        for (var at = Lab.At(9, 8); at < Lab.At(12, 13); at = at.AddMinutes(25))
        {
            lab.GoTo(at);
            await RemindAsync();
        }

        Assert.Equal(["ReservationTomorrow", "ReservationSoon"], (await RemindersAsync()).Select(n => n.Kind));
        Assert.Equal([NoticeTopic.ReservationReminders, NoticeTopic.ReservationHours], (await RemindersAsync()).Select(n => n.Topic!.Value));
    }

    [Fact]
    public async Task Remind_ThreeHoursLate_IsStillSaidAndAfterTheStartNever()
    {
        await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource());
        lab.GoTo(Lab.At(11, 18));
        await RemindAsync();
        Assert.Equal("ReservationTomorrow", Assert.Single(await RemindersAsync()).Kind);
        lab.GoTo(Lab.At(12, 9));
        await RemindAsync();
        Assert.Single(await RemindersAsync());
    }

    [Fact]
    public async Task Remind_Moved_TakesTheOldOneBackAndSaysTheNew()
    {
        var reference = await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource());
        lab.GoTo(Lab.At(11, 15));
        await RemindAsync();
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(9, 12, day: 13), lab.Staff, reason: "Milk came late")).Succeeded);
        await RemindAsync();
        Assert.Equal(NoticeState.Withdrawn, Assert.Single(await RemindersAsync()).State);
        lab.GoTo(Lab.At(12, 15));
        await RemindAsync();
        var said = await RemindersAsync();
        Assert.Equal([NoticeState.Withdrawn, NoticeState.Waiting], said.Select(n => n.State));
        Assert.Equal("2026-11-13T08:00Z/2026-11-13T11:00Z", NoticeFacts.Of(said[1]).Texts["slot"]);
        // And back again: that is another change, with a reminder of its own.
        Assert.True((await lab.MoveAsync(reference, Lab.Slot(14, 16, day: 13), lab.Staff, reason: "Now earlier")).Succeeded);
        await RemindAsync();
        Assert.Equal([NoticeState.Withdrawn, NoticeState.Withdrawn, NoticeState.Waiting], (await RemindersAsync()).Select(n => n.State));
    }

    [Fact]
    public async Task Remind_CancelledOrBegunBeforeItLeft_IsTakenBack()
    {
        var (cancelled, used) = (await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource()), await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource()));
        lab.GoTo(Lab.At(12, 8));
        await RemindAsync();
        Assert.Equal(2, (await RemindersAsync()).Count(n => n.State == NoticeState.Waiting));
        await lab.CancelAsync(cancelled);
        Assert.Equal(1, (await RemindersAsync()).Count(n => n.State == NoticeState.Waiting));
        lab.GoTo(Lab.At(12, 9));
        Assert.True((await lab.CheckInAsync(used)).Succeeded);
        await RemindAsync();
        Assert.All(await RemindersAsync(), n => Assert.Equal(NoticeState.Withdrawn, n.State));
    }

    [Fact]
    public async Task Remind_TwoSweepsAtOnce_SayEachOnce()
    {
        for (var i = 0; i < 12; i++) await lab.BookAsync(Lab.Slot(9, 12, day: 12), lab.Resource());
        lab.GoTo(Lab.At(11, 16));
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RemindAsync)));
        Assert.Equal(12, (await RemindersAsync()).Count);
        Assert.Equal(12, reports.Sum(r => r.Did.GetValueOrDefault("Told")));
    }

    [Fact]
    public async Task Remind_NightOfTheAutumnChange_BothHalfPastTwosAreSaidOnce()
    {
        lab.Clock.AdjustTime(Instant("2026-10-20T08:00Z"));
        var first = Instant("2026-10-25T00:30Z");
        await lab.BookAsync(new TimeSlot(first, first.AddMinutes(60)), lab.Resource());
        await lab.BookAsync(new TimeSlot(first.AddHours(1), first.AddHours(2)), lab.Resource());
        for (var at = Instant("2026-10-24T10:00Z"); at < Instant("2026-10-25T04:00Z"); at = at.AddMinutes(5))
        {
            lab.GoTo(at);
            await RemindAsync();
        }

        Assert.Equal(
            ["ReservationTomorrow 2026-10-24T13:00Z", "ReservationTomorrow 2026-10-24T13:00Z", "ReservationSoon 2026-10-24T22:30Z", "ReservationSoon 2026-10-24T23:30Z"],
            (await RemindersAsync()).Select(n => $"{n.Kind} {n.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}"));
    }

    [Fact]
    public async Task NoShows_AfterTheGrace_AreMarkedToldAndFreed()
    {
        var dryer = lab.Resource();
        var (missed, came) = (await lab.BookAsync(Lab.Slot(9, 12), dryer), await lab.BookAsync(Lab.Slot(9, 12), lab.Resource()));
        await WatchAsync(Lab.At(10, 9, 20));
        lab.GoTo(Lab.At(10, 9, 29));
        await lab.CheckInAsync(came);
        await RunMarkAsync(Lab.At(10, 9, 29));
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(missed)).State);
        Assert.Equal(1, (await RunMarkAsync(Lab.At(10, 9, 34))).Did["NoShows"]);
        Assert.Equal((ReservationState.NoShow, ReservationState.InUse), ((await lab.SeeAsync(missed)).State, (await lab.SeeAsync(came)).State));
        Assert.Equal(0, await lab.HeldAsync(dryer));
        Assert.Single(await lab.NoticesAsync("ReservationNoShow"));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task NoShows_TwoSweepsAtOnce_MarkOnce()
    {
        var missed = await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        await WatchAsync(Lab.At(10, 9, 30));
        lab.GoTo(Lab.At(10, 9, 35));
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(MarkAsync)));
        Assert.Equal(1, reports.Sum(r => r.Did.GetValueOrDefault("NoShows")));
        Assert.Equal(["Confirmed", "NoShow"], await lab.ActsAsync(missed));
        Assert.Single(await lab.NoticesAsync("ReservationNoShow"));
    }

    [Fact]
    public async Task NoShows_ProgramWasAwayForHours_GetTheGraceAgainOrAreLeftToStaff()
    {
        var (over, running) = (await lab.BookAsync(Lab.Slot(9, 10), lab.Resource()), await lab.BookAsync(Lab.Slot(9, 14), lab.Resource()));
        await WatchAsync(Lab.At(10, 8, 50));
        // Away from 08:50 to 12:00.
        Assert.Empty((await RunMarkAsync(Lab.At(10, 12))).Did);
        for (var minutes = 5; minutes < 30; minutes += 5) Assert.Empty((await RunMarkAsync(Lab.At(10, 12, minutes))).Did);
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(running)).State);
        await RunMarkAsync(Lab.At(10, 12, 30));
        Assert.Equal((ReservationState.NoShow, ReservationState.Confirmed), ((await lab.SeeAsync(running)).State, (await lab.SeeAsync(over)).State));
        Assert.Equal(over, Assert.Single(await UndecidedAsync()).Reference);
        // Staff forgive it, with a reason.
        Assert.True((await lab.CancelAsync(over)).Was(BookingRefusals.ReservationOver));
        Assert.True((await lab.CancelAsync(over, lab.Staff, forgive: true, reason: "Power cut")).Succeeded);
        Assert.Empty(await UndecidedAsync());
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task NoShows_FirstRunEver_BlamesNobodyForWhatItDidNotSee()
    {
        var old = await lab.BookAsync(Lab.Slot(9, 10), lab.Resource());
        lab.Add(JobState.Create(nameof(MarkNoShows)));
        Assert.Empty((await RunMarkAsync(Lab.At(10, 12))).Did);
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(old)).State);
        Assert.Single(await UndecidedAsync());
    }

    [Fact]
    public async Task NoShows_WhileTheResourceWasDown_AreLeftToStaff()
    {
        var dryer = lab.Resource();
        var kept = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        await WatchAsync(Lab.At(10, 8, 30));
        lab.GoTo(Lab.At(10, 8, 30));
        // Out of service around the one that is kept: whoever comes stands before a broken machine.
        Assert.True((await lab.MaintainAsync(dryer, Lab.Slot(8.5, 16), planned: false, choices: (await lab.IdAsync(kept), AffectedChoice.KeepIt))).Succeeded);
        for (var minute = 30; minute <= 240; minute += 10) await RunMarkAsync(Lab.At(10, 8).AddMinutes(minute));
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(kept)).State);
        Assert.Equal(kept, Assert.Single(await UndecidedAsync()).Reference);
        Assert.Empty(await lab.NoticesAsync("ReservationNoShow"));
    }

    [Fact]
    public async Task ForgottenUse_HalfAnHourAfterTheEnd_CountsUntilTheEndAndSaysSo()
    {
        var dryer = lab.Resource(cleanup: 60);
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9, 5));
        await lab.CheckInAsync(reference);
        lab.GoTo(Lab.At(10, 12, 29));
        Assert.Empty((await CloseAsync()).Did);
        lab.GoTo(Lab.At(12, 1));
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(CloseAsync)));
        Assert.Equal(1, reports.Sum(r => r.Did.GetValueOrDefault("UseClosed")));
        await using var db = lab.Open();
        var session = await db.UseSessions.SingleAsync(Cancel);
        Assert.Equal((Lab.At(10, 12), true), (session.EndedAt, session.EndIsAssumed));
        Assert.Equal((ReservationState.Completed, Lab.Slot(9, 12)), ((await lab.SeeAsync(reference)).State, (await lab.SeeAsync(reference)).Slot));
        Assert.Single(await lab.NoticesAsync("UseClosed"));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task ForgottenUse_NextOneIsDue_ClosesAtOnceAndLetsThemIn()
    {
        var dryer = lab.Resource();
        var (first, next) = (await lab.BookAsync(Lab.Slot(9, 12), dryer), await lab.BookAsync(Lab.Slot(12.25, 14), dryer));
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(first);
        lab.GoTo(Lab.At(10, 12, 14));
        Assert.Empty((await CloseAsync()).Did);
        lab.GoTo(Lab.At(10, 12, 15));
        Assert.Equal(1, (await CloseAsync()).Did["UseClosed"]);
        Assert.True((await lab.CheckInAsync(next)).Succeeded);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Invariants_Broken_AreToldToStaffOnceADayAndNothingIsSaidOtherwise()
    {
        await lab.BookAsync(Lab.Slot(9, 12), lab.Resource());
        await using var db = lab.Open();
        var role = new IdentityRole<long>(Role.Staff) { NormalizedName = "STAFF" };
        db.Roles.Add(role);
        await db.SaveChangesAsync(Cancel);
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = lab.Staff.PersonId!.Value, RoleId = role.Id });
        await db.SaveChangesAsync(Cancel);
        Assert.Empty((await CheckAsync()).Did);
        Assert.Empty(await lab.NoticesAsync("InvariantsBroken"));
        await db.Occupancy.Where(o => o.ReservationItemId != null).Take(1).ExecuteDeleteAsync(Cancel);
        Assert.Equal(1, (await CheckAsync()).Did["Findings"]);
        await CheckAsync();
        var notice = Assert.Single(await lab.NoticesAsync("InvariantsBroken"));
        Assert.Equal("staff@example.com", notice.Recipient);
        Assert.Equal("OccupancyDiffered", Assert.Single(NoticeFacts.Of(notice).Lists["findings"])["code"]);
        lab.Clock.Advance(TimeSpan.FromDays(1));
        await CheckAsync();
        Assert.Equal(2, (await lab.NoticesAsync("InvariantsBroken")).Count);
    }

    private async Task<IReadOnlyList<Notice>> RemindersAsync() => [.. (await lab.NoticesAsync()).Where(n => n.Kind is "ReservationTomorrow" or "ReservationSoon")];

    private Task<JobReport> RemindAsync() => RunAsync(db => new RemindBeforeReservation(db, lab.Clock));

    private Task<JobReport> CloseAsync() => RunAsync(db => new CloseForgottenUse(db, new UseDesk(db, new BookingDesk(db, lab.Clock), lab.Clock), lab.Clock));

    private Task<JobReport> MarkAsync() => RunAsync(db => new MarkNoShows(db, new UseDesk(db, new BookingDesk(db, lab.Clock), lab.Clock), lab.Clock));

    private Task<JobReport> CheckAsync() => RunAsync(db => new CheckInvariants(db, new InvariantCheck(db, lab.Clock), lab.Clock, NullLogger<CheckInvariants>.Instance));

    /// <summary>As the runner does: what the job remembers is written after it.</summary>
    private async Task<JobReport> RunMarkAsync(DateTimeOffset at)
    {
        lab.GoTo(at);
        var report = await MarkAsync();
        await using var db = lab.Open();
        (await db.JobStates.SingleAsync(s => s.Name == nameof(MarkNoShows), Cancel)).Succeed(at, at, null);
        await db.SaveChangesAsync(Cancel);
        return report;
    }

    /// <summary>The program has been there for a week, and looked last at that instant.</summary>
    private async Task WatchAsync(DateTimeOffset last)
    {
        var state = JobState.Create(nameof(MarkNoShows));
        state.Succeed(last, last, null);
        lab.Add(state);
        await using var db = lab.Open();
        await db.JobStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.WatchingSince, last.AddDays(-7)), Cancel);
    }

    private async Task<IReadOnlyList<UndecidedReservation>> UndecidedAsync()
    {
        await using var db = lab.Open();
        return await new NoShowWatch(db, lab.Clock).UndecidedAsync(Cancel);
    }

    private async Task<JobReport> RunAsync(Func<IncubatorDb, IJob> job)
    {
        await using var db = lab.Open();
        return await job(db).RunAsync(Cancel);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
