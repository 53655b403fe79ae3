using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Calls;

public class RemindOfCallsTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("2026-11-16 12:00", "2026-11-13 07:59", null)]
    [InlineData("2026-11-16 12:00", "2026-11-13 08:00", 3)]
    [InlineData("2026-11-16 12:00", "2026-11-15 07:59", 3)]
    [InlineData("2026-11-16 12:00", "2026-11-15 11:00", 1)]
    [InlineData("2026-11-16 12:00", "2026-11-16 11:00", 1)]
    [InlineData("2026-11-16 12:00", "2026-11-16 11:30", null)]
    [InlineData("2026-10-26 12:00", "2026-10-25 07:59", 3)]
    [InlineData("2026-10-26 12:00", "2026-10-25 08:00", 1)]
    [InlineData("2026-03-30 12:00", "2026-03-29 07:59", 3)]
    [InlineData("2026-03-30 12:00", "2026-03-29 08:00", 1)]
    public void DaysAt_ByTheClockOnTheWall_IsTheLatestThatIsStillOfUse(string closes, string local, int? days) =>
        Assert.Equal(days, CallReminders.DaysAt(At(closes), At(local)));

    [Fact]
    public async Task Run_Drafts_AreRemindedTwiceWithALinkThatOpens()
    {
        var story = await CallStory.BeginAsync(app);
        await story.SubmittedAsync("done@kisfarm.example");
        var secret = await story.StartAsync();
        Assert.Equal((0, 0), await RunAsync());
        app.Time.SetUtcNow(At("2026-11-13 11:00"));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)))).Sum(r => r.Applicants));
        // Who begins now knows when it closes.
        await story.StartAsync("late@kisfarm.example");
        Assert.Equal((0, 0), await RunAsync());
        await using (var db = app.OpenDb())
        {
            var notice = await db.Notices.SingleAsync(n => n.Kind == "CallClosesSoon", cancel);
            Assert.Equal((CallStory.Mail, true, "en"), (notice.Recipient, notice.HoldsSecret, notice.Language));
            var link = NoticeFacts.Of(notice).Texts[NoticeFacts.Link];
            Assert.DoesNotContain(secret, link, StringComparison.Ordinal);
            Assert.Equal((await story.ApplicationAsync(secret)).Id, (await story.ApplicationAsync(link.Split('/')[^1])).Id);
        }

        app.Time.SetUtcNow(At("2026-11-15 09:00"));
        Assert.Equal((2, 0), await RunAsync());
        Assert.Equal((0, 0), await RunAsync());
    }

    [Fact]
    public async Task Run_NeverBeforeTheLastDay_SaysOnlyThatItClosesTomorrow()
    {
        var story = await CallStory.BeginAsync(app);
        await story.StartAsync();
        app.Time.SetUtcNow(At("2026-11-15 11:00"));
        Assert.Equal((1, 0), await RunAsync());
        await using var db = app.OpenDb();
        Assert.EndsWith(":1", (await db.Notices.SingleAsync(n => n.Kind == "CallClosesSoon", cancel)).Event, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_AndPutOff_WithdrawWhatWaits()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.CompleteAsync();
        await story.StartAsync("slow@kisfarm.example");
        app.Time.SetUtcNow(At("2026-11-13 11:00"));
        Assert.Equal((2, 0), await RunAsync());
        Assert.True((await story.SubmitAsync(secret)).Succeeded);
        Assert.Equal(1, await WaitingAsync("CallClosesSoon"));
        await ExtendAsync(story, CallStory.Closes.AddDays(14));
        Assert.Equal(0, await WaitingAsync("CallClosesSoon"));
        app.Time.SetUtcNow(At("2026-11-27 08:00"));
        Assert.Equal((1, 0), await RunAsync());
    }

    [Fact]
    public async Task Run_CallClosed_TellsStaffOnceAndNotWhereItWasPutOff()
    {
        var story = await CallStory.BeginAsync(app);
        var administrator = await app.Given.AdministratorAsync();
        await app.Given.MunicipalityAsync();
        await story.SubmittedAsync();
        app.Time.SetUtcNow(At("2026-11-16 15:00"));
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)))).Sum(r => r.Staff));
        await using (var db = app.OpenDb())
        {
            var told = await db.Notices.Where(n => n.Kind == "CallClosed").OrderBy(n => n.PersonId).ToListAsync(cancel);
            Assert.Equal([story.StaffPerson.Id, administrator.Id], told.Select(n => n.PersonId!.Value));
            Assert.Equal("1", NoticeFacts.Of(told[0]).Texts["count"]);
        }

        await ExtendAsync(story, CallStory.Closes.AddDays(14));
        Assert.Equal(0, await WaitingAsync("CallClosed"));
        app.Time.SetUtcNow(At("2026-11-30 12:00"));
        Assert.Equal((0, 2), await RunAsync());
        app.Time.SetUtcNow(At("2026-12-10 12:00"));
        await app.Given.StaffAsync("Késő Károly");
        Assert.Equal((0, 0), await RunAsync());
    }

    private async Task<int> WaitingAsync(string kind)
    {
        await using var db = app.OpenDb();
        return await db.Notices.CountAsync(n => n.Kind == kind && n.State == NoticeState.Waiting, cancel);
    }

    private async Task ExtendAsync(CallStory story, DateTimeOffset closes)
    {
        await using var db = app.OpenDb();
        var seen = await db.Calls.Where(c => c.Reference == story.Call).Select(c => c.Version).SingleAsync(cancel);
        Assert.True((await app.AskAsync((CallDesk d) => d.EditAsync(
            new EditCall { Reference = story.Call, Details = CallStory.Details(closes), Reason = "Asked for", SeenVersion = seen }, story.Staff, cancel))).Succeeded);
    }

    private async Task<(int Applicants, int Staff)> RunAsync()
    {
        var report = await app.AskAsync((RemindOfCalls job) => job.RunAsync(cancel));
        return (report.Did.GetValueOrDefault("Told"), report.Did.GetValueOrDefault("ToldStaff"));
    }

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
