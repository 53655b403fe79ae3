using System.Net;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Onboarding;

public class OnboardingPagesTests
{
    private const string Mine = "/my-company/onboarding";
    private static string Reserve => "/booking/reserve?resource=SD-1&start=2026-11-10T09:00%2B01:00&end=2026-11-10T12:00%2B01:00";

    [Fact]
    public async Task Onboarding_FromTheRefusalToTheBooking_IsDoneByEachWhoMust()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.EnterAsync(StepKind.FoodRegistration);
        await story.EnterAsync(StepKind.HygieneCertificate, story.Booking.Anna.Id);
        var anna = await story.AsAsync(story.Booking.Anna);
        var refused = await BookAsync(anna);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Errors, e => e.StartsWith("Liability insurance is missing.", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, e => e.StartsWith("Induction is missing.", StringComparison.Ordinal));
        var steps = await refused.FollowAsync(".to-the-steps a");
        Assert.Contains("2 of 5 steps are done.", steps.Text(".progress-line"), StringComparison.Ordinal);

        // The manager signs and hands in; the staff decide and confirm.
        var chief = await story.AsAsync(story.Chief);
        var page = await (await chief.GetPageAsync(story.MyStep(StepKind.Agreement))).Form("form[action*=Accept]").Set("Accept.Name", "Főnök Ferenc").SubmitAsync();
        Assert.Equal("Accepted. The text is kept as you saw it.", page.Flash);
        page = await (await chief.GetPageAsync(story.MyStep(StepKind.Insurance))).Form("form[action*=HandIn]")
            .Set("Input.Number", "K-77").Set("Input.ValidUntil", "2027-03-01").Attach("Input.File", "kötvény.pdf", OnboardingStory.Pdf).SubmitAsync();
        Assert.Equal("Handed in; the staff look at it.", page.Flash);
        Assert.Contains((await BookAsync(anna)).Errors, e => e == "Liability insurance waits for the staff to accept it.");

