using System.Net;
using System.Text.Json;
using Incubator.Core.Cohorts;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Applications;

public sealed class ApplicationPagesTests : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.7 plan"u8.ToArray();
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Apply_FromTheCallToTheConfirmation_WithoutAnAccount()
    {
        var story = await CallStory.BeginAsync(app);
        var client = app.Visitor("en");
        var page = await (await client.GetPageAsync($"/calls/{story.Call}")).FollowAsync("a[href$='/apply']");
        page = await page.Form("form.card-form").Set("Input.Email", "not a mail").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form.card-form").Set("Input.Email", CallStory.Mail).Set("Input.Language", "en").SubmitAsync();
        Assert.Equal("/applications/sent", page.Url);
        var link = await LinkAsync();
        page = await client.GetPageAsync(link);
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Name of the company", page.Text(".missing"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Submit]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);

        // From part to part, by the Save buttons alone.
        page = await client.GetPageAsync($"{link}/company");
        var answers = story.Answers();
        foreach (var next in new[] { "size", "products", "equipment", $"s{story.Section}", "files" })
        {
            var form = page.Form("form[data-autosave]");
            foreach (var (name, text) in answers.Where(a => page.Has($"[name='{a.Key}']"))) form.Set(name, text);
            if (page.Has($"input[type=file][name='q{story.Plan}']")) form.Attach($"q{story.Plan}", "plan.pdf", Pdf);
            page = await form.SubmitAsync("button[value=next]");
            Assert.Equal($"{link}/{next}", page.Url);
        }

        page = await page.Form("form[data-autosave]").SubmitAsync("button[value=overview]");
        Assert.Equal("Nothing is missing", page.Text("#missing-title"));
        page = await page.Form("form[action*=Submit]").SubmitAsync();
        Assert.Equal("It is submitted. A confirmation goes to your mail address.", page.Flash);
        var sheet = page.Text(".sheet");
        foreach (var said in new[] { "Kis Farm Kft.", "180,000,000 HUF", "Micro-enterprise", "Spray dryer (CS-1)", "12.5 hours a month", "Because we can.", "Agreed", "plan.pdf", "Limited company (Kft.)" })
            Assert.Contains(said, sheet, StringComparison.Ordinal);
        Assert.Equal(link, (await client.GetPageAsync($"{link}/company")).Url);

        // Until the deadline it can be taken back, later not.
        page = await page.Form("form[action*=Reopen]").SubmitAsync();
        page = await page.Form("form[action*=Submit]").SubmitAsync();
        app.Time.SetUtcNow(CallStory.Closes);
        Assert.False((await client.GetPageAsync(link)).Has("form[action*=Reopen]"));
        page = await (await client.GetPageAsync(link)).Form("form[action*=Withdraw]").SubmitAsync();
        Assert.Equal("It is withdrawn.", page.Flash);
    }

    /// <summary>As it is in production: in Development alone the page shows the link too, because no mail leaves there.</summary>
    [Fact]
    public async Task SendAgain_KnownOrNot_SaysTheSameAndShowsNoLink()
    {
        await using var host = LabHost.With("Production");
        using var lab = IncubatorApp.StartOn(host);
        var story = await CallStory.BeginAsync(lab);
        await story.StartAsync();
        var pages = new List<string>();
        foreach (var mail in new[] { CallStory.Mail, "nobody@kisfarm.example" })
        {
            var page = await lab.Visitor("en", https: true).GetPageAsync("/applications/link");
            page = await page.Form("form.card-form").Set("Input.Email", mail).SubmitAsync();
            Assert.False(page.Has(".application-link"));
            pages.Add(page.Text("main"));
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task Save_Malformed_KeepsWhatWasTypedAndSaysWhatIsWrong()
    {
        var story = await CallStory.BeginAsync(app);
        var (client, link) = (app.Visitor("en"), $"/applications/{await story.StartAsync()}");
        var page = await client.GetPageAsync($"{link}/company");
        page = await page.Form("form[data-autosave]").Set("company.tax", "12345677-2-09").Set("company.name", "Árvíztűrő <b>Kft.").SubmitAsync("button[value=stay]");
        Assert.Equal("Saved.", page.Flash);
        Assert.Equal(("12345677-2-09", "Árvíztűrő <b>Kft."), (page.Form("form[data-autosave]")["company.tax"], page.Form("form[data-autosave]")["company.name"]));
        Assert.NotEmpty(page.Text("#f-company-tax-error"));
        // What is missing is marked only when the reader comes to look for it.
        Assert.Empty(page.Text("#f-contact-name-error"));
        page = await client.GetPageAsync($"{link}/company?check=true");
        Assert.NotEmpty(page.Text("#f-contact-name-error"));
    }

    [Fact]
    public async Task Save_TwoTabs_ShowsTheOtherAndKeepsWhatWasTyped()
    {
        var story = await CallStory.BeginAsync(app);
        var (client, link) = (app.Visitor("en"), $"/applications/{await story.StartAsync()}");
        var first = await client.GetPageAsync($"{link}/company");
        var second = await client.GetPageAsync($"{link}/company");
        await first.Form("form[data-autosave]").Set("company.name", "Name of tab one").Set("company.settlement", "Debrecen").SubmitAsync("button[value=stay]");
        var page = await second.Form("form[data-autosave]").Set("company.name", "Name of tab two").Set("company.address", "Fő u. 1.").SubmitAsync("button[value=stay]");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        var form = page.Form("form[data-autosave]");
        Assert.Equal(("Name of tab two", "Debrecen", "Fő u. 1."), (form["company.name"], form["company.settlement"], form["company.address"]));
        Assert.Contains("Changed meanwhile elsewhere to: Name of tab one.", page.Text(".elsewhere"), StringComparison.Ordinal);
        page = await form.SubmitAsync("button[value=stay]");
        Assert.Equal("Name of tab two", page.Form("form[data-autosave]")["company.name"]);
    }

    [Fact]
    public async Task Autosave_InTheBackground_SaysWhatBecameOfIt()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        var client = app.Visitor("en");
        var page = await client.GetPageAsync($"/applications/{secret}/company");
        var token = page.Form("form[data-autosave]")["__RequestVerificationToken"]!;
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/applications/{secret}/company?handler=Autosave", ("company.name", "x"))).StatusCode);
        var answer = await client.PostAsync($"/applications/{secret}/company?handler=Autosave",
            ("__RequestVerificationToken", token), ("seen", ""), ("company.name", "Kis"), ("company.tax", "1"));
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement;
        Assert.Equal("08:00", told.GetProperty("at").GetString());
        Assert.True(told.GetProperty("errors").TryGetProperty("company.tax", out _));
        // The same again with the stale mark is no conflict; another text is.
        answer = await client.PostAsync($"/applications/{secret}/company?handler=Autosave", ("__RequestVerificationToken", token), ("seen", ""), ("company.name", "Nagy"));
        told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement;
        Assert.Equal("Kis", told.GetProperty("elsewhere").GetProperty("company.name").GetString());
        await story.SaveAsync(secret, new() { ["company.name"] = "Kis" });
        Assert.Equal("Kis", (await client.GetPageAsync($"/applications/{secret}/company")).Form("form[data-autosave]")["company.name"]);
    }

    [Fact]
    public async Task Submit_AfterTheDeadline_IsRefusedAndTheDraftKept()
    {
        var story = await CallStory.BeginAsync(app);
        var (client, link) = (app.Visitor("en"), $"/applications/{await story.CompleteAsync()}");
        var page = await client.GetPageAsync(link);
        app.Time.SetUtcNow(CallStory.Closes);
        page = await page.Form("form[action*=Submit]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("The draft is kept", page.Text(".problems"), StringComparison.Ordinal);
        Assert.Equal("Kis Farm Kft.", (await client.GetPageAsync($"{link}/company")).Form("form[data-autosave]")["company.name"]);
    }

    [Fact]
    public async Task Files_ByContent_AreKeptAndGuarded()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        var (client, link) = (app.Visitor("en"), $"/applications/{secret}");
        var page = await client.GetPageAsync($"{link}/files");
        page = await page.Form("form[data-autosave]").Attach("upload", "invoice.pdf", [0x4D, 0x5A, 0x90, 0]).SubmitAsync("button[value=stay]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.Text("#f-upload-error"));
        page = await page.Form("form[data-autosave]").Attach("upload", "../../big.pdf", [.. Pdf, .. new byte[25 * 1024 * 1024]]).SubmitAsync("button[value=stay]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[data-autosave]").Attach("upload", "../../terv <b>.pdf", Pdf).SubmitAsync("button[value=stay]");
        Assert.Equal("terv b.pdf", page.Text(".file a"));
        var file = page.One(".file a").GetAttribute("href")!;
        var answer = await app.Visitor().GetAsync(file);
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(cancel));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var other = await story.StartAsync("other@kisfarm.example");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(file.Replace(secret, other, StringComparison.Ordinal))).StatusCode);
        // Staff may not read a draft's file either.
        var staff = await app.SignInAsAsync(story.StaffPerson, "en");
        var application = await story.ApplicationAsync(secret);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/cohorts/applications/{application.Reference}/file/{file.Split('/')[^1]}")).StatusCode);
        page = await page.Form("form[data-autosave]").SubmitAsync("button[name=file]");
        Assert.Equal("The file was removed.", page.Flash);
        Assert.False(page.Has(".file"));
    }

    [Fact]
    public async Task Staff_SeeOfDraftsOnlyThatTheyExist_AndJudgeWhatLooksAlike()
    {
        var story = await CallStory.BeginAsync(app);
        var company = await app.Given.CompanyAsync("KISFARM Korlátolt Felelősségű Társaság");
        var draft = await story.StartAsync("draft@kisfarm.example");
        await story.SaveAsync(draft, new() { ["company.name"] = "A secret dairy", ["contact.name"] = "Titkos Tibor" });
        var submitted = await story.ApplicationAsync(await story.SubmittedAsync());
        var client = await app.SignInAsAsync(story.StaffPerson, "en");
        var page = await client.GetPageAsync($"/cohorts/calls/{story.Call}/applications");
        Assert.Contains("draft@kisfarm.example", page.Text("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("to look at: 1", page.Text("tbody"), StringComparison.Ordinal);
        var hidden = await client.GetPageAsync($"/cohorts/applications/{(await story.ApplicationAsync(draft)).Reference}");
        Assert.DoesNotContain("A secret dairy", hidden.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Titkos", hidden.Html, StringComparison.Ordinal);

        page = await client.GetPageAsync($"/cohorts/applications/{submitted.Reference}");
        Assert.Contains("the same name", page.Text(".alike"), StringComparison.Ordinal);
        Assert.Contains("Goat cheese powder", page.Text(".sheet"), StringComparison.Ordinal);
        var file = await client.GetAsync(page.One(".file a").GetAttribute("href")!);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        page = await page.Form(".judge").SubmitAsync("button[value=true]");
        Assert.Equal("Noted: it is the same firm.", page.Flash);
        Assert.Contains(company.Name, page.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("Found to be the same firm", page.Text(".history"), StringComparison.Ordinal);
        page = await page.Form(".judge").SubmitAsync("button[value=false]");
        Assert.Equal("Noted: it is not the same.", page.Flash);
    }

    [Fact]
    public async Task Anyone_WithoutTheLink_FindsNothing()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.SubmittedAsync();
        var application = await story.ApplicationAsync(secret);
        var staff = await app.SignInAsAsync(story.StaffPerson, "en");
        foreach (var path in new[]
        {
            $"/applications/{new string('a', 64)}", $"/applications/{secret[..^1]}x", $"/applications/{application.Reference}", $"/applications/{application.Number}",
            $"/applications/{new string('a', 64)}/company", $"/applications/{secret}/nothing", $"/applications/{secret}/file/{Guid.NewGuid()}",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync(path)).Status);
        }
    }

    private async Task<string> LinkAsync()
    {
        await using var db = app.OpenDb();
        var facts = (await db.Notices.SingleAsync(n => n.Kind == "ApplicationLink", cancel)).Facts;
        return JsonDocument.Parse(facts).RootElement.GetProperty("link").GetString()!;
    }
}
