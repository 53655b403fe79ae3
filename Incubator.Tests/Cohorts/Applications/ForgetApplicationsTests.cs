using Incubator.Core.Cohorts;
using Incubator.Core.Documents;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Cohorts.Reviews;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Applications;

public class ForgetApplicationsTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Run_DraftNinetyDaysAfterTheCallClosed_ForgetsThePersonAndKeepsTheCount()
    {
        var story = await CallStory.BeginAsync(app);
        var draft = await story.ApplicationAsync(await story.CompleteAsync());
        var submitted = await story.ApplicationAsync(await story.SubmittedAsync("b@kisfarm.example", "Más Farm Kft.", "12892312-2-09"));
        app.Time.SetUtcNow(CallStory.Closes.AddDays(89));
        Assert.Equal(0, await RunAsync());
        app.Time.SetUtcNow(CallStory.Closes.AddDays(90));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)))).Sum());
        Assert.Equal(0, await RunAsync());
        await using var db = app.OpenDb();
        var gone = await db.Applications.SingleAsync(a => a.Id == draft.Id, cancel);
        Assert.Equal(("–", ApplicationState.Draft, draft.Number, app.Now), (gone.Email, gone.State, gone.Number, gone.ForgottenAt));
        Assert.Equal(0, await db.ApplicationAnswers.CountAsync(a => a.ApplicationId == draft.Id, cancel));
        Assert.Equal(0, await db.ApplicationLinks.CountAsync(a => a.ApplicationId == draft.Id, cancel));
        Assert.Equal(1, await db.Attachments.CountAsync(cancel));
        Assert.Equal(1, await db.Set<AttachmentContent>().CountAsync(cancel));
        Assert.DoesNotContain(await db.History.Where(h => h.Subject == nameof(Application) && h.SubjectId == draft.Id).ToListAsync(cancel),
            h => h.Changes?.Contains("plan.pdf", StringComparison.Ordinal) == true);
        Assert.Equal("b@kisfarm.example", (await db.Applications.SingleAsync(a => a.Id == submitted.Id, cancel)).Email);
        // Staff still see that it was there.
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await client.GetPageAsync($"/cohorts/applications/{draft.Reference}");
        Assert.Equal(draft.Number, page.Text("h1").Split(' ')[0]);
        Assert.Contains("all that tells of the applicant was deleted", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RejectedTwoYearsAgo_KeepsTheScoresAndForgetsTheWords()
    {
        var lab = await ReviewLab.BeginAsync(app, reviewers: 1, wanted: 1);
        var rejected = lab.Applications[0];
        await lab.ReviewedAsync(rejected, lab.Reviewers[0], 1, 3);
        await lab.ReviewedAsync(lab.Applications[1], lab.Reviewers[0], 5, 5);
        Assert.True((await lab.DecideAsync(rejected, DecisionKind.Reject)).Succeeded);
        Assert.True((await lab.DecideAsync(lab.Applications[1], DecisionKind.Admit)).Succeeded);
        app.Time.Advance(TimeSpan.FromDays(729));
        Assert.Equal(0, await RunAsync());
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await RunAsync());
        await using var db = app.OpenDb();
        var gone = await db.Applications.SingleAsync(a => a.Id == rejected.Id, cancel);
        Assert.Equal((null, null, "–", ApplicationState.Rejected), (gone.CompanyName, gone.TaxCore, gone.Email, gone.State));
        Assert.Equal("–", (await db.Decisions.SingleAsync(d => d.ApplicationId == rejected.Id, cancel)).PublicReason);
        var scores = (await db.Reviews.Include(r => r.Scores).SingleAsync(r => r.ApplicationId == rejected.Id, cancel)).Scores;
        Assert.Equal([(1, null), (3, (string?)null)], scores.OrderBy(s => s.Score).Select(s => (s.Score!.Value, s.Comment)));
        Assert.NotNull((await db.Applications.SingleAsync(a => a.Id == lab.Applications[1].Id, cancel)).CompanyName);
        var page = await (await app.SignInAsAsync(lab.Staff, "en")).GetPageAsync($"/reviews/applications/{rejected.Reference}");
        Assert.Equal(rejected.Number, page.Text("h1"));
    }

    private async Task<int> RunAsync() => (await app.AskAsync((ForgetApplications job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Forgotten");
}
