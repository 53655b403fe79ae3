using System.Text.RegularExpressions;
using Incubator.Core.Cohorts;
using Incubator.Tests.Host;
using Microsoft.Playwright;

namespace Incubator.Tests.Cohorts.Calls;

/// <summary>Staff write a call; a company applies on its phone; staff read it. With a browser, in both languages, on a desk and on a phone.</summary>
public sealed partial class CallsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Call_Staff_IsBuilt(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await CallStory.BeginAsync(app);
        await using var visit = await browser.VisitAsync(app, story.StaffPerson, language, width);
        await (await visit.GoAsync("/cohorts/calls")).CheckAsync("calls-staff");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}")).CheckAsync("call-manage");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/edit")).CheckAsync("call-edit");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/form")).CheckAsync("call-form");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/form/{story.Section}/question/{story.Why}")).CheckAsync("call-question");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/rubric")).CheckAsync("call-rubric");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/rubric/criterion")).CheckAsync("call-criterion");
        await (await visit.GoAsync($"/cohorts/calls/{story.Call}/preview/s{story.Section}")).CheckAsync("call-preview");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Apply_Visitor_FromTheCallToTheConfirmation(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await CallStory.BeginAsync(app);
        await app.Given.ResourceAsync(r => r with { Code = "FD-1", NameHu = "Fagyasztva szárító berendezés kamrával és nagy vákuummal", NameEn = "Freeze dryer" });
        await using var visit = await browser.VisitAsync(app, null, language, width);
        await (await visit.GoAsync("/")).CheckAsync("home-apply");
        await (await visit.GoAsync("/calls")).CheckAsync("calls");
        await (await visit.GoAsync($"/calls/{story.Call}")).CheckAsync("call");
        await (await visit.GoAsync($"/calls/{story.Call}/apply")).CheckAsync("apply");
        await visit.Page.FillAsync("#Input_Email", CallStory.Mail);
        await visit.Page.ClickAsync("main form.card-form button[type=submit]");
        await visit.Page.WaitForURLAsync("**/applications/sent");
        await visit.CheckAsync("apply-sent");

        var secret = await story.StartAsync("second@kisfarm.example");
        await (await visit.GoAsync($"/applications/{secret}")).CheckAsync("application-begun");
        await visit.GoAsync($"/applications/{secret}/company?check=true");
        await visit.CheckAsync("application-company-missing");
        foreach (var (part, shot) in new[] { ("company", "application-company"), ("size", "application-size"), ("products", "application-products"), ("equipment", "application-equipment"), ($"s{story.Section}", "application-own") })
        {
            await visit.GoAsync($"/applications/{secret}/{part}");
            foreach (var (field, text) in story.Answers()) await FillAsync(visit, field, text);

            if (part == "equipment") await visit.Page.FillAsync("#wish-search", language == "hu" ? "szarito" : "dryer");
            if (part == $"s{story.Section}")
                await visit.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
            await SavedAsync(visit);
            await visit.CheckAsync(shot);
            await visit.Page.ClickAsync("button[name=then][value=next]");
            await visit.Page.WaitForSelectorAsync(".flash");
        }

        await visit.CheckAsync("application-files");
        await visit.GoAsync($"/applications/{secret}");
        await visit.CheckAsync("application-complete");
        await visit.Page.ClickAsync("form[action*=Submit] button");
        await visit.Page.WaitForSelectorAsync(".sheet");
        await visit.CheckAsync("application-submitted");

        await app.Given.CompanyAsync("KISFARM Korlátolt Felelősségű Társaság");
        await story.StartAsync("draft@kisfarm.example");
        await using var staff = await browser.VisitAsync(app, story.StaffPerson, language, width);
        await (await staff.GoAsync($"/cohorts/calls/{story.Call}/applications")).CheckAsync("applications");
        await staff.Page.ClickAsync("tbody a");
        await staff.Page.WaitForSelectorAsync(".sheet");
        await staff.CheckAsync("application-staff");
    }

    /// <summary>The connection breaks between two saves: nothing typed is lost, not even when the page is loaded again.</summary>
    [Fact]
    public async Task Autosave_ConnectionBreaks_LosesNothing()
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        await using var visit = await browser.VisitAsync(app, null, "en", 360);
        await visit.GoAsync($"/applications/{secret}/company");
        await visit.Page.FillAsync("#f-company-name", "Saved before");
        await SavedAsync(visit);
        await visit.Page.RouteAsync("**/company?handler=Autosave", route => route.AbortAsync());
        await visit.Page.FillAsync("#f-company-address", "Typed without a connection");
        await visit.Page.WaitForSelectorAsync(".autosave-lost");
        Assert.Equal("Typed without a connection", await visit.Page.InputValueAsync("#f-company-address"));
        await visit.Page.ReloadAsync();
        Assert.Equal("Typed without a connection", await visit.Page.InputValueAsync("#f-company-address"));
        await visit.Page.UnrouteAsync("**/company?handler=Autosave");
        await SavedAsync(visit);
        await using var db = app.OpenDb();
        var answers = db.ApplicationAnswers.ToDictionary(a => a.Field, a => a.Text);
        Assert.Equal(("Saved before", "Typed without a connection"), (answers["company.name"], answers["company.address"]));
    }

    private static Task SavedAsync(Visit visit) =>
        visit.Page.Locator("[data-autosave-status]", new PageLocatorOptions { HasTextRegex = Saved() }).WaitForAsync();

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Saved();

    /// <summary>Fills a field of the application, where this part of it has it.</summary>
    internal static async Task FillAsync(Visit visit, string field, string text)
    {
        var control = visit.Page.Locator($"[name='{field}']");
        if (await control.CountAsync() == 0) return;
        var kind = await control.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type");
        if (kind is "radio" or "checkbox")
        {
            var wanted = kind == "checkbox" && await control.CountAsync() == 1 ? control : visit.Page.Locator($"[name='{await control.First.GetAttributeAsync("name")}'][value='{text}']");
            // Within a closed part of the list it is ticked as a script would.
            await wanted.First.EvaluateAsync("e => { e.closest('details')?.setAttribute('open', ''); e.checked = true; e.dispatchEvent(new Event('input', { bubbles: true })); }");
        }
        else if (kind == "select") await control.SelectOptionAsync(text);
        else if (kind != "file")
        {
            await control.First.EvaluateAsync("e => e.closest('details')?.setAttribute('open', '')");
            await control.FillAsync(text);
        }
    }
}
