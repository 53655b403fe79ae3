using System.Net;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Jury;

/// <summary>The jury's pages: forbidden, unknown, refused, and the whole way from criteria to the public result.</summary>
public class JuryPagesTests
{
    [Fact]
    public async Task Pages_ByWhoMayNot_AreNotThere()
    {
        using var lab = await JuryLab.BeginAsync();
        var juror = await lab.App.SignInAsAsync(lab.Jurors[1], "en");
        var stranger = await lab.App.SignInAsAsync(await lab.App.Given.PersonAsync(), "en");
        var at = $"/camps/{lab.Camp.Reference}";
        foreach (var page in new[] { $"{at}/jury", $"{at}/jury/protocol", $"{at}/jury/stamp", $"{at}/result", $"{at}/jury/score/{Guid.NewGuid()}", $"/camps/{Guid.NewGuid()}/jury/score" })
            Assert.Equal(HttpStatusCode.NotFound, (await juror.GetPageAsync(page)).Status);
        foreach (var page in new[] { $"{at}/jury/score", $"{at}/jury/score/{lab.Teams[0].Reference}", $"{at}/jury" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetPageAsync(page)).Status);
        Assert.Equal(HttpStatusCode.OK, (await juror.GetPageAsync($"{at}/jury/score")).Status);
    }

    [Fact]
    public async Task Score_ByTaps_GoesToTheNextAndTellsWhenItIsTooLate()
    {
        using var lab = await JuryLab.BeginAsync();
        var client = await lab.App.SignInAsAsync(lab.Jurors[1], "en");
        var url = $"/camps/{lab.Camp.Reference}/jury/score/{lab.Teams[0].Reference}";
        var page = await client.GetPageAsync(url);
        Assert.Equal("Apple juice without sediment", page.Text(".lead"));
        var answer = await page.Form($"#c-{lab.Criteria[0].Id} form").SendAsync("button[value='4']");
        Assert.EndsWith($"#c-{lab.Criteria[1].Id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        page = await client.GetPageAsync(url);
        Assert.Equal("1 of 7 criteria scored", page.Text(".jury-progress span"));
        Assert.Equal("true", page.One($"#c-{lab.Criteria[0].Id} button[value='4']").GetAttribute("aria-pressed"));
        page = await page.Form("#comment form").Set("Comment", "Well measured.").SubmitAsync();
        Assert.Equal("Your comment is kept.", page.Flash);
        page = await page.Form(".jury-ask form").Set("Reason", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await client.GetPageAsync(url);
        await lab.ScoreAllAsync(lab.Jurors[0], 0, 3);
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        page = await page.Form($"#c-{lab.Criteria[1].Id} form").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("The scoring is closed; no score changes any more.", page.Errors);
    }

    [Fact]
    public async Task Chair_FromProgressToPublicResult_IsLedThrough()
    {
        using var lab = await JuryLab.BeginAsync(withCriteria: false);
        var (camp, url) = (lab.Camp.Reference, $"/camps/{lab.Camp.Reference}/jury");
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await (await staff.GetPageAsync($"{url}/criteria")).Form("form[action*=Offer]").SubmitAsync();
        Assert.Equal(7, page.All(".form-part").Count);
        page = await page.FollowAsync(".part-acts a");
        page = await page.Form(".card-form").Set("Input.Weight", "0").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form(".card-form").Set("Input.Weight", "20").SubmitAsync();
        Assert.Equal("The criterion was saved.", page.Flash);
        page = await page.Form("form[action*=Move]").SubmitAsync("button[value=down]");
        Assert.StartsWith("1. Feasibility", page.Text(".form-part h2"), StringComparison.Ordinal);
        page = await (await staff.GetPageAsync($"{url}/criterion")).Form(".card-form").Set("Input.NameHu", "Ár").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await (await staff.GetPageAsync($"{url}/criteria")).Form("form[action*=Remove]").SubmitAsync();
        Assert.Equal(6, page.All(".form-part").Count);

        using (var db = lab.App.OpenDb())
        {
            var criteria = db.JuryCriteria.Where(c => c.CampId == lab.Camp.Id).Select(c => c.Id).ToList();
            foreach (var (team, score) in new[] { (0, 4), (1, 4), (2, 3) })
                foreach (var criterion in criteria)
                    Assert.True((await lab.App.AskAsync((JuryDesk desk) => desk.ScoreAsync(
                        new GiveScore { Camp = camp, Team = lab.Teams[team].Reference, CriterionId = criterion, Score = score }, JuryLab.As(lab.Jurors[0])))).Succeeded);
        }

        var chair = await lab.App.SignInAsAsync(lab.Jurors[0], "en");
        page = await chair.GetPageAsync(url);
        Assert.Equal("3 of 9 sheets complete", page.Text(".jury-progress span"));
        Assert.DoesNotContain("4.00", page.Html, StringComparison.Ordinal);
        Assert.Equal(page.One("[data-live]").GetAttribute("data-stamp"), await (await chair.GetAsync($"{url}/stamp")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page = await page.Form("form[action*=Close]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Close]").Tick("AcceptsMissing").SubmitAsync();
        Assert.Equal("The scoring is closed; the protocol was taken.", page.Flash);
        Assert.False(page.Has("form[action*=Publish]"));
        page = await page.Form("form[action*=Tie]").Set("Reason", "Its samples were measured twice.").SubmitAsync();
        Assert.Equal("The tie is decided; a new protocol was taken.", page.Flash);
        page = await chair.GetPageAsync($"{url}/protocol");
        Assert.Contains("The chair on the tie of Almavirág, Buborék: Its samples were measured twice.", page.Text("article"), StringComparison.Ordinal);
        Assert.Equal(3, page.All(".jury-signatures p").Count);
        Assert.Equal(HttpStatusCode.OK, (await chair.GetPageAsync($"{url}/protocol?number=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetPageAsync($"{url}/protocol?number=9")).Status);

        var visitor = lab.App.Visitor("en");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync($"/camps/{camp}/result")).Status);
        page = await (await staff.GetPageAsync(url)).Form("form[action*=Publish]").SubmitAsync();
        Assert.Equal("The result is public.", page.Flash);
        page = await visitor.GetPageAsync($"/camps/{camp}/result");
        Assert.Equal(["1", "2", "3"], page.All(".jury-rank"));
        Assert.Contains("Before Buborék by the chair’s decision", page.Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Elnök Eszter", page.Html, StringComparison.Ordinal);
        page = await (await staff.GetPageAsync(url)).Form("form[action*=Withdraw]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Withdraw]").Set("Reason", "A name was wrong.").SubmitAsync();
        page = await page.Form("form[action*=Reopen]").Set("Reason", "One sheet was missing.").SubmitAsync();
        Assert.Equal("The scoring is open again.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync($"/camps/{camp}/result")).Status);
    }
}
