using System.Globalization;
using Incubator.Core.Booking;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>Pages that follow what others book, without a browser: the stamp they ask, and the part they are given.</summary>
public sealed class LivePageTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/booking/day?date=2026-11-10")]
    [InlineData("/booking/day?date=2026-11-10&view=list")]
    [InlineData("/booking/week/SD-1?week=2026-W46")]
    [InlineData("/booking/month?month=2026-11")]
    [InlineData("/booking/mine")]
    public async Task Stamp_OfThePage_ChangesWithTheCalendarAndTellsNothingElse(string path)
    {
        using var story = await BookingStory.BeginAsync(app);
        await story.BookAsync(story.Rival, BookingStory.Tuesday(14, 16));
        var client = await story.AsAsync(story.Anna);
        var page = await client.GetPageAsync(path);
        var stamp = page.Document.QuerySelector("#live")!.GetAttribute("data-stamp");
        Assert.Equal(stamp, await StampAsync(client));
        Assert.Matches("^[0-9a-f]{24}$", stamp);
        await story.BookAsync(story.Rival, BookingStory.Tuesday(9, 12));
        var after = await StampAsync(client);
        Assert.NotEqual(stamp, after);
        Assert.Equal(after, (await client.GetPageAsync(path)).Document.QuerySelector("#live")!.GetAttribute("data-stamp"));
    }

    [Fact]
    public async Task Page_AskedForItsLivePart_ComesWithoutTheFrame()
    {
        using var story = await BookingStory.BeginAsync(app);
        var client = await story.AsAsync(story.Anna);
        foreach (var path in new[] { "/booking/day?date=2026-11-10", "/booking/week/SD-1", "/booking/month", "/booking/mine" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Live", "1" } } };
            var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("data-live=\"/booking/stamp\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Stamp_AskedForHours_DoesNotKeepTheSignInAlive()
    {
        using var story = await BookingStory.BeginAsync(app);
        var client = await story.AsAsync(story.Anna);
        for (var quarter = 0; quarter < 39; quarter++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(15));
            await client.GetPageAsync("/booking/stamp");
        }

        app.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.StartsWith("/sign-in", (await client.GetPageAsync("/booking/stamp")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reservation_ClosedByTheProgram_SaysThatItsEndIsAssumed()
    {
        using var story = await BookingStory.BeginAsync(app);
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        app.Time.SetUtcNow(BookingStory.Tuesday(9, 12).Start);
        Assert.True((await app.AskAsync((UseDesk desk) => desk.CheckInAsync(booked.Reference, Core.Accounts.Actor.System))).Succeeded);
        app.Time.SetUtcNow(BookingStory.Tuesday(9, 15).End);
        Assert.Equal(1, (await app.AskAsync((CloseForgottenUse job) => job.RunAsync())).Did["UseClosed"]);
        var page = await (await story.AsAsync(story.Anna)).GetPageAsync(string.Create(CultureInfo.InvariantCulture, $"/booking/reservations/{booked.Reference}"));
        Assert.Contains("the booked end is assumed", page.Text(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfStaff_AsksThemToDecideWhatTheProgramCannotKnow()
    {
        using var story = await BookingStory.BeginAsync(app);
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        app.Time.SetUtcNow(BookingStory.Tuesday(9, 13).End);
        await app.AskAsync((MarkNoShows job) => job.RunAsync());
        var page = await (await story.AsAsync(story.Staff)).GetPageAsync("/");
        Assert.Contains("Hajdú Sajt Kft.", page.Document.QuerySelector("section[aria-labelledby=undecided]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> StampAsync(TestClient client) =>
        await (await client.GetAsync("/booking/stamp")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
