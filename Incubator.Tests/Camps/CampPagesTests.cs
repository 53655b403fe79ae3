using System.Net;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps;

public sealed class CampPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Camp_WrittenOpenedAndSeen_ByStaffAndVisitors()
    {
        var client = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await client.GetPageAsync("/camps/manage");
        Assert.Contains("There is no camp yet", page.Text(".empty"), StringComparison.Ordinal);
        page = await page.FollowAsync(".heading-acts a");
        var form = page.Form("form.card-form").Set("Input.NameHu", "Téli tábor").Set("Input.NameEn", "Winter camp").Set("Input.AboutHu", "Három nap.")
            .Set("Input.AboutEn", "Three days.\r\n\r\nFor all.").Set("Input.Place", "Debrecen").Set("Input.StartsOn", "2026-12-07").Set("Input.EndsOn", "2026-12-14")
            .Set("Input.ChallengesCloseAt", "2026-11-23T12:00").Set("Input.RegistrationClosesAt", "2026-11-30T12:00").Set("Input.Budget", "1,500,000");
        page = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("from 1 to 5 days", page.Text("#Input_EndsOn-error"), StringComparison.Ordinal);
        page = await page.Form("form.card-form").Set("Input.EndsOn", "2026-12-09").SubmitAsync();
        Assert.Equal("The draft is saved. Only staff see it.", page.Flash);
        var manage = page.Url;
        var visitor = app.Visitor("en");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync(manage.Replace("/manage", "", StringComparison.Ordinal))).Status);
        Assert.Contains("No camp is announced", (await visitor.GetPageAsync("/camps")).Text("main"), StringComparison.Ordinal);

        page = await page.Form(".camp-parts form").SubmitAsync();
        Assert.Equal("The camp is now: Registration open.", page.Flash);
        Assert.Contains("Moved on", page.Text(".history"), StringComparison.Ordinal);
        page = await visitor.GetPageAsync("/camps");
        Assert.Contains("Registration until Mon 30 Nov 12:00.", page.Text(".camp-open"), StringComparison.Ordinal);
        page = await page.FollowAsync(".camp-open a");
        Assert.Equal(["Three days.", "For all."], page.All(".camp-text"));
        Assert.Contains("1,500,000 HUF", page.Text("aside"), StringComparison.Ordinal);
        Assert.Contains("Winter camp: Monday 7 December 2026 – Wednesday 9 December 2026", (await visitor.GetPageAsync("/")).Text(".doors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OpenAndStale_AsksForAReasonAndKeepsWhatWasTyped()
    {
        var story = await CampStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var stale = await client.GetPageAsync($"/camps/{story.Camp}/edit");
        var page = await stale.Form("form.card-form").Set("Input.Place", "Campus").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (page.Status, page.Has("#Input_Reason-error")));
        page = await page.Form("form.card-form").Set("Input.Reason", "The hall is flooded").SubmitAsync();
        Assert.Equal("The camp was saved.", page.Flash);
        Assert.Contains("Place: Debrecen, Böszörményi út 138. → Campus", page.Text(".history"), StringComparison.Ordinal);
        page = await stale.Form("form.card-form").Set("Input.NameEn", "Cold camp").Set("Input.Place", "Campus").SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Cold camp"), (page.Status, page.Form("form.card-form")["Input.NameEn"]));
        page = await page.Form("form.card-form").SubmitAsync();
        Assert.Equal("The camp was saved.", page.Flash);
    }

    [Fact]
    public async Task Cancel_WithoutAndWithAReason_IsSaidOnThePublicPage()
    {
        var story = await CampStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await (await client.GetPageAsync($"/camps/{story.Camp}/manage")).Form(".camp-cancel form").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Say why the camp is cancelled", page.Text(".problems"), StringComparison.Ordinal);
        page = await page.Form(".camp-cancel form").Set("reason", "Too few challenges").SubmitAsync();
        Assert.Equal("The camp is now: Cancelled.", page.Flash);
        Assert.Contains("Too few challenges", page.Text(".history"), StringComparison.Ordinal);
        page = await app.Visitor("en").GetPageAsync($"/camps/{story.Camp}");
        Assert.Contains("does not take place", page.Text(".alert-warning"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_OfACamp_BringsItsTextsWithNewDates()
    {
        var story = await CampStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await (await client.GetPageAsync($"/camps/{story.Camp}/manage")).FollowAsync("a[href*='?from=']");
        var form = page.Form("form.card-form");
        Assert.Equal(("Winter camp", "12"), (form["Input.NameEn"], form["Input.StudentPlaces"]));
        page = await form.Set("Input.StartsOn", "2027-12-06").Set("Input.EndsOn", "2027-12-08").Set("Input.ChallengesCloseAt", "2027-11-22T12:00")
            .Set("Input.RegistrationClosesAt", "2027-11-29T12:00").SubmitAsync();
        Assert.Contains("After: Winter camp", page.Text(".history"), StringComparison.Ordinal);
        Assert.Equal(2, (await client.GetPageAsync("/camps/manage")).All(".camp-card").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/new?from={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Manage_CampsByTheClock_SaysWhatNeedsStaff()
    {
        var story = await CampStory.BeginAsync(app);
        app.Time.SetUtcNow(CampStory.RegistrationCloses);
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        Assert.Contains("Registration is over", (await client.GetPageAsync("/camps/manage")).Text(".camp-needs"), StringComparison.Ordinal);
        var page = await (await client.GetPageAsync($"/camps/{story.Camp}/manage")).Form(".camp-parts .acts form").SubmitAsync();
        Assert.Equal("The camp is now: Being prepared.", page.Flash);
        // Opened on another page meanwhile.
        page = await page.Form(".camp-parts .acts form").Set("seen", "Running").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.False((await app.Visitor("en").GetPageAsync("/")).Text(".doors").Contains("Winter camp", StringComparison.Ordinal));
        Assert.Equal(CampStatus.Preparing, (await story.CampAsync()).Status);
    }
}