        var staff = await story.AsAsync(story.Booking.Staff);
        Assert.Contains("1 Evidence to decide", (await staff.GetPageAsync("/")).All(".today li"));
        page = await (await staff.GetPageAsync("/onboarding")).FollowAsync("section:has(#waiting) .rows a");
        page = await page.Form("form[action*=Accept]").SubmitAsync();
        Assert.Equal("Accepted; it counts from now on.", page.Flash);
        page = await (await staff.GetPageAsync(story.Decide(StepKind.Induction, story.Booking.Anna))).Form("form[action*=Enter]").SubmitAsync();
        Assert.Equal("Entered; it counts from now on.", page.Flash);
        Assert.Equal(HttpStatusCode.OK, (await BookAsync(anna)).Status);
    }

    [Fact]
    public async Task Reserve_ValidUntilTheDayBefore_SaysBothDays()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync(StepKind.Insurance);
        await story.EnterAsync(StepKind.Insurance, until: new DateOnly(2026, 11, 9));
        var refused = await BookAsync(await story.AsAsync(story.Booking.Anna));
        Assert.Contains("Liability insurance counts until Monday 9 November 2026, and the booking is on Tuesday 10 November 2026.", refused.Errors);
        var hungarian = await BookAsync(await story.AsAsync(story.Booking.Anna, "hu"));
        Assert.Contains("Felelősségbiztosítás: eddig érvényes: 2026. november 9., hétfő; a foglalás napja: 2026. november 10., kedd.", hungarian.Errors);
    }

    [Fact]
    public async Task Reserve_NoFoodRegistration_IsBookedForResearchAndMarked()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync(StepKind.FoodRegistration);
        var anna = await story.AsAsync(story.Booking.Anna);
        var refused = await BookAsync(anna);
        Assert.Contains(refused.Errors, e => e.Contains("Choose “research only”", StringComparison.Ordinal));
        Assert.True(refused.Has(".field-wrong #Input_LotUse"));
        // The search offers what it would accept, and the link carries it.
        var offer = (await anna.GetPageAsync("/booking/free-times?resource=SD-1&from=2026-11-10&until=2026-11-10")).One(".found-day a").GetAttribute("href")!;
        Assert.EndsWith("&use=research", offer, StringComparison.Ordinal);
        var booked = await (await anna.GetPageAsync(offer)).Form("form.card-form").Set("Input.Purpose", "Recipe trial").SubmitAsync();
        Assert.Equal("not for sale", booked.Text("h1 .badge"));
        Assert.Contains("research only: nothing of it is sold", booked.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("not for sale", (await anna.GetPageAsync("/booking/mine")).Text("tbody"), StringComparison.Ordinal);
        // Selling it later is another matter.
        var move = await (await anna.GetPageAsync(booked.Url + "/move")).Form("form.card-form").Set("Input.LotUse", "ForSale").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, move.Status);
        Assert.True(move.Has(".to-the-steps"));
    }

    [Fact]
    public async Task FoodRegistration_DeclaredNotForSale_IsDone()
    {
        using var story = await OnboardingStory.BeginAsync();
        var chief = await story.AsAsync(story.Chief);
        var page = await (await chief.GetPageAsync(story.MyStep(StepKind.FoodRegistration))).Form(".not-for-sale").SubmitAsync();
        Assert.StartsWith("Declared:", page.Flash, StringComparison.Ordinal);
        Assert.Contains("research only", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyStep_Incomplete_KeepsWhatWasTypedAndSaysWhatIsMissing()
    {
        using var story = await OnboardingStory.BeginAsync();
        var chief = await story.AsAsync(story.Chief);
        var page = await (await chief.GetPageAsync(story.MyStep(StepKind.Insurance))).Form("form[action*=HandIn]")
            .Set("Input.Number", "K-77").Set("Input.ValidUntil", "2026-11-08").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Choose the file.", "This day has passed already."], page.Errors.Order());
        Assert.Equal("K-77", page.Form("form[action*=HandIn]")["Input.Number"]);
        page = await page.Form("form[action*=HandIn]").Set("Input.ValidUntil", "soon").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Mine_Member_SeesOwnStepsButHandsInNothingForTheCompany()
    {
        using var story = await OnboardingStory.BeginAsync();
        var anna = await story.AsAsync(story.Booking.Anna);
        var page = await anna.GetPageAsync(Mine);
        Assert.DoesNotContain("Főnök Ferenc", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Hygiene certificate – you", page.All(".step h3"));
        page = await anna.GetPageAsync(story.MyStep(StepKind.Insurance));
        Assert.False(page.Has("form[action*=HandIn]"));
        Assert.Contains("A manager of your company does this.", page.Text("main"), StringComparison.Ordinal);
        page = await (await anna.GetPageAsync(story.MyStep(StepKind.HygieneCertificate, story.Booking.Anna))).Form("form[action*=HandIn]")
            .Set("Input.ValidUntil", "2027-05-01").Attach("Input.File", "kiskönyv.pdf", OnboardingStory.Pdf).SubmitAsync();
        Assert.Equal("Handed in; the staff look at it.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetPageAsync(story.MyStep(StepKind.HygieneCertificate, story.Chief))).Status);
        Assert.Contains("missing steps of the onboarding: 4", (await anna.GetPageAsync("/")).Text(".steps-open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_FilesAndDocuments_AreForTheCompanyAndStaffOnly()
    {
        using var story = await OnboardingStory.BeginAsync();
        var chief = await story.AsAsync(story.Chief);
        await (await chief.GetPageAsync(story.MyStep(StepKind.Agreement))).Form("form[action*=Accept]").Set("Accept.Name", "Főnök Ferenc").SubmitAsync();
        var file = $"/onboarding/files/{await story.FileAsync(await story.EnterAsync(StepKind.Insurance))}";
        var own = $"/onboarding/files/{await story.FileAsync(await story.EnterAsync(StepKind.HygieneCertificate, story.Booking.Anna.Id))}";
        var chiefs = $"/onboarding/files/{await story.FileAsync(await story.EnterAsync(StepKind.HygieneCertificate, story.Chief.Id))}";
        var document = (await chief.GetPageAsync(story.MyStep(StepKind.Agreement))).One(".record-card a").GetAttribute("href")!;
        var print = $"/my-company/onboarding/{story.Step(StepKind.Agreement).Reference}/print?company={story.Company.Reference}";

        var anna = await story.AsAsync(story.Booking.Anna);
        var staff = await story.AsAsync(story.Booking.Staff);
        var rival = await story.AsAsync(story.Booking.Bela);
        foreach (var path in new[] { file, own, document })
        {
            Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(chiefs)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chief.GetAsync(own)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(print)).StatusCode);
        Assert.Equal("attachment", (await chief.GetAsync(file)).Content.Headers.ContentDisposition!.DispositionType);
        var printed = await chief.GetPageAsync(print);
        Assert.Contains("Hajdú Sajt Kft., Főnök Ferenc", printed.Text("article"), StringComparison.Ordinal);
        var kept = await anna.GetPageAsync(document);
        Assert.Contains("SHA-256", kept.Text("article"), StringComparison.Ordinal);
        Assert.Contains("Accepted by Főnök Ferenc on Monday 9 November 2026 at 08:00.", kept.Text("article"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptText_TextChangedMeanwhile_ShowsTheNewOne()
    {
        using var story = await OnboardingStory.BeginAsync();
        var chief = await story.AsAsync(story.Chief);
        var page = await chief.GetPageAsync(story.MyStep(StepKind.Agreement));
        var agreement = story.Step(StepKind.Agreement);
        await story.App.Given.RowsAsync(StepText.Publish(agreement.Id, 2, "# Új", "# New wording", null, story.App.Now, null));
        page = await page.Form("form[action*=Accept]").Set("Accept.Name", "Főnök Ferenc").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("New wording", page.Text(".text-panel"), StringComparison.Ordinal);
        page = await page.Form("form[action*=Accept]").SubmitAsync();
        Assert.Equal("Accepted. The text is kept as you saw it.", page.Flash);
    }

    [Fact]
    public async Task Decide_RefuseRevokeAndWrongState_AreTold()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync();
        var booked = await story.Booking.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        var staff = await story.AsAsync(story.Booking.Staff);
        var page = await staff.GetPageAsync(story.Decide(StepKind.Insurance));
        var stale = page.Form("form[action*=Revoke]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form("form[action*=Revoke]").SubmitAsync()).Status);
        page = await stale.Set("Decision.Reason", "Cancelled by the insurer").SubmitAsync();
        Assert.Equal("Withdrawn. Look at the reservations that hang on it.", page.Flash);
        Assert.Contains(booked.Number, page.Text(".affected"), StringComparison.Ordinal);
        Assert.Contains("Liability insurance was withdrawn: Cancelled by the insurer", page.Text(".affected"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.SubmitAsync()).Status);
        Assert.Contains("Hajdú Sajt Kft.", (await staff.GetPageAsync("/onboarding?today=true")).Text(".matrix"), StringComparison.Ordinal);
        Assert.Contains(booked.Number, (await (await story.AsAsync(story.Chief)).GetPageAsync(Mine)).Text(".affected"), StringComparison.Ordinal);

        var chief = await story.AsAsync(story.Chief);
        await (await chief.GetPageAsync(story.MyStep(StepKind.Insurance))).Form("form[action*=HandIn]")
            .Set("Input.Number", "K-78").Set("Input.ValidUntil", "2027-03-01").Attach("Input.File", "új.pdf", OnboardingStory.Pdf).SubmitAsync();
        page = await (await staff.GetPageAsync(story.Decide(StepKind.Insurance))).Form("form[action*=Refuse]").Set("Decision.Reason", "Not legible").SubmitAsync();
        Assert.Equal("Refused; the company is told the reason.", page.Flash);
        Assert.Contains("Not legible", (await chief.GetPageAsync(Mine)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_Filtered_ShowsCompaniesOfThatStateKindAndStep()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync();
        await story.App.Given.RowsAsync(Membership.Create(story.Company.Id, MembershipKind.Cohort, new(2026, 1, 1)));
        var staff = await story.AsAsync(story.Booking.Staff);
        var insurance = story.Step(StepKind.Insurance).Reference;
        Assert.Equal(2, (await staff.GetPageAsync("/onboarding")).All(".matrix tbody tr").Count);
        Assert.Equal("Hajdú Sajt Kft.", (await staff.GetPageAsync($"/onboarding?state=Accepted&step={insurance}")).Text(".matrix tbody th"));
        Assert.Equal("Rivális Pékség Zrt.", (await staff.GetPageAsync($"/onboarding?state=NotStarted&step={insurance}")).Text(".matrix tbody th"));
        Assert.Equal("Hajdú Sajt Kft.", (await staff.GetPageAsync("/onboarding?kind=Cohort")).Text(".matrix tbody th"));
        Assert.False((await staff.GetPageAsync("/onboarding?today=true")).Has(".matrix"));
    }

    [Fact]
    public async Task Steps_DefinedEditedRetired_CountFromTheirDay()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync();
        var staff = await story.AsAsync(story.Booking.Staff);
        var form = (await staff.GetPageAsync("/onboarding/steps/new")).Form("form.card-form");
        var page = await form.Set("Input.NameHu", "Tűzvédelem").Set("Input.NameEn", " ").Set("Input.ActiveFrom", "2026-11-08").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form.card-form").Set("Input.NameEn", "Fire safety").Set("Input.ActiveFrom", "2026-11-11").SubmitAsync();
        Assert.Equal("The step was saved.", page.Flash);

        var anna = await story.AsAsync(story.Booking.Anna);
        Assert.Equal(HttpStatusCode.OK, (await BookAsync(anna)).Status);
        Assert.Contains("By Wednesday 11 November 2026.", (await anna.GetPageAsync(Mine)).Text("main"), StringComparison.Ordinal);
        page = await page.FollowAsync(".step:last-child a");
        Assert.Equal("Fire safety", page.Text("h1"));
        var stale = page.Form("form.card-form");
        page = await page.Form("form.card-form").Set("Input.NameEn", "Fire").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Set("Input.NameEn", "Flood").SubmitAsync()).Status);
        page = await page.FollowAsync(".step:last-child a");
        page = await page.Form("form[action*=Retire]").SubmitAsync();
        Assert.Contains("no longer asked for", page.Text(".step:last-child"), StringComparison.Ordinal);
        page = await page.FollowAsync(".step:last-child a");
        page = await page.Form("form[action*=TakeUp]").SubmitAsync();
        Assert.Equal("The step counts again.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync("/onboarding/steps/other")).Status);
    }

    [Fact]
    public async Task Text_PreviewedAndPublished_IsTheNextVersion()
    {
        using var story = await OnboardingStory.BeginAsync();
        await (await (await story.AsAsync(story.Chief)).GetPageAsync(story.MyStep(StepKind.Agreement))).Form("form[action*=Accept]").Set("Accept.Name", "F. F.").SubmitAsync();
        var staff = await story.AsAsync(story.Booking.Staff);
        var address = $"/onboarding/steps/{story.Step(StepKind.Agreement).Reference}/text";
        var page = await (await staff.GetPageAsync(address)).Form("form.card-form").Set("Input.BodyEn", "# Agreement of {boss}").SubmitAsync("button[formaction*=Preview]");
        Assert.Contains("These placeholders are not known: {boss}.", page.Errors);
        page = await page.Form("form.card-form").Set("Input.BodyEn", "# Agreement of {company}").SubmitAsync("button[formaction*=Preview]");
        Assert.Contains("Agreement of Sample company Ltd.", page.Text(".document"), StringComparison.Ordinal);
        page = await page.Form("form.card-form").Set("Input.AsksAnewFrom", "2026-11-20").SubmitAsync("button[formaction*=Publish]");
        Assert.Equal("Version 2 is published.", page.Flash);
        await using var db = story.App.OpenDb();
        Assert.Equal(new DateOnly(2026, 11, 19), (await db.StepRecords.SingleAsync()).ValidUntil);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync($"/onboarding/steps/{story.Step(StepKind.Insurance).Reference}/text")).Status);
    }

    private static async Task<TestPage> BookAsync(TestClient client) =>
        await (await client.GetPageAsync(Reserve)).Form("form.card-form").Set("Input.Purpose", "Trial").SubmitAsync();
}
