using Incubator.Tests.Host;
using Microsoft.Playwright;

namespace Incubator.Tests.Booking;

/// <summary>Someone else books while the page is open: the page shows it, and takes nothing out of the reader's hands.</summary>
public sealed class LivePageInBrowser(Browser browser)
{
    private const string Look = "() => document.dispatchEvent(new Event('visibilitychange'))";

    [Theory, InlineData("hu", 1280), InlineData("en", 360)]
    public async Task Day_SomeoneElseBooks_ShowsItAndKeepsFocusScrollAndField(string language, int width)
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        for (var i = 10; i < 50; i++) await story.App.Given.ResourceAsync(r => r with { Code = $"X-{i}", NameEn = $"Mixer {i}", NameHu = $"Keverő {i}" });
        await story.BookAsync(story.Company, BookingStory.Tuesday(7, 8));
        await using var visit = await browser.VisitAsync(story.App, story.Anna, language, width);
        await visit.GoAsync("/booking/day?date=2026-11-10");
        var page = visit.Page;
        await page.FillAsync("#Date", "2026-11-12");
        await page.EvaluateAsync("() => { scrollTo(0, 600); const row = [...document.querySelectorAll('.rw')].at(-1); const link = row.querySelector('h3 a'); link.focus({ preventScroll: true }); link.mine = true; }");
        var top = await page.EvaluateAsync<double>("() => document.activeElement.getBoundingClientRect().top");
        var bars = await page.Locator(".t .b").CountAsync();
        await story.BookAsync(story.Rival, BookingStory.Tuesday(14, 17));
        // By itself, at the next look.
        await page.WaitForFunctionAsync("n => document.querySelectorAll('.t .b').length > n", bars);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.mine === true"), "The focus is lost.");
        Assert.Equal(top, await page.EvaluateAsync<double>("() => document.activeElement.getBoundingClientRect().top"), 1.0);
        Assert.Equal("2026-11-12", await page.InputValueAsync("#Date"));
        await page.WaitForFunctionAsync("() => document.querySelector('[data-live-say]').textContent.length > 0");

        // Selected text is not pulled away; the change comes when it is let go.
        bars = await page.Locator(".t .b").CountAsync();
        await page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('.rw h3'))");
        await story.BookAsync(story.Rival, BookingStory.Tuesday(11, 12));
        await page.EvaluateAsync(Look);
        await page.WaitForTimeoutAsync(1000);
        Assert.Equal(bars, await page.Locator(".t .b").CountAsync());
        await page.EvaluateAsync("() => getSelection().removeAllRanges()");
        await page.EvaluateAsync(Look);
        await page.WaitForFunctionAsync("n => document.querySelectorAll('.t .b').length > n", bars);
        await visit.CheckAsync("live-day");
    }

    [Fact]
    public async Task Mine_StaffBookForTheCompany_ShowsTheNewOneAndKeepsTheOthers()
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 10));
        await using var visit = await browser.VisitAsync(story.App, story.Anna, "en");
        await visit.GoAsync("/booking/mine");
        var page = visit.Page;
        await page.EvaluateAsync("() => { const link = document.querySelector('tbody a'); link.focus(); link.mine = true; }");
        await story.BookAsync(story.Company, BookingStory.Tuesday(7, 8));
        await page.EvaluateAsync(Look);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 2");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.mine === true"), "The focus is lost.");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelectorAll('tbody a')[1].mine === true"), "The rows are not in order.");
        await visit.CheckAsync("live-mine");
    }

    [Fact]
    public async Task Day_SignedOutMeanwhile_StopsAskingAndStaysAsItIs()
    {
        using var story = await BookingStory.BeginAsync(IncubatorApp.StartOnPort());
        await using var visit = await browser.VisitAsync(story.App, story.Anna, "en");
        await visit.GoAsync("/booking/day?date=2026-11-10");
        await visit.Page.Context.ClearCookiesAsync();
        var asked = 0;
        visit.Page.Request += (_, request) => asked += request.Url.EndsWith("/booking/stamp", StringComparison.Ordinal) ? 1 : 0;
        for (var i = 0; i < 3; i++)
        {
            await visit.Page.EvaluateAsync(Look);
            await visit.Page.WaitForTimeoutAsync(300);
        }

        Assert.Equal(1, asked);
        Assert.True(await visit.Page.Locator(".tl .f").CountAsync() > 0);
    }
}
