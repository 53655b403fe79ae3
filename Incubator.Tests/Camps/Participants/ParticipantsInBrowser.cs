using Incubator.Core.Camps;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

/// <summary>Registering for a camp, its participants, teams and crew with a browser, in both languages, on a desk and on a phone.</summary>
public sealed class ParticipantsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Register_AsAStranger_ToTheWaitingListAndTheOffer(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await PeopleStory.BeginAsync(app);
        var first = await story.RegisterAsync("p1@example.com");
        await story.RegisterAsync("p2@example.com");
        await using var visit = await browser.VisitAsync(app, null, language, width, dark: language == "hu");
        await visit.GoAsync($"/camps/{story.Camp}/register");
        await visit.Page.ClickAsync("form.card-form .btn-primary");
        await visit.Page.WaitForSelectorAsync(".problems");
        await visit.CheckAsync("camp-register-wrong");
        await visit.Page.FillAsync("#Input_Email", "anna@example.com");
        await visit.Page.FillAsync("#Input_Name", "Kis Anna");
        await visit.Page.CheckAsync("#language-hu");
        await visit.Page.FillAsync("#Input_BornOn", "2004-05-06");
        await visit.Page.SelectOptionAsync("select[name^='Input.Answers'] >> nth=0", "1");
        await visit.Page.CheckAsync("#Input_AcceptsNotice");
        await visit.CheckAsync("camp-register");
        await visit.Page.ClickAsync("form.card-form .btn-primary");
        await visit.Page.WaitForURLAsync("**/sent");
        await visit.CheckAsync("camp-register-sent");
        await (await visit.GoAsync(await story.LinkAsync("anna@example.com"))).CheckAsync("camp-place-waiting");
        var link = await story.LinkAsync("anna@example.com");
        await visit.GoAsync(first);
        await visit.Page.ClickAsync("details.ask >> nth=0 >> summary");
        await visit.Page.ClickAsync("form[action*=Cancel] .btn-danger");
        await visit.Page.WaitForSelectorAsync(".flash");
        await (await visit.GoAsync(link)).CheckAsync("camp-place-offered");
        await (await visit.GoAsync($"{link}/change")).CheckAsync("camp-place-change");
        await (await visit.GoAsync($"/camps/{story.Camp}/register/link")).CheckAsync("camp-link");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Participants_Staff_MakeTeamsAndGatherTheCrew(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var story = await PeopleStory.BeginAsync(app);
        var own = await story.RegisterAsync("p1@example.com");
        for (var i = 2; i <= 4; i++) await story.RegisterAsync($"p{i}@example.com");
        await story.RegisterAsync("expert@example.com", ParticipantKind.Expert);
        var mentor = CrewMember.Create(story.CampId, story.Staff.Id, CrewRole.Mentor, "Minta Egyetem");
        var juror = CrewMember.Create(story.CampId, story.Staff.Id, CrewRole.Juror);
        await app.Given.RowsAsync(mentor, juror);
        await using var visit = await browser.VisitAsync(app, story.Staff, language, width, dark: language == "en");
        await (await visit.GoAsync($"/camps/{story.Camp}/participants")).CheckAsync("camp-participants");
        await (await visit.GoAsync($"/camps/participants/{(await story.SeeAsync("p3@example.com")).Reference}")).CheckAsync("camp-participant");
        await (await visit.GoAsync($"/camps/{story.Camp}/participants/form")).CheckAsync("camp-form");
        await (await visit.GoAsync($"/camps/{story.Camp}/participants/export")).CheckAsync("camp-export");
        await (await visit.GoAsync($"/camps/{story.Camp}/teams")).CheckAsync("camp-teams-none");
        await visit.Page.FillAsync("#Count", "2");
        await visit.Page.ClickAsync("form[action*=Make] .btn");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.Page.ClickAsync("form[action*=Balance] .btn");
        await visit.Page.WaitForSelectorAsync(".team-card:nth-child(2)");
        await using (var db = app.OpenDb())
        {
            var team = await db.Teams.OrderBy(t => t.Position).FirstAsync(TestContext.Current.CancellationToken);
            await app.Given.RowsAsync(TeamCrew.Create(team.Id, mentor.Id));
            await (await visit.GoAsync($"/camps/teams/{team.Reference}")).CheckAsync("camp-team");
        }

        await visit.GoAsync($"/camps/{story.Camp}/teams");
        await visit.Page.ClickAsync("form[action*=Announce] .btn");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("camp-teams");
        await (await visit.GoAsync($"/camps/{story.Camp}/crew?q=Tamara")).CheckAsync("camp-crew");
        await (await visit.GoAsync($"/camps/crew/{juror.Reference}")).CheckAsync("camp-crew-member");
        await visit.GoAsync($"/camps/{story.Camp}/crew/mine");
        await visit.Page.FillAsync("#Hours_0__From", "10:00");
        await visit.Page.FillAsync("#Hours_0__Until", "16:00");
        await visit.CheckAsync("camp-crew-mine");
        await (await visit.GoAsync(own)).CheckAsync("camp-place-team");
    }
}
