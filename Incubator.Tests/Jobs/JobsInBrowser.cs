using Incubator.Core.Jobs;
using Incubator.Tests.Host;

namespace Incubator.Tests.Jobs;

public sealed class JobsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Jobs_Messages_AreAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        await app.AskAsync(async (JobBook book) =>
        {
            await book.SucceededAsync("DeliverOutbox", app.Now, JobReport.Of("Sent", 3).And("Parked", 1));
            await book.FailedAsync("ChaseUpdates", app.Now, "mail.hajduboszormenyi-elelmiszertartosito.example:587: connection refused");
            return 0;
        });
        await using var visit = await browser.VisitAsync(app, await app.Given.AdministratorAsync(), language, width);
        await visit.GoAsync("/jobs");
        await visit.CheckAsync("jobs");
        await visit.GoAsync("/messages");
        await visit.CheckAsync("messages");
    }

    [Fact]
    public async Task Hangfire_UnderTheHousesPolicy_IsDrawn()
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, await app.Given.AdministratorAsync(), "en");
        var complaints = new List<string>();
        visit.Page.Console += (_, message) => complaints.Add(message.Text);
        await visit.GoAsync("/jobs/hangfire");
        await visit.Page.ScreenshotAsync(new() { Path = House.Path("screenshots/hangfire.png") });
        Assert.DoesNotContain(complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
