using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>The whole story with a browser, in both languages, on a desk and on a phone.</summary>
public sealed class StoryInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Company_FindsBooksMovesAndCancels(string language, int width)
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        await story.BookAsync(story.Rival, BookingStory.Tuesday(14, 17));
        await using var visit = await browser.VisitAsync(story.App, story.Anna, language, width);
        await (await visit.GoAsync("/booking/day?date=2026-11-10")).CheckAsync("day");
        await (await visit.GoAsync("/booking/day?date=2026-11-10&view=list")).CheckAsync("day-list");
        await (await visit.GoAsync("/booking/free-times?resource=SD-1&minutes=180&from=2026-11-10&until=2026-11-12")).CheckAsync("free-times");
        await visit.Page.ClickAsync(".found-day a");
        await visit.Page.FillAsync("#Input_Purpose", "Próbagyártás");
        await visit.CheckAsync("reserve");
        await visit.Page.ClickAsync("main form.card-form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".facts");
        await visit.CheckAsync("reservation");

        await visit.GoAsync("/booking/reserve?resource=SD-1&start=2026-11-10T15:00&end=2026-11-10T18:00");
        await visit.Page.FillAsync("#Input_Purpose", "Próbagyártás");
        await visit.Page.ClickAsync("main form.card-form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".offers");
        await visit.CheckAsync("refused");

        await (await visit.GoAsync("/booking/mine")).CheckAsync("mine");
        await (await visit.GoAsync("/")).CheckAsync("home-company");
        await (await visit.GoAsync("/booking/week/SD-1?week=2026-W46")).CheckAsync("week");
        await (await visit.GoAsync("/booking/month?month=2026-11")).CheckAsync("month");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Staff_PlacesMaintenanceAndSeesTheDay(string language, int width)
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        await using var visit = await browser.VisitAsync(story.App, story.Staff, language, width);
        await (await visit.GoAsync("/booking/maintenance")).CheckAsync("maintenance-empty");
        await visit.GoAsync("/booking/maintenance/place?resource=SD-1");
        await visit.Page.FillAsync("#Input_Reason", "Fúvókacsere");
        await visit.Page.FillAsync("#Input_Date", "2026-11-10");
        await visit.Page.FillAsync("#Input_Start", "08:00");
        await visit.Page.FillAsync("#Input_End", "12:00");
        await visit.Page.ClickAsync("main form.card-form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".affected");
        await visit.CheckAsync("maintenance-affected");
        await visit.Page.SelectOptionAsync(".affected select", "keep");
        await visit.Page.ClickAsync("main form.card-form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".card-line");
        await visit.CheckAsync("maintenance");
        await (await visit.GoAsync($"/booking/reservations/{booked.Reference}")).CheckAsync("reservation-staff");
        await (await visit.GoAsync($"/booking/reservations/{booked.Reference}/move")).CheckAsync("move");
        await (await visit.GoAsync("/booking/day?date=2026-11-10")).CheckAsync("day-staff");

        story.App.Time.SetUtcNow(BookingStory.Tuesday(9, 12).Start.AddMinutes(45));
        // The sign-in of the day before has ended.
        await using var tuesday = await browser.VisitAsync(story.App, story.Staff, language, width);
        await (await tuesday.GoAsync("/")).CheckAsync("home-staff-busy");
        Assert.Contains("Hajdú Sajt Kft.", await tuesday.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
