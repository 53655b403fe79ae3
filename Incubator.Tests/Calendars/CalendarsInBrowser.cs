using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;

namespace Incubator.Tests.Calendars;

/// <summary>Addresses for calendar programs, and calendars of other houses, with a browser in both languages, on a desk and on a phone.</summary>
public sealed class CalendarsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Feeds_Member_MakesAndReadsOne(string language, int width)
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        await using var visit = await browser.VisitAsync(story.App, story.Anna, language, width);
        await (await visit.GoAsync("/calendar-feeds?resource=SD-1")).CheckAsync("calendar-feeds-empty");
        await visit.Page.ClickAsync("main form .btn-primary");
        await visit.Page.WaitForSelectorAsync("#address");
        await visit.CheckAsync("calendar-feeds");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task External_Staff_SeesWhatBlocksAndWhatIsWrong(string language, int width)
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        await story.BookAsync(story.Company, BookingStory.Tuesday(10, 12));
        var (start, end) = (BookingStory.Tuesday(9, 14).Start.UtcDateTime, BookingStory.Tuesday(9, 14).End.UtcDateTime);
        var address = CalendarServer.Give(string.Create(CultureInfo.InvariantCulture,
            $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:{start:yyyyMMdd'T'HHmmss}Z\r\nDTEND:{end:yyyyMMdd'T'HHmmss}Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
        await story.App.AskAsync((CalendarReadings desk) => desk.AddAsync(
            new AddCalendar { Subject = nameof(Resource), SubjectId = story.Dryer.Id, Name = "Városháza teremfoglalása", Address = address.AbsoluteUri }, Actor.System));
        CalendarServer.Change(address, System.Net.HttpStatusCode.Forbidden);
        await story.App.AskAsync((ReadExternalCalendars job) => job.RunAsync());
        await using var visit = await browser.VisitAsync(story.App, story.Staff, language, width);
        await visit.GoAsync("/resources/SD-1/calendars");
        await visit.Page.FillAsync("#Input_Name", "Iroda");
        await visit.Page.FillAsync("#Input_Address", "http://naptar.example/iroda.ics");
        await visit.Page.ClickAsync("section.panel form button");
        await visit.Page.WaitForSelectorAsync(".problems");
        await visit.CheckAsync("external-calendars");
    }
}
