using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Challenges;

/// <summary>A company writes its challenge, staff decide it, a named reader agrees. With a browser, in both languages, on a desk and on a phone.</summary>
public sealed class ChallengesInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Challenge_FromTheCompanyToAReader_IsBuilt(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await ChallengeStory.BeginAsync(app);
        await using var anna = await browser.VisitAsync(app, story.Anna, language, width);
        await (await anna.GoAsync("/my-company/challenges")).CheckAsync("challenges-mine");
        await (await anna.GoAsync($"/camps/challenges/edit?camp={story.Camp.Camp}")).CheckAsync("challenge-new");
        await anna.Page.ClickAsync("main form button[type=submit].btn-primary");
        await anna.Page.WaitForSelectorAsync(".problems");
        await anna.CheckAsync("challenge-refused");
        await (await anna.GoAsync($"/camps/challenges/edit/{story.Challenge}")).CheckAsync("challenge-edit");
        await anna.GoAsync($"/camps/challenges/{story.Challenge}");
        await anna.Page.ClickAsync("form[action*=Submit] button");
        await anna.Page.WaitForSelectorAsync(".flash");
        await anna.CheckAsync("challenge");

        await using var staff = await browser.VisitAsync(app, story.Camp.StaffPerson, language, width);
        await (await staff.GoAsync("/")).CheckAsync("home-challenges");
        await (await staff.GoAsync($"/camps/{story.Camp.Camp}/challenges")).CheckAsync("challenges-staff");
        await (await staff.GoAsync($"/camps/challenges/{story.Challenge}/decide")).CheckAsync("challenge-decide");
        Assert.True((await story.DecideAsync(true)).Succeeded);

        var (_, _, juror) = await story.CrewAsync(CrewRole.Juror, "Zsűri Zsófia");
        await anna.GoAsync($"/camps/challenges/{story.Challenge}/readers");
        await anna.Page.ClickAsync("form[action*=Name] button");
        await anna.Page.WaitForSelectorAsync(".camp-lines form");
        await anna.CheckAsync("challenge-readers");
        await using var reader = await browser.VisitAsync(app, juror, language, width);
        await (await reader.GoAsync($"/camps/challenges/{story.Challenge}")).CheckAsync("challenge-pledge");
        await reader.Page.ClickAsync("form[action*=Agree] button");
        await reader.Page.WaitForSelectorAsync(".sheet");
        await reader.CheckAsync("challenge-read");
    }
}
