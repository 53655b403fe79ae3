using System.Globalization;
using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Tests.Booking;
using Incubator.Tests.Cohorts;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Calendars;

public class ExternalCalendarTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_ToARoom_BlocksItAroundWhatIsBookedAndListsThat()
    {
        using var story = await BookingStory.BeginAsync();
        await story.BookAsync(story.Company, BookingStory.Tuesday(10, 12));
        var address = CalendarServer.Give(File(BookingStory.Tuesday(9, 14)));
        Assert.True((await AddAsync(story.App, story.Dryer.Id, address)).Succeeded);
        // The dryer is cleaned for half an hour after use.
        Assert.Equal([BookingStory.Tuesday(9, 10), new TimeSlot(BookingStory.Tuesday(12, 14).Start.AddMinutes(30), BookingStory.Tuesday(12, 14).End)], await WindowsAsync(story, unit: 1));

        var client = await story.App.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync($"/resources/{story.Dryer.Code}/calendars");
        Assert.Contains(address.Host, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-part", page.Html, StringComparison.Ordinal);
        Assert.Contains("Booked although", page.Html, StringComparison.Ordinal);
        await using var db = story.App.OpenDb();
        Assert.DoesNotContain(await db.History.Select(h => h.Changes ?? "").ToListAsync(cancel), c => c.Contains("secret-part", StringComparison.Ordinal));
        await AssertSoundAsync(story.App);
    }

    [Fact]
    public async Task Sweep_FileChangedCancelledAndRemoved_MovesWhatItBlocks()
    {
        using var story = await BookingStory.BeginAsync();
        var reference = (await story.BookAsync(story.Company, BookingStory.Tuesday(10, 12))).Reference;
        var address = CalendarServer.Give(File(BookingStory.Tuesday(9, 14)));
        var calendar = (await AddAsync(story.App, story.Dryer.Id, address)).Value;

        // Nothing changed there; the reservation in the way is gone, and the gap closes.
        await story.App.AskAsync((BookingDesk desk) => desk.CancelAsync(new CancelReservation { Reference = reference }, Actor.System));
        Assert.Equal(1, (await SweepAsync(story.App)).Did["Read"]);
        Assert.Equal([BookingStory.Tuesday(9, 14)], await WindowsAsync(story, unit: 1));

        CalendarServer.Change(address, File(BookingStory.Tuesday(13, 15)));
        await SweepAsync(story.App);
        await SweepAsync(story.App);
        Assert.Equal([BookingStory.Tuesday(13, 15)], await WindowsAsync(story, unit: 1));
        await AssertSoundAsync(story.App);

        // While it runs, it ends: what has been stays told.
        story.App.Time.SetUtcNow(BookingStory.Tuesday(14, 15).Start);
        Assert.True((await story.App.AskAsync((CalendarReadings desk) => desk.RemoveAsync(calendar, Actor.System))).Succeeded);
        Assert.Equal([BookingStory.Tuesday(13, 14)], await WindowsAsync(story, unit: 1));
        await using var db = story.App.OpenDb();
        Assert.Equal("", (await db.ExternalCalendars.SingleAsync(cancel)).Address);
        Assert.Empty((await SweepAsync(story.App)).Did);
        await AssertSoundAsync(story.App);
    }

    [Fact]
    public async Task Sweep_CannotBeRead_KeepsWhatItKnewAndSaysSoOnceAfterAnHour()
    {
        using var story = await BookingStory.BeginAsync();
        var address = CalendarServer.Give(File(BookingStory.Tuesday(9, 14)));
        await AddAsync(story.App, story.Dryer.Id, address, new Actor(story.Staff.Id, true, []));
        CalendarServer.Change(address, HttpStatusCode.Gone);
        for (var i = 0; i < ExternalCalendar.FailuresToTell + 2; i++)
        {
            Assert.Equal(1, (await SweepAsync(story.App)).Did["NotRead"]);
            story.App.Time.Advance(TimeSpan.FromMinutes(15));
        }

        await using var db = story.App.OpenDb();
        var calendar = await db.ExternalCalendars.AsNoTracking().SingleAsync(cancel);
        Assert.Equal((CalendarProblem.Refused, 410), (calendar.Problem, calendar.ProblemStatus));
        Assert.Equal(story.Staff.Email, Assert.Single(await db.Notices.Where(n => n.Kind == "CalendarNotRead").ToListAsync(cancel)).Recipient);
        Assert.Equal([BookingStory.Tuesday(9, 14)], await WindowsAsync(story, unit: 1));
        CalendarServer.Change(address, File(BookingStory.Tuesday(9, 14)));
        await SweepAsync(story.App);
        await using var after = story.App.OpenDb();
        Assert.Null((await after.ExternalCalendars.SingleAsync(cancel)).Problem);
    }

    [Fact]
    public async Task Outage_OverABlockedTime_TakesItAndTheRestStays()
    {
        using var story = await BookingStory.BeginAsync();
        var address = CalendarServer.Give(File(BookingStory.Tuesday(9, 14)));
        await AddAsync(story.App, story.Dryer.Id, address);
        Assert.True((await story.App.AskAsync((MaintenanceDesk desk) => desk.PlaceAsync(
            new PlaceMaintenance { ResourceId = story.Dryer.Id, Slot = BookingStory.Tuesday(10, 11), Reason = "Nozzle" }, Actor.System))).Succeeded);
        Assert.Equal([BookingStory.Tuesday(9, 10), BookingStory.Tuesday(11, 14)], await WindowsAsync(story, unit: 1));
        await SweepAsync(story.App);
        Assert.Equal([BookingStory.Tuesday(9, 10), BookingStory.Tuesday(11, 14)], await WindowsAsync(story, unit: 1));
        await AssertSoundAsync(story.App);
    }

    [Fact]
    public async Task Add_WrongOrForeign_IsRefused()
    {
        using var story = await BookingStory.BeginAsync();
        Assert.True((await AddAsync(story.App, story.Dryer.Id, CalendarServer.Give("<html>"))).Was(CalendarProblem.NotACalendar));
        Assert.True((await AddAsync(story.App, story.Dryer.Id, new Uri("https://10.0.0.1/a.ics"))).Was(CalendarProblem.AddressNotAllowed));
        var fine = CalendarServer.Give(File(BookingStory.Tuesday(9, 14)));
        Assert.True((await AddAsync(story.App, story.Dryer.Id, fine, new Actor(story.Staff.Id, false, [story.Company.Id]))).Was("NotFound"));
        Assert.True((await AddAsync(story.App, story.Dryer.Id, fine)).Succeeded);
        Assert.True((await AddAsync(story.App, story.Dryer.Id, fine)).Was("CalendarKnownAlready"));
    }

    [Fact]
    public async Task Mentor_BusyElsewhere_OffersAndIsBookedNoMoreAndIsToldWhatCollides()
    {
        using var story = await CohortStory.BeginAsync();
        var slots = await story.SlotsAsync();
        await story.BookAsync(slots[0]);
        var mentor = await story.App.SignInAsAsync(story.Mentor, "en");
        var page = await mentor.GetPageAsync("/mentoring/calendars");
        page = await page.Form("main form:has(#Input_Name)").Set("Input.Name", "Office").Set("Input.Address", "http://office.example/a.ics").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var address = CalendarServer.Give(File(new TimeSlot(slots[0].Start, slots[1].End)));
        page = await page.Form("main form:has(#Input_Name)").Set("Input.Name", "Office").Set("Input.Address", address.AbsoluteUri).SubmitAsync();
        Assert.Equal("/mentoring/calendars", page.Url);
        Assert.Contains(address.Host, page.Html, StringComparison.Ordinal);

        Assert.True((await story.BookAsync(slots[1], story.Mill, story.RivalActor)).Was("MentorBusyElsewhere"));
        Assert.True((await story.OfferAsync(new DateOnly(2026, 11, 10), new TimeOnly(15, 0), new TimeOnly(16, 0))).Was("HoursBusyElsewhere"));
        await using var db = story.App.OpenDb();
        Assert.Equal(story.Mentor.Email, Assert.Single(await db.Notices.Where(n => n.Kind == "MentorHourCollided").ToListAsync(cancel)).Recipient);
        Assert.Equal(MentorSessionState.Booked, (await db.MentorSessions.SingleAsync(cancel)).State);
        var company = await story.App.SignInAsAsync(story.Rival, "en");
        var free = await company.GetPageAsync($"/mentors/{story.MentorReference}");
        Assert.Contains(slots[2].Reference.ToString(), free.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(slots[1].Reference.ToString(), free.Html, StringComparison.Ordinal);

        page = await page.Form("main form:has(.btn-outline-primary)").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        page = await page.Form("main form:has(.btn-danger)").SubmitAsync();
        Assert.True((await story.BookAsync(slots[1], story.Mill, story.RivalActor)).Succeeded);
    }

    private static string File(TimeSlot slot) => string.Create(CultureInfo.InvariantCulture,
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{slot.Start.UtcDateTime:yyyyMMdd'T'HHmmss}Z\r\nDTEND:{slot.End.UtcDateTime:yyyyMMdd'T'HHmmss}Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

    private static Task<Result<Guid>> AddAsync(IncubatorApp app, long resource, Uri address, Actor? actor = null) => app.AskAsync((CalendarReadings desk) => desk.AddAsync(
        new AddCalendar { Subject = nameof(Resource), SubjectId = resource, Name = "Town hall", Address = address.AbsoluteUri }, actor ?? Actor.System));

    private static Task<Core.Jobs.JobReport> SweepAsync(IncubatorApp app) => app.AskAsync((ReadExternalCalendars job) => job.RunAsync());

    private async Task<List<TimeSlot>> WindowsAsync(BookingStory story, int unit)
    {
        await using var db = story.App.OpenDb();
        var windows = await db.MaintenanceWindows.Where(w => w.ExternalCalendarId != null && (w.Unit == null || w.Unit == unit)).OrderBy(w => w.Start).ToListAsync(cancel);
        return windows.ConvertAll(w => w.Slot);
    }

    private static async Task AssertSoundAsync(IncubatorApp app) => Assert.Empty(await app.AskAsync((InvariantCheck check) => check.RunAsync()));
}
