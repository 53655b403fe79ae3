using Incubator.Tests.Host;

namespace Incubator.Tests.Camps;

/// <summary>Staff write a camp and open it; a visitor reads it. With a browser, in both languages, on a desk and on a phone.</summary>
public sealed class CampsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Camp_FromDraftToPublic_IsBuilt(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await CampStory.BeginAsync(app, open: false);
        await using var visit = await browser.VisitAsync(app, story.StaffPerson, language, width);
        await (await visit.GoAsync("/camps/new")).CheckAsync("camp-new");
        await visit.GoAsync($"/camps/{story.Camp}/manage");
        await visit.Page.ClickAsync(".camp-parts form button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("camp-overview");
        await visit.Page.ClickAsync(".camp-cancel summary");
        await visit.CheckAsync("camp-cancel");
        await (await visit.GoAsync($"/camps/{story.Camp}/edit")).CheckAsync("camp-edit");
        await (await visit.GoAsync("/camps/manage")).CheckAsync("camps-staff");

        await using var visitor = await browser.VisitAsync(app, null, language, width);
        await (await visitor.GoAsync("/")).CheckAsync("home-camp");
        await (await visitor.GoAsync("/camps")).CheckAsync("camps");
        await (await visitor.GoAsync($"/camps/{story.Camp}")).CheckAsync("camp");
    }
}
