using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Incubator.Core.Reporting;
using Incubator.Tests.Booking;
using Incubator.Tests.Cohorts;
using Incubator.Tests.Cohorts.Reviews;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Reporting;

public class StaffDigestTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-10 06:59", 0)]
    [InlineData("2026-11-10 07:00", 1)]
    [InlineData("2026-11-10 10:00", 1)]
    [InlineData("2026-11-10 11:59", 1)]
    [InlineData("2026-11-10 12:00", 0)]
    [InlineData("2026-11-14 08:00", 0)]
    public async Task Run_ByTheClockOnTheWall_WritesInTheMorningOfAWorkingDay(string local, int told)
    {
        using var story = await BookingStory.BeginAsync();
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        story.App.Time.SetUtcNow(At(local));
        Assert.Equal(told, await RunAsync(story.App));
    }

    [Theory]
    [InlineData(CalendarExceptionKind.PublicHoliday, "2026-11-10", 0)]
    [InlineData(CalendarExceptionKind.WorkingSaturday, "2026-11-14", 1)]
    public async Task Run_HolidayOrWorkingSaturday_FollowsTheCalendar(CalendarExceptionKind kind, string day, int told)
    {
        using var story = await BookingStory.BeginAsync();
        // Never fetched: it is still to be called a no-show on the Saturday.
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        await story.App.Given.RowsAsync(CalendarException.Create(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), kind, "Kivétel", "Exception"));
        story.App.Time.SetUtcNow(At($"{day} 07:05"));
        Assert.Equal(told, await RunAsync(story.App));
    }

    [Fact]
    public async Task Run_TwiceAtOnceAndAgain_IsOneLetterEachInTheirLanguage()
    {
        using var story = await BookingStory.BeginAsync();
        await story.App.Given.PersonAsync("English Eve", language: "en", roles: "Administrator");
        await story.App.Given.MunicipalityAsync();
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        story.App.Time.SetUtcNow(At("2026-11-10 10:00"));
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(story.App))))).Sum());
        Assert.Equal(0, await RunAsync(story.App));
        await using var db = story.App.OpenDb();
        var letters = await db.Notices.Where(n => n.Kind == "StaffDigest").OrderBy(n => n.Language).ToListAsync(cancel);
        Assert.All(letters, n => Assert.Equal(NoticeTopic.Digests, n.Topic));
        var rows = letters.ConvertAll(n => NoticeFacts.Of(n).Lists["missed"][0]);
        Assert.Equal(("Spray dryer", "Porlasztva szárító", "09:00–12:00", "Hajdú Sajt Kft."), (rows[0]["what"], rows[1]["what"], rows[1]["time"], rows[1]["company"]));
    }

    [Fact]
    public async Task Run_NothingToTell_WritesNothingAndNotLaterThatDayEither()
    {
        using var story = await BookingStory.BeginAsync();
        story.App.Time.SetUtcNow(At("2026-11-10 07:00"));
        Assert.Equal(0, await RunAsync(story.App));
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        var ran = JobState.Create(nameof(StaffDigest));
        ran.Succeed(story.App.Now, story.App.Now, null);
        await story.App.Given.RowsAsync(ran);
        story.App.Time.SetUtcNow(At("2026-11-10 07:05"));
        Assert.Equal(0, await RunAsync(story.App));
    }

    [Fact]
    public async Task Letter_AndHomePage_TellTheSame()
    {
        using var story = await BookingStory.BeginAsync();
        var app = story.App;
        await app.Given.PersonAsync("English Eve", language: "en", roles: "Administrator");
        await story.BookAsync(story.Company, BookingStory.Tuesday(11, 12));
        var broken = await app.Given.ResourceAsync(r => r with { Code = "BR-1", NameEn = "Broken oven", NameHu = "Rossz sütő" });
        await app.Given.RowsAsync(MaintenanceWindow.TakeOutOfService(
            broken.Id, null, new TimeSlot(At("2026-11-09 08:00"), At("2026-11-12 08:00")), "Does not heat", null));
        var failed = JobState.Create("DeliverOutbox");
        failed.Fail(app.Now, app.Now, "No network");
        await app.Given.RowsAsync(failed);
        await using (var db = app.OpenDb())
        {
            await db.TellAsync(new Tell { Event = "x", Kind = "CallClosed", Recipient = "a@b.hu", Language = "hu" }, app.Now, cancel);
            await db.SaveChangesAsync(cancel);
            await db.Notices.ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Parked), cancel);
        }

        app.Time.SetUtcNow(At("2026-11-10 07:00"));
        Assert.Equal(2, await RunAsync(app));
        var said = await SayAsync(app, "StaffDigest", "en");
        Assert.Equal("Your day in the lab: Tuesday 10 November 2026", said.Subject);
        Assert.Equal(
            ["Reservations today: 1", "Here for the first time: 1", "Out of order now: 1", "Mails that could not be sent", "Background work that failed"],
            said.Sections.Select(s => s.Heading));
        Assert.Equal("11:00–12:00 Spray dryer, Hajdú Sajt Kft.", said.Sections[0].Lines[0]);
        Assert.Equal("Broken oven, until Thursday 12 November 2026 08:00: Does not heat", said.Sections[2].Lines[0]);
        var home = await (await app.SignInAsAsync(story.Staff, "en")).GetPageAsync("/");
        var counts = home.All(".today li");
        foreach (var count in new[] { "1 Arrivals today", "1 Out of order now", "1 Mails that could not be sent", "1 Background work that failed" })
            Assert.Contains(count, counts);
        Assert.Contains("first visit", home.Text("main"), StringComparison.Ordinal);
        var hungarian = await SayAsync(app, "StaffDigest", "hu");
        Assert.Equal("Az Ön napja a laborban: 2026. november 10., kedd", hungarian.Subject);
        Assert.Equal("Mai foglalások: 1", hungarian.Sections[0].Heading);
        Assert.DoesNotContain("?", string.Join('\n', hungarian.Sections.SelectMany(s => s.Lines)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undecided_LeftToStaffWeeksAgo_IsStillThere()
    {
        using var story = await BookingStory.BeginAsync();
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        story.App.Time.SetUtcNow(At("2026-11-30 07:00"));
        var shown = await story.App.AskAsync((StaffDay day) => day.ReadAsync(cancel));
        Assert.Equal("Spray dryer", Assert.Single(shown.Undecided).WhatIn("en"));
        Assert.Equal(1, await RunAsync(story.App));
    }

    [Fact]
    public async Task Calls_AfterTheyClosed_TellWhatToAssignAndToDecide()
    {
        using var lab = await ReviewLab.BeginAsync(applications: 3, reviewers: 1, wanted: 1);
        await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[0], 3, 3);
        await lab.OpenAsync(lab.Applications[1], lab.Reviewers[0]);
        var shown = await lab.App.AskAsync((StaffDay day) => day.ReadAsync(cancel));
        Assert.Equal((1, 1), Assert.Single(shown.Calls) is var call ? (call.ToAssign, call.ToDecide) : default);
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject)).Succeeded);
        shown = await lab.App.AskAsync((StaffDay day) => day.ReadAsync(cancel));
        Assert.Equal((1, 0), (shown.Calls[0].ToAssign, shown.Calls[0].ToDecide));
    }

    [Fact]
    public async Task Letter_CompanyThatLeftHoldsItsSeat_NamesItAndTheCohort()
    {
        using var story = await CohortStory.BeginAsync();
        Assert.True((await story.App.AskAsync((CompanyRegister register) => register.LeaveAsync(
            new LeaveCompany { Reference = story.Dairy.Reference, LastDay = new DateOnly(2026, 11, 9), Reason = "Has its own plant" }, story.StaffActor))).Succeeded);
        var shown = await story.App.AskAsync((StaffDay day) => day.ReadAsync(cancel));
        var row = Assert.Single(StaffDigest.RowsOf(shown, "en").Lists["seats"]);
        Assert.Equal((story.Dairy.Name, story.Cohort.NameEn), (row["company"], row["cohort"]));
    }

    internal static async Task<NoticeSaid> SayAsync(IncubatorApp app, string kind, string language)
    {
        await using var db = app.OpenDb();
        var notice = await db.Notices.AsNoTracking().Where(n => n.Kind == kind).OrderByDescending(n => n.Language == language).FirstAsync();
        return await app.AskAsync((NoticeText text) => Task.FromResult(text.Say(notice, language)));
    }

    private async Task<int> RunAsync(IncubatorApp app) => (await app.AskAsync((StaffDigest job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Told");

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
