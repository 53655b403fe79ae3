using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

public sealed class ParticipantPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Register_FromThePageToTheMailAndBack_WithoutAnAccount()
    {
        var story = await PeopleStory.BeginAsync(app);
        var client = app.Visitor("en");
        var page = await client.GetPageAsync($"/camps/{story.Camp}/register");
        Assert.Contains("2 of 2 places free", page.Text(".places"), StringComparison.Ordinal);
        page = await page.Form("form.card-form").Set("Input.Email", "not a mail").Set("Input.Name", "Kis Anna").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form.card-form").Set("Input.Email", "anna@example.com").Set("Input.Needs", "No nuts").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Choose at least one language you speak.", page.Errors);
        Assert.Contains("Without this nobody can be registered.", page.Errors);
        Assert.Contains("Please fill this in.", page.Errors);
        var choice = page.One("select[name^='Input.Answers']").GetAttribute("name")!;
        page = await page.Form("form.card-form").Set("Input.Languages", "hu", "en").Set("Input.BornOn", "2004-05-06").Set(choice, "2").Tick("Input.NeedsConsent").Tick("Input.AcceptsNotice").SubmitAsync();
        Assert.Equal($"/camps/{story.Camp}/register/sent", page.Url);
        page = await client.GetPageAsync(await story.LinkAsync("anna@example.com"));
        Assert.Equal("Your registration has a place", page.Text("h1"));
        Assert.Contains("No nuts", page.Text("main"), StringComparison.Ordinal);
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
        page = await page.FollowAsync("a[href$='/change']");
        Assert.Equal("2", page.Form("form.card-form")[choice]);
        page = await page.Form("form.card-form").Set("Input.Name", " ").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form.card-form").Set("Input.Name", "Kis Anna Mária").Set("Input.Needs", "").SubmitAsync();
        Assert.Equal("Saved.", page.Flash);
        // The same address once more: the page says the same, only the mail tells.
        page = await client.GetPageAsync($"/camps/{story.Camp}/register");
        page = await page.Form("form.card-form").Set("Input.Email", "anna@example.com").Set("Input.Name", "Other").Set("Input.Languages", "hu").Set("Input.BornOn", "2004-05-06").Set(choice, "2").Tick("Input.AcceptsNotice").SubmitAsync();
        Assert.Equal($"/camps/{story.Camp}/register/sent", page.Url);
        Assert.Equal("Kis Anna Mária", (await story.SeeAsync("anna@example.com")).Name);
        page = await (await client.GetPageAsync($"/camps/{story.Camp}/register/link")).Form("form.card-form").Set("Input.Email", "nobody@example.com").SubmitAsync();
        Assert.Equal($"/camps/{story.Camp}/register/sent", page.Url);
        page = await client.GetPageAsync(await story.LinkAsync("anna@example.com"));
        page = await page.Form("form[action*=Cancel]").SubmitAsync();
        Assert.Equal("Your registration is cancelled.", page.Flash);
        await page.Form("form[action*=Forget]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(page.Url)).Status);
    }

    [Fact]
    public async Task Register_SignedIn_FindsNameAndAddressFilledIn()
    {
        var story = await PeopleStory.BeginAsync(app);
        var client = await app.SignInAsAsync(await app.Given.PersonAsync("Kis Anna", "anna@example.com"), "en");
        var form = (await client.GetPageAsync($"/camps/{story.Camp}/register")).Form("form.card-form");
        Assert.Equal(("Kis Anna", "anna@example.com"), (form["Input.Name"], form["Input.Email"]));
    }

    [Fact]
    public async Task Place_Offered_IsTakenLeftOrWaitedForAgain()
    {
        var story = await PeopleStory.BeginAsync(app);
        var links = new List<string>();
        for (var i = 1; i <= 4; i++) links.Add(await story.RegisterAsync($"p{i}@example.com"));
        var client = app.Visitor("en");
        Assert.Contains("number 2 on the waiting list", (await client.GetPageAsync(links[3])).Text("main"), StringComparison.Ordinal);
        await (await client.GetPageAsync(links[0])).Form("form[action*=Cancel]").SubmitAsync();
        var page = await (await client.GetPageAsync(links[2])).Form("form[action*=Decline]").SubmitAsync();
        Assert.Equal("The place goes to the next. Thank you for saying so.", page.Flash);
        page = await page.Form("form[action*=WaitAgain]").SubmitAsync();
        Assert.Equal("You are on the waiting list again.", page.Flash);
        page = await (await client.GetPageAsync(links[3])).Form("form[action*=Accept]").SubmitAsync();
        Assert.Equal("The place is yours.", page.Flash);
        Assert.Contains("all 2 places taken", (await client.GetPageAsync($"/camps/{story.Camp}/register")).Text(".places"), StringComparison.Ordinal);
        // Too late: the page says so, and stays.
        await (await client.GetPageAsync(links[1])).Form("form[action*=Cancel]").SubmitAsync();
        page = await client.GetPageAsync(links[2]);
        app.Time.Advance(TimeSpan.FromHours(49));
        page = await page.Form("form[action*=Accept]").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This offer has passed."), (page.Status, Assert.Single(page.Errors)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/place/{new string('0', 64)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{Guid.NewGuid()}/register")).Status);
    }

    [Fact]
    public async Task Staff_ListFilterDecideAndExport_OnePersonAtATime()
    {
        var story = await PeopleStory.BeginAsync(app);
        for (var i = 1; i <= 4; i++) await story.RegisterAsync($"p{i}@example.com");
        var client = await app.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync($"/camps/{story.Camp}/participants");
        Assert.Equal(4, page.All(".table-cards tbody tr").Count);
        page = await client.GetPageAsync($"/camps/{story.Camp}/participants?q=p4&kind=Student&state=Waiting");
        Assert.Contains("number 2", Assert.Single(page.All(".table-cards tbody tr")), StringComparison.Ordinal);
        page = await page.FollowAsync(".table-cards a");
        Assert.Contains("small", page.Text("main"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Admit]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Admit]").Set("reason", "The sponsor asked").SubmitAsync();
        Assert.Equal("Admitted; a mail says so.", page.Flash);
        Assert.Contains("The sponsor asked", page.Text(".history"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Kind]").Set("kind", "Expert").SubmitAsync();
        Assert.Equal("Moved.", page.Flash);
        page = await page.Form("form[action*=Cancel]").Set("reason", "Called by phone").SubmitAsync();
        Assert.Equal("Cancelled; a mail says so.", page.Flash);
        var form = (await client.GetPageAsync($"/camps/{story.Camp}/participants/export")).Form("form.card-form");
        var file = await form.Tick("WithNeeds").SendAsync();
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        var text = await file.Content.ReadAsStringAsync(cancel);
        Assert.Contains("p4@example.com", text, StringComparison.Ordinal);
        Assert.Contains("T-shirt?", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{Guid.NewGuid()}/participants")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/participants/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Form_QuestionsSkillsAndNotice_AreWrittenByStaff()
    {
        var story = await PeopleStory.BeginAsync(app);
        var client = await app.SignInAsAsync(story.Staff, "en");
        var url = $"/camps/{story.Camp}/participants/form";
        var page = await client.GetPageAsync(url);
        page = await page.Form("form[action*=Ask]").Set("Question.TextHu", "Hol?").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Please fill this in."), (page.Status, Assert.Single(page.Errors)));
        page = await page.Form("form[action*=Ask]").Set("Question.TextEn", "Where?").SubmitAsync();
        Assert.Equal("It is asked from now on.", page.Flash);
        page = await page.Form("form[action*=Drop]").SubmitAsync();
        Assert.Equal("It is asked no more.", page.Flash);
        page = await page.Form("form[action*=Skills]").Set("Skills", "only one").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Skills]").Set("Skills", "jog | law").SubmitAsync();
        Assert.Equal("Saved.", page.Flash);
        page = await page.Form("form[action*=Notice]").Set("BodyEn", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Notice]").Set("BodyEn", "A new notice.").SubmitAsync();
        Assert.Equal("The notice is published.", page.Flash);
        // A camp without one is given a text to begin with, in each language.
        var bare = Camp.Create(RegistrationLab.Details);
        await app.Given.RowsAsync(bare);
        page = await client.GetPageAsync($"/camps/{bare.Reference}/participants/form");
        Assert.Contains("Ki kezeli az adatait", page.Text("#BodyHu"), StringComparison.Ordinal);
        Assert.Contains("Who keeps your data", page.Text("#BodyEn"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{Guid.NewGuid()}/participants/form")).Status);
    }

    [Fact]
    public async Task Teams_MadeBalancedChangedAndAnnounced_AreSeenByTheirMembers()
    {
        var story = await PeopleStory.BeginAsync(app);
        var own = await story.RegisterAsync("p1@example.com");
        await story.RegisterAsync("p2@example.com");
        await story.RegisterAsync("expert@example.com", ParticipantKind.Expert);
        var mentor = CrewMember.Create(story.CampId, story.Staff.Id, CrewRole.Mentor, companyId: story.Company.Id);
        var juror = CrewMember.Create(story.CampId, story.Staff.Id, CrewRole.Juror);
        await app.Given.RowsAsync(mentor, juror);
        var client = await app.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync($"/camps/{story.Camp}/teams");
        page = await page.Form("form[action*=Make]").Set("Count", "3").SubmitAsync();
        Assert.Equal("There are 3 teams.", page.Flash);
        page = await page.Form("form[action*=Make]").Set("Count", "900").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*=Balance]").SubmitAsync();
        Assert.Equal("Divided: 3 people in 3 teams.", page.Flash);
        var one = await story.SeeAsync("p1@example.com");
        var target = page.One(".team-card:nth-child(3) h2 a").GetAttribute("href")!;
        page = await page.Form("form[action*=Move]").Set("participant", one.Reference.ToString()).Set("team", target.Split('/')[^1]).SubmitAsync();
        Assert.Equal("Moved.", page.Flash);
        Assert.Contains("put by hand", page.Text(".team-card:nth-child(3)"), StringComparison.Ordinal);
        page = await page.FollowAsync(".team-card:nth-child(3) h2 a");
        page = await page.Form("form.card-form").Set("Input.Name", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form.card-form").Set("Input.Name", "The dryers").Set("Input.Challenge", story.Challenge.ToString()).Set("Input.Crew", mentor.Reference.ToString()).SubmitAsync();
        Assert.Equal("Saved.", page.Flash);
        Assert.Contains("Steady powder", page.Text(".team-card:nth-child(3)"), StringComparison.Ordinal);
        Assert.Contains("is a juror and guides The dryers", page.Text(".alert"), StringComparison.Ordinal);
        Assert.DoesNotContain("The dryers", (await app.Visitor("en").GetPageAsync(own)).Text("main"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Announce]").SubmitAsync();
        Assert.Equal("Announced; mails were written: 3.", page.Flash);
        var seen = await app.Visitor("en").GetPageAsync(own);
        Assert.Contains("The dryers Challenge: Steady powder", seen.Text("[aria-labelledby=team-title]"), StringComparison.Ordinal);
        Assert.Contains("Táboros Tamara", seen.Text("[aria-labelledby=team-title]"), StringComparison.Ordinal);
        // By the person's page, too: released, and put elsewhere.
        page = await client.GetPageAsync($"/camps/participants/{one.Reference}");
        page = await page.Form("form[action*=Release]").SubmitAsync();
        Assert.Equal("The automatic balance may move them again.", page.Flash);
        page = await page.Form("form[action*=Team]").Set("team", "").SubmitAsync();
        Assert.Equal("Moved.", page.Flash);
        // The fourth is empty and goes again.
        page = await (await client.GetPageAsync($"/camps/{story.Camp}/teams")).Form("form[action*=Make]").Set("Count", "4").SubmitAsync();
        page = await page.FollowAsync(".team-card:nth-child(4) h2 a");
        page = await page.Form("form[action*=Remove]").SubmitAsync();
        Assert.Equal("The team is removed.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/teams/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{Guid.NewGuid()}/teams")).Status);
    }

    [Fact]
    public async Task PersonalData_OfAParticipantWithAnAccount_IsToldAndForgotten()
    {
        var story = await PeopleStory.BeginAsync(app);
        var anna = await app.Given.PersonAsync("Feledhető Fruzsina", "Fruzsina@example.com");
        var wish = await story.WishAsync("fruzsina@example.com");
        await app.AskAsync((RegistrationDesk d) => d.RegisterAsync(
            wish with { Details = wish.Details with { Name = "Feledhető Fruzsina", Needs = "No nuts", NeedsConsent = true } }, new Actor(anna.Id, false, []), cancel));
        await story.RegisterAsync("p2@example.com");
        var member = CrewMember.Create(story.CampId, anna.Id, CrewRole.Mentor, "Fruzsina and daughters");
        await app.Given.RowsAsync(member);
        await app.Given.RowsAsync(CrewTime.Create(member.Id, app.Now.AddDays(28), app.Now.AddDays(28).AddHours(2)));
        var self = new Actor(anna.Id, false, []);
        var told = (await app.AskAsync((PersonalDataDesk d) => d.ExportAsync(anna.Id, self, cancel))).Value;
        var record = Assert.Single(told.Single(s => s.Name == "CampRegistrations").Records);
        Assert.Equal(("Dairy camp", "No nuts"), (record["Camp"], record["Needs"]));
        Assert.Equal("small", Assert.Single(told.Single(s => s.Name == "CampAnswers").Records)["Answer"]);
        Assert.Equal("Fruzsina and daughters", Assert.Single(told.Single(s => s.Name == "CampRoles").Records)["Organisation"]);
        Assert.Single(told.Single(s => s.Name == "CampTimes").Records);
        Assert.Empty(told.Select(s => s.Name).Except(Web.Pages.Accounts.PersonalWords.Sections.Keys));
        Assert.Empty(told.SelectMany(s => s.Records).SelectMany(r => r.Keys).Except(Web.Pages.Accounts.PersonalWords.Fields.Keys));
        var erased = await app.AskAsync((PersonalDataDesk d) => d.EraseAsync(anna.Id, self, cancel));
        Assert.True(erased.Succeeded, string.Join(", ", erased.Refusals));
        await using var db = app.OpenDb();
        var gone = await db.Participants.SingleAsync(p => p.ForgottenAt != null, cancel);
        Assert.Equal(("–", "", ParticipantState.Cancelled), (gone.Name, gone.Email, gone.State));
        Assert.Null((await db.CrewMembers.SingleAsync(cancel)).Organisation);
        Assert.False(await db.CrewTimes.AnyAsync(cancel) || await db.CampAnswers.AnyAsync(a => a.ParticipantId == gone.Id, cancel));
        Assert.Equal("p2@example.com", (await db.Participants.SingleAsync(p => p.ForgottenAt == null, cancel)).Email);
    }
}
