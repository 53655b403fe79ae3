using System.Net;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Challenges;

public sealed class ChallengePagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Challenge_FromDraftToTheCampsPage_ByCompanyAndStaff()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var anna = await app.SignInAsAsync(story.Anna, "en");
        var page = await anna.GetPageAsync("/my-company/challenges");
        Assert.Contains("Even cheese powder", page.Text("main"), StringComparison.Ordinal);
        page = await page.FollowAsync(".camp-open .btn");
        page = await page.Form("form.card-form").Set("Input.TitleEn", "Crisp apple").Set("Input.Rows[1].Name", "Water").Set("Input.Rows[1].Unit", "%")
            .Set("Input.Rows[1].Lower", "5").Set("Input.Rows[1].Upper", "4").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        // The empty row above is gone, the mistake stands in the first now.
        Assert.Equal(("Water", "4"), (page.Form("form.card-form")["Input.Rows[0].Name"], page.Form("form.card-form")["Input.Rows[0].Upper"]));
        page = await page.Form("form.card-form").Set("Input.Rows[0].Upper", "6.5").SubmitAsync();
        Assert.Equal("The challenge was saved.", page.Flash);
        Assert.Contains("6.5 %", page.Text(".table-cards"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Submit]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);

        page = await (await anna.GetPageAsync($"/camps/challenges/{story.Challenge}")).Form("form[action*=Submit]").SubmitAsync();
        Assert.Contains("handed in", page.Flash, StringComparison.Ordinal);
        var staff = await app.SignInAsAsync(story.Camp.StaffPerson, "en");
        page = await (await staff.GetPageAsync($"/camps/{story.Camp.Camp}/challenges")).FollowAsync(".camp-card .btn");
        page = await page.Form(".card-form").SubmitAsync("button[value=true]");
        Assert.Equal("The challenge is accepted; the company is told.", page.Flash);

        var visitor = app.Visitor("en");
        page = await visitor.GetPageAsync($"/camps/{story.Camp.Camp}");
        Assert.Contains("It forms lumps.", page.Text("main"), StringComparison.Ordinal);
        page = await visitor.GetPageAsync($"/camps/challenges/{story.Challenge}");
        Assert.Contains("confidential", page.Text(".alert-info"), StringComparison.Ordinal);
        Assert.DoesNotContain("trade secret", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfStaff_CountsWhatIsToDecide()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var staff = await app.SignInAsAsync(story.Camp.StaffPerson, "en");
        Assert.DoesNotContain("Challenges to decide", (await staff.GetPageAsync("/")).Text("main"), StringComparison.Ordinal);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(story.Challenge, story.Owner))).Succeeded);
        Assert.Contains("1 Challenges to decide", (await staff.GetPageAsync("/")).All(".today li"));
        Assert.True((await story.DecideAsync(true)).Succeeded);
        Assert.DoesNotContain("Challenges to decide", (await staff.GetPageAsync("/")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_NamedAgreesAndReads_AndIsSeenToHave()
    {
        var story = await ChallengeStory.BeginAsync(app);
        await story.AcceptedAsync();
        var (_, _, person) = await story.CrewAsync(CrewRole.Juror, "Zsűri Zsófia");
        var anna = await app.SignInAsAsync(story.Anna, "en");
        var page = await (await anna.GetPageAsync($"/camps/challenges/{story.Challenge}/readers")).Form("form[action*=Name]").SubmitAsync();
        Assert.Contains("Zsűri Zsófia", page.Text(".camp-lines"), StringComparison.Ordinal);
        Assert.Contains("has not agreed yet", page.Text(".camp-lines"), StringComparison.Ordinal);
        var juror = await app.SignInAsAsync(person, "en");
        page = await juror.GetPageAsync($"/camps/challenges/{story.Challenge}");
        Assert.DoesNotContain("trade secret", page.Text("main"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Agree]").SubmitAsync();
        Assert.Contains("trade secret", page.Text("main"), StringComparison.Ordinal);
        Assert.False(page.Has("a[href$='/readers']"));
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GetPageAsync($"/camps/challenges/{story.Challenge}/readers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GetPageAsync($"/camps/challenges/edit/{story.Challenge}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetPageAsync($"/camps/challenges/edit/{story.Challenge}")).Status);
        page = await anna.GetPageAsync($"/camps/challenges/{story.Challenge}/readers");
        Assert.Equal(2, page.All(".camp-lines li").Count);
        page = await page.Form("form[action*=Remove]").SubmitAsync();
        Assert.DoesNotContain("trade secret", (await juror.GetPageAsync($"/camps/challenges/{story.Challenge}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facilitator_AndTeams_AreGivenByStaff()
    {
        var story = await ChallengeStory.BeginAsync(app);
        await story.AcceptedAsync();
        var (_, member, _) = await story.CrewAsync(CrewRole.Facilitator);
        await app.Given.RowsAsync(Team.Create((await story.Camp.CampAsync()).Id, 1, "Team 1"));
        var staff = await app.SignInAsAsync(story.Camp.StaffPerson, "en");
        var page = await staff.GetPageAsync($"/camps/challenges/{story.Challenge}/decide");
        page = await page.Form("form[action*=Facilitator]").Set("facilitator", member.Reference.ToString()).SubmitAsync();
        Assert.Equal("Saved.", page.Flash);
        page = await page.Form("form[action*=Team]").SubmitAsync();
        Assert.Contains("on this challenge", page.Text(".camp-lines"), StringComparison.Ordinal);
        page = await staff.GetPageAsync($"/camps/challenges/{story.Challenge}");
        Assert.True(page.Has($"a[href='/camps/challenges/{story.Challenge}/quality']") && page.Has($"a[href='/camps/challenges/{story.Challenge}/follow-up']"));
        Assert.Contains("Team 1", page.Text(".camp-detail aside"), StringComparison.Ordinal);
        Assert.Contains("Given to a team", page.Text(".history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfTheDetails_IsKeptServedAndRemoved()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var anna = await app.SignInAsAsync(story.Anna, "en");
        var page = await anna.GetPageAsync($"/camps/challenges/{story.Challenge}");
        page = await page.Form("form[action*=Attach]").Attach("file", "flow.pdf", "%PDF-1.7"u8.ToArray()).SubmitAsync();
        Assert.Equal("The file is kept.", page.Flash);
        var link = page.One(".file a").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor("en").GetAsync(link)).StatusCode);
        page = await page.Form("form[action*=Remove]").SubmitAsync();
        Assert.Equal("The file was removed.", page.Flash);
        page = await page.Form("form[action*=Withdraw]").SubmitAsync();
        Assert.Equal("The challenge is withdrawn.", page.Flash);
    }
}
