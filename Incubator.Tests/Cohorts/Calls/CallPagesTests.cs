using System.Net;
using Incubator.Core.Cohorts;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Calls;

public sealed class CallPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Call_WrittenWithItsFormAndRubric_IsPublishedAndSeen()
    {
        var client = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await client.GetPageAsync("/cohorts/calls/new");
        page = await page.Form("form.card-form")
            .Set("Input.TitleHu", "Évfolyam").Set("Input.TitleEn", "Cohort").Set("Input.TextHu", "Szöveg").Set("Input.TextEn", "First.\r\n\r\nSecond.")
            .Set("Input.OpensAt", "2026-11-09T08:00").Set("Input.ClosesAt", "2026-11-09T07:00").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("First.\n\nSecond.", page.Form("form.card-form")["Input.TextEn"]!.ReplaceLineEndings("\n"));
        page = await page.Form("form.card-form").Set("Input.ClosesAt", "2026-11-30T12:00").Set("Input.Priorities", "AgriFood", "Health").Set("Input.Divisions", "10, 11").SubmitAsync();
        Assert.Equal("The draft is saved. Only staff see it.", page.Flash);
        var manage = page.Url;
        var reference = manage.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetPageAsync($"/calls/{reference}")).Status);
        page = await page.Form("form[action*=Publish]").SubmitAsync();
        Assert.Contains("at least one criterion", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await client.GetPageAsync($"{manage}/form/section");
        page = await page.Form("form.card-form").Set("Input.TitleHu", "Terv").Set("Input.TitleEn", "Plan").SubmitAsync();
        page = await page.FollowAsync("a[href*='/question']");
        page = await page.Form("form.card-form").Set("Input.LabelHu", "Melyik?").Set("Input.LabelEn", "Which?").Set("Input.Type", "ChooseOne")
            .Set("Input.Choices", "egy\r\nkettő").Set("Input.ChoicesEn", "one").Tick("Input.IsRequired").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form.card-form").Set("Input.ChoicesEn", "one\r\ntwo").SubmitAsync();
        Assert.Contains("Which?", page.Text(".question-list"), StringComparison.Ordinal);
        page = await page.FollowAsync(".question-list a");
        Assert.Equal("one\ntwo", page.Form("form.card-form")["Input.ChoicesEn"]!.ReplaceLineEndings("\n"));

        page = await client.GetPageAsync($"{manage}/rubric/criterion");
        var form = page.Form("form.card-form").Set("Input.NameHu", "Csapat").Set("Input.NameEn", "Team").Set("Input.Weight", "20");
        for (var i = 0; i < 5; i++) form.Set($"Input.AnchorsHu[{i}]", $"{i} pont").Set($"Input.AnchorsEn[{i}]", $"{i} points");
        page = await form.SubmitAsync();
        Assert.True(page.Has("#Input_AnchorsHu_5_-error"));
        page = await page.Form("form.card-form").Set("Input.AnchorsHu[5]", "öt").Set("Input.AnchorsEn[5]", "five").SubmitAsync();
        Assert.Equal(6, page.All(".anchors li").Count);

        page = await (await client.GetPageAsync($"{manage}/preview")).FollowAsync(".steps li:nth-child(5) a");
        Assert.Contains("Which?", page.Text("fieldset[disabled]"), StringComparison.Ordinal);
        page = await (await client.GetPageAsync(manage)).Form("form[action*=Publish]").SubmitAsync();
        Assert.Equal("The call is published: everybody can see it.", page.Flash);
        Assert.Contains("Criterion added", page.Text(".history"), StringComparison.Ordinal);

        var visitor = app.Visitor("en");
        page = await visitor.GetPageAsync("/calls");
        page = await page.FollowAsync(".call-open h3 a");
        Assert.Equal(["First.", "Second."], page.All(".call-text"));
        Assert.Contains("Monday 30 November 2026 12:00", page.Text(".call-when"), StringComparison.Ordinal);
        Assert.Contains("Team", page.Text(".judged"), StringComparison.Ordinal);
        Assert.Contains("See the open calls", (await visitor.GetPageAsync("/")).Text(".doors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_ByTheirTime_SaySo()
    {
        var story = await CallStory.BeginAsync(app);
        var visitor = app.Visitor("en");
        Assert.True((await visitor.GetPageAsync("/calls")).Has(".call-open a[href$='/apply']"));
        app.Time.SetUtcNow(CallStory.Closes);
        var page = await visitor.GetPageAsync("/calls");
        Assert.True(page.Has(".call-closed"));
        Assert.False(page.Has("a[href$='/apply']"));
        page = await visitor.GetPageAsync($"/calls/{story.Call}");
        Assert.Contains("Closed since Monday 16 November 2026 12:00. Applications are no longer taken.", page.Text(".call-when"), StringComparison.Ordinal);
        page = await visitor.GetPageAsync($"/calls/{story.Call}/apply");
        Assert.False(page.Has("form.card-form"));
        Assert.DoesNotContain("See the open calls", (await visitor.GetPageAsync("/")).Text(".doors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_PublishedAndStale_AsksForAReasonAndKeepsWhatWasTyped()
    {
        var story = await CallStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var stale = await client.GetPageAsync($"/cohorts/calls/{story.Call}/edit");
        var page = await stale.Form("form.card-form").Set("Input.ClosesAt", "2026-11-20T12:00").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form.card-form").Set("Input.Reason", "The mail server was down").SubmitAsync();
        Assert.Equal("The call was saved.", page.Flash);
        Assert.Contains("The mail server was down", page.Text(".history"), StringComparison.Ordinal);
        page = await stale.Form("form.card-form").Set("Input.TitleEn", "My other title").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("My other title", page.Form("form.card-form")["Input.TitleEn"]);
        page = await page.Form("form.card-form").Set("Input.ClosesAt", "2026-11-20T12:00").SubmitAsync();
        Assert.Equal("The call was saved.", page.Flash);
    }

    [Fact]
    public async Task Form_MovedAndRemoved_ByPostsAlone()
    {
        var story = await CallStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await client.GetPageAsync($"/cohorts/calls/{story.Call}/form");
        page = await page.Form(".question-list li:nth-child(2) form").SubmitAsync("button[value=Up]");
        Assert.StartsWith("Own contribution", page.All(".question-what")[0], StringComparison.Ordinal);
        page = await page.Form(".question-list li:nth-child(1) details form").SubmitAsync();
        Assert.Equal("The question was removed.", page.Flash);
        Assert.Equal(3, page.All(".question-list li").Count);
        page = await client.GetPageAsync($"/cohorts/calls/{story.Call}/rubric");
        page = await page.FollowAsync(".part-acts a");
        page = await page.Form("form.card-form").Set("Input.Weight", "45").SubmitAsync();
        Assert.Contains("Weight 45 of 45", page.Text(".badge"), StringComparison.Ordinal);
        await story.SubmittedAsync();
        page = await client.GetPageAsync($"/cohorts/calls/{story.Call}/form");
        Assert.False(page.Has(".part-acts"));
        Assert.Contains("stay as they are", page.Text(".alert-info"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_OfACall_BringsItsQuestionsWithNewDates()
    {
        var story = await CallStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await (await client.GetPageAsync($"/cohorts/calls/{story.Call}")).FollowAsync("a[href*='?from=']");
        Assert.Equal("Apply for the 2027 cohort", page.Form("form.card-form")["Input.TitleEn"]);
        page = await page.Form("form.card-form").Set("Input.OpensAt", "2027-11-01T08:00").Set("Input.ClosesAt", "2027-11-15T12:00").SubmitAsync();
        Assert.Contains("questions: 4, sections: 1", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("criteria: 1", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await client.GetPageAsync("/cohorts/calls")).All(".call-card").Count);
        await using var db = app.OpenDb();
        Assert.Equal(1, await db.Calls.CountAsync(c => c.ClonedFromId != null && c.PublishedAt == null, cancel));
    }

    [Fact]
    public async Task Section_ChangedAndStale_KeepsWhatWasTyped()
    {
        var story = await CallStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var stale = await client.GetPageAsync($"/cohorts/calls/{story.Call}/form/section/{story.Section}");
        var page = await stale.Form("form.card-form").Set("Input.TitleEn", "The plan").SubmitAsync();
        Assert.Equal(("The section was saved.", "1. The plan"), (page.Flash, page.Text(".form-part h2")));
        page = await stale.Form("form.card-form").Set("Input.TitleEn", "Our plan").SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Our plan"), (page.Status, page.Form("form.card-form")["Input.TitleEn"]));
        page = await page.Form("form.card-form").SubmitAsync();
        Assert.Equal("1. Our plan", page.Text(".form-part h2"));
    }

    [Fact]
    public async Task Call_ForACohort_SaysWhichItFills()
    {
        var story = await CallStory.BeginAsync(app);
        var programme = Programme.Create(new("Program", "Programme"));
        await app.Given.RowsAsync(programme);
        var cohort = Cohort.Create(programme.Id, new CohortDetails
        {
            NameHu = "2027-es évfolyam",
            NameEn = "Cohort of 2027",
            Starts = new DateOnly(2027, 1, 1),
            Ends = new DateOnly(2027, 12, 31),
            Capacity = 10,
        });
        await app.Given.RowsAsync(cohort);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await client.GetPageAsync($"/cohorts/calls/{story.Call}/edit");
        page = await page.Form("form.card-form").Force("Input.CohortId", "999").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form.card-form").Set("Input.CohortId", $"{cohort.Id}").SubmitAsync();
        Assert.Contains("Cohort of 2027", page.Text(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_CallOrPart_IsNotFound()
    {
        var story = await CallStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        foreach (var path in new[]
        {
            $"/calls/{Guid.NewGuid()}", $"/cohorts/calls/{Guid.NewGuid()}", $"/cohorts/calls/{Guid.NewGuid()}/form", $"/cohorts/calls/new?from={Guid.NewGuid()}",
            $"/cohorts/calls/{story.Call}/form/section/99", $"/cohorts/calls/{story.Call}/form/99/question", $"/cohorts/calls/{story.Call}/rubric/criterion/99",
            $"/cohorts/calls/{story.Call}/preview/nothing", $"/cohorts/applications/{Guid.NewGuid()}",
        })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(path)).Status);
    }

    [Theory]
    [InlineData(QuestionType.ShortText)]
    [InlineData(QuestionType.Money)]
    public void Problems_OfAQuestion_NameTheirFields(QuestionType type)
    {
        var details = new QuestionDetails { Type = type, LabelHu = " ", LabelEn = new string('x', 301), MaxLength = 301, Min = 5, Max = 4 };
        Assert.Equal(
            type == QuestionType.Money ? ["Missing LabelHu", "TextTooLong LabelEn", "LeastAboveMost Max"] : ["Missing LabelHu", "TextTooLong LabelEn", "OutOfRange MaxLength"],
            details.Problems().Select(p => $"{p.Code} {p.Field}"));
    }
}
