using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.FollowUp;

/// <summary>
/// A company measures its product, tells what came of the camp, staff see it, and the municipality reads the report. With a browser, in
/// both languages, on a desk and on a phone.
/// </summary>
public sealed class FollowUpInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task FollowUp_FromLotsToTheReport_IsBuilt(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        using var story = await FollowUpStory.BeginAsync(app);
        await story.MeasureAsync();
        await story.AskAsync();
        var idea = (await story.IdeaAsync(team: story.Team.Reference)).Value;
        var quality = $"/camps/challenges/{story.Challenge.Reference}/quality";
        await using var visit = await browser.VisitAsync(app, story.Manager, language, width);
        await (await visit.GoAsync("/my-company/after-camps")).CheckAsync("after-camps");
        await (await visit.GoAsync(quality)).CheckAsync("quality");
        await visit.GoAsync($"{quality}/lot");
        await visit.Page.FillAsync("#Input_Code", "U-5");
        await visit.Page.FillAsync("#Input_Values", language == "hu" ? "4,51 4,49 sok" : "4.51 4.49 many");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForSelectorAsync("#Input_Values-error");
        await visit.CheckAsync("quality-lot-refused");
        await visit.Page.FillAsync("#Input_Values", language == "hu" ? "4,51 4,49" : "4.51 4.49");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.GoAsync($"/camps/challenges/{story.Challenge.Reference}/idea/{idea}");
        await visit.Page.ClickAsync("form[action*='Adopt'] button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("camp-idea");
        await (await visit.GoAsync($"/camps/checks/{(await story.ChecksAsync())[0].Reference}")).CheckAsync("camp-check");
        await visit.GoAsync($"/camps/challenges/{story.Challenge.Reference}/outcome");
        await visit.Page.SelectOptionAsync("#Input_Kind", nameof(OutcomeKind.Launched));
        await visit.Page.FillAsync("#Input_ProductName", "Egyforma joghurt");
        await visit.CheckAsync("camp-outcome");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("challenge-follow-up");

        await using var staff = await browser.VisitAsync(app, story.Staff, language, width);
        await (await staff.GoAsync($"/camps/{story.Camp.Reference}/follow-up")).CheckAsync("camp-follow-up");
        await (await staff.GoAsync($"/camps/{story.Camp.Reference}/manage")).CheckAsync("camp-overview-after");

        Person reader = await app.Given.MunicipalityAsync();
        await using var municipality = await browser.VisitAsync(app, reader, language, width);
        await (await municipality.GoAsync("/camps/reports")).CheckAsync("camp-reports");
        await municipality.Page.ClickAsync("main tbody a");
        await municipality.Page.WaitForSelectorAsync(".report-figures");
        await municipality.CheckAsync("camp-report");
    }
}
