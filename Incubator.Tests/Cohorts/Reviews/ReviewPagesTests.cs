using System.Net;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Reviews;

public sealed class ReviewPagesTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_Unknown_IsNotFound()
    {
        using var lab = await ReviewLab.BeginAsync();
        var staff = await lab.App.SignInAsAsync(lab.Staff);
        foreach (var url in new[] { "/reviews/{0}", "/reviews/calls/{0}", "/reviews/calls/{0}/results", "/reviews/applications/{0}", "/reviews/applications/{0}/decide", "/applications/{0}/letter" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(url.Replace("{0}", Guid.NewGuid().ToString(), StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/reviews/calls/{lab.Call.Reference}/results?at={Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Review_FromConflictQuestionToSubmission_IsWrittenWithoutScripts()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        Assert.True((await lab.AssignAsync(application, reviewer)).Succeeded);
        var client = await lab.App.SignInAsAsync(reviewer, "en");
        var list = await client.GetPageAsync("/reviews");
        Assert.Equal("Zöldségszárító Kft.", Assert.Single(list.All(".review-card h2")));
        var page = await list.FollowAsync(".review-card a");
        Assert.False(page.Has(".review-form"));
        page = await page.Form("form[action*=NoConflict]").SubmitAsync();

        page = await page.Form(".review-form").Set("Input.Scores[0].Score", "5").SubmitAsync("button[formaction]");
        Assert.Equal((HttpStatusCode)422, page.Status);
        Assert.Contains("A score of 0, 1 or 5 needs a comment: say why.", page.Errors);
        Assert.Contains("Choose a score for this criterion.", page.Errors);
        Assert.True(page.Has("input[name='Input.Scores[0].Score'][value='5'][checked]"));

        page = await page.Form(".review-form").Set("Input.Scores[0].Score", "5").Set("Input.Scores[0].Comment", "Nobody else dries so gently.")
            .Set("Input.Scores[1].Score", "3").Set("Input.Summary", "Worth it.").SubmitAsync("button:not([formaction])");
        Assert.Equal("Your draft is kept; nobody else sees it.", page.Flash);
        Assert.Contains("2 of 2 criteria scored", (await client.GetPageAsync("/reviews")).Text(".review-facts"), StringComparison.Ordinal);
        page = await page.Form(".review-form").SubmitAsync("button[formaction]");
        Assert.Equal("Your review is submitted. Thank you.", page.Flash);
        Assert.Contains("Nobody else dries so gently.", (await client.GetPageAsync($"/reviews/{(await lab.ReviewOfAsync(application, reviewer)).Reference}")).Text(".scores"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_SavedFromTwoPages_KeepsWhatWasTyped()
    {
        using var lab = await ReviewLab.BeginAsync();
        var review = await lab.OpenAsync(lab.Applications[0], lab.Reviewers[0]);
        var client = await lab.App.SignInAsAsync(lab.Reviewers[0], "en");
        var (first, second) = (await client.GetPageAsync($"/reviews/{review.Reference}"), await client.GetPageAsync($"/reviews/{review.Reference}"));
        await first.Form(".review-form").Set("Input.Scores[0].Score", "2").SubmitAsync("button:not([formaction])");
        var stale = await second.Form(".review-form").Set("Input.Scores[0].Score", "4").Set("Input.Scores[0].Comment", "Typed for long").SubmitAsync("button:not([formaction])");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("saved from another page", stale.Text(".alert-warning"), StringComparison.Ordinal);
        Assert.Equal("Typed for long", stale.Form(".review-form")["Input.Scores[0].Comment"]);
        Assert.Equal("Your draft is kept; nobody else sees it.", (await stale.Form(".review-form").SubmitAsync("button:not([formaction])")).Flash);
        Assert.Equal(4, (await lab.ReviewOfAsync(lab.Applications[0], lab.Reviewers[0])).Scores.Single(s => s.Score is not null).Score);
    }

    [Fact]
    public async Task Conflict_Declared_TheApplicationDisappearsAndStaffAreOfferedSomeoneElse()
    {
        using var lab = await ReviewLab.BeginAsync(wanted: 1);
        await lab.NameAsync(lab.Reviewers[1]);
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Reviewers[0])).Succeeded);
        var client = await lab.App.SignInAsAsync(lab.Reviewers[0], "en");
        var page = await (await client.GetPageAsync("/reviews")).FollowAsync(".review-card a");
        var url = page.Url;
        page = await page.Form("form[action*=Conflict]:not([action*=No])").SubmitAsync();
        Assert.Equal((HttpStatusCode)422, page.Status);
        page = await page.Form("form[action*=Conflict]:not([action*=No])").Set("Conflict.Kind", nameof(ConflictKind.Employment)).Set("Conflict.Note", "I sold them a dryer.").SubmitAsync();
        Assert.Contains("You no longer have this application", page.Flash!, StringComparison.Ordinal);
        Assert.False(page.Has(".review-card"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url)).StatusCode);

        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        page = await staff.GetPageAsync($"/reviews/calls/{lab.Call.Reference}");
        Assert.Contains("I sold them a dryer.", page.Text(".assign"), StringComparison.Ordinal);
        Assert.Equal("In place of who is recused", page.Text(".assign-form label"));
        page = await page.Form(".assign-form").SubmitAsync();
        Assert.Equal("The application is assigned; the reviewer is told by mail.", page.Flash);
        Assert.Equal(ReviewState.Asked, (await lab.ReviewOfAsync(lab.Applications[0], lab.Reviewers[1])).State);
    }

    [Fact]
    public async Task Reviewing_StaffNameAssignAndSetTheRound_InOnePlace()
    {
        using var lab = await ReviewLab.BeginAsync(wanted: 2);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await (await staff.GetPageAsync("/reviews")).FollowAsync(".review-calls a");
        page = await page.Form("form[action*=AssignAll]").SubmitAsync();
        Assert.Contains("Nobody reviews this call yet. Name reviewers first.", page.Errors);
        foreach (var reviewer in lab.Reviewers) page = await page.Form(".name-form").Set("person", $"{reviewer.Id}").SubmitAsync();
        page = await page.Form($".reviewer-list input[value='{lab.Reviewers[0].Id}']").Set("organisation", "Zöldségszárító Kft.").SubmitAsync();
        page = await page.Form("#Input_DueOn").Set("Input.DueOn", "2026-11-20").SubmitAsync();
        Assert.Equal("The round is set.", page.Flash);
        page = await page.Form("form[action*=AssignAll]").SubmitAsync();
        Assert.Equal("Reviews assigned: 4. Every application has as many reviewers as it needs.", page.Flash);
        Assert.DoesNotContain("Arany Dóra", page.All(".assign").Single(a => a.Contains("Zöldségszárító", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("due on Friday 20 November 2026, in 11 days", (await (await lab.App.SignInAsAsync(lab.Reviewers[1], "en")).GetPageAsync("/reviews")).Text(".review-facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blind_UntilSubmitted_NeitherStaffNorOthersReadAScore()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, author) = (lab.Applications[0], lab.Reviewers[0]);
        var review = await lab.OpenAsync(application, author);
        var wish = lab.Write(review, false, 4, 4);
        wish = wish with { Scores = [wish.Scores[0] with { Comment = "SECRET-COMMENT" }, wish.Scores[1]], Summary = "SECRET-SUMMARY" };
        Assert.True((await lab.App.AskAsync((ReviewDesk desk) => desk.SaveAsync(wish, ReviewLab.As(author), cancel))).Succeeded);
        var other = await lab.OpenAsync(application, lab.Reviewers[1]);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        foreach (var url in new[] { $"/reviews/applications/{application.Reference}", $"/reviews/calls/{lab.Call.Reference}", $"/reviews/calls/{lab.Call.Reference}/results", $"/reviews/applications/{application.Reference}/decide" })
            Assert.DoesNotContain("SECRET", (await staff.GetPageAsync(url)).Html, StringComparison.Ordinal);
        var colleague = await lab.App.SignInAsAsync(lab.Reviewers[1], "en");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/reviews/{review.Reference}")).StatusCode);

        wish = wish with { Submits = true, SeenVersion = (await lab.ReviewOfAsync(application, author)).Version };
        Assert.True((await lab.App.AskAsync((ReviewDesk desk) => desk.SaveAsync(wish, ReviewLab.As(author), cancel))).Succeeded);
        Assert.Contains("SECRET-COMMENT", (await staff.GetPageAsync($"/reviews/applications/{application.Reference}")).Html, StringComparison.Ordinal);
        // The other reviewer learns neither the score nor who else reviews.
        var theirs = (await colleague.GetPageAsync($"/reviews/{other.Reference}")).Html;
        Assert.DoesNotContain("SECRET", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain(author.FullName, theirs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Others_AfterTheDecision_AreReadOnlyWhereStaffChoseSo(bool shares)
    {
        using var lab = await ReviewLab.BeginAsync();
        await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[0], 5, 4);
        var own = await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[1], 3, 3);
        await lab.App.AskAsync((AssignmentDesk desk) => desk.SetRoundAsync(new SetReviewRound { Call = lab.Call.Reference, SharesAfterDecision = shares }, lab.StaffActor, cancel));
        var client = await lab.App.SignInAsAsync(lab.Reviewers[1], "en");
        Assert.DoesNotContain("Mert így látom.", (await client.GetPageAsync($"/reviews/{own.Reference}")).Html, StringComparison.Ordinal);
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject)).Succeeded);
        var after = await client.GetPageAsync($"/reviews/{own.Reference}");
        Assert.Equal(shares, after.Html.Contains("Mert így látom.", StringComparison.Ordinal));
        Assert.DoesNotContain(lab.Reviewers[0].FullName, after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaffWhoReview_SeeOthersScoresOnlyAfterTheirOwn()
    {
        using var lab = await ReviewLab.BeginAsync();
        var application = lab.Applications[0];
        await lab.ReviewedAsync(application, lab.Reviewers[0], 5, 4);
        await lab.OpenAsync(application, lab.Staff);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        Assert.DoesNotContain("Mert így látom.", (await staff.GetPageAsync($"/reviews/applications/{application.Reference}")).Html, StringComparison.Ordinal);
        Assert.False((await staff.GetPageAsync($"/reviews/calls/{lab.Call.Reference}/results")).Has(".ranking"));
        Assert.Equal($"/reviews/calls/{lab.Call.Reference}/results", (await staff.GetPageAsync($"/reviews/calls/{lab.Call.Reference}/results?handler=File")).Url);
        Assert.Equal($"/reviews/applications/{application.Reference}", (await staff.GetPageAsync($"/reviews/applications/{application.Reference}/decide")).Url);
        var own = await lab.ReviewOfAsync(application, lab.Staff);
        Assert.True((await lab.SaveAsync(own, lab.Staff, true, 3, 3)).Succeeded);
        Assert.Contains("Mert így látom.", (await staff.GetPageAsync($"/reviews/applications/{application.Reference}")).Html, StringComparison.Ordinal);
        Assert.True((await staff.GetPageAsync($"/reviews/calls/{lab.Call.Reference}/results")).Has(".ranking"));
    }

    [Fact]
    public async Task Results_TieAndWideSpread_AreExplainedAndExported()
    {
        using var lab = await ReviewLab.BeginAsync(wanted: 2);
        // Both (2·4 + 1·1)/3 = 3 and (2·3 + 1·3)/3 = 3: the weightier criterion decides for the second.
        await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[0], 3, 3);
        await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[1], 3, 3);
        await lab.ReviewedAsync(lab.Applications[1], lab.Reviewers[0], 5, 5);
        await lab.ReviewedAsync(lab.Applications[1], lab.Reviewers[1], 2, 0);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await staff.GetPageAsync($"/reviews/calls/{lab.Call.Reference}/results");
        // Second: (5 + 4/3)/2 = 3.17 before 3.00, spread 3.67.
        Assert.Equal(["Mézeskalács Kft.", "Zöldségszárító Kft."], page.All(".ranking tbody th a"));
        Assert.Contains("3.17", page.Text(".ranking tbody tr"), StringComparison.Ordinal);
        Assert.Contains("far apart", page.Text(".ranking tbody tr"), StringComparison.Ordinal);
        var file = await staff.GetAsync($"/reviews/calls/{lab.Call.Reference}/results?handler=File");
        var csv = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(cancel));
        Assert.Contains("1,JE-2026-0002,Mézeskalács Kft.,3.17,3.17,3.67,yes,2,2,0,yes,mean,3.5,2.5", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_EqualMeans_SayWhichCriterionDecided()
    {
        using var lab = await ReviewLab.BeginAsync(wanted: 1);
        await lab.ReviewedAsync(lab.Applications[0], lab.Reviewers[0], 2, 4);
        await lab.ReviewedAsync(lab.Applications[1], lab.Reviewers[0], 3, 2);
        var page = await (await lab.App.SignInAsAsync(lab.Staff, "en")).GetPageAsync($"/reviews/calls/{lab.Call.Reference}/results");
        Assert.Equal("Before JE-2026-0001 because of the criterion “Novelty”; the means are equal.", page.Text(".tie"));
    }

    [Fact]
    public async Task Export_NameLikeAFormula_RunsNone()
    {
        using var lab = await ReviewLab.BeginAsync();
        await using (var db = lab.App.OpenDb())
            await db.Applications.Where(a => a.Id == lab.Applications[0].Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CompanyName, "=HYPERLINK(\"http://x\")"), cancel);
        var csv = Encoding.UTF8.GetString(RankingExport.Write(await lab.RankAsync()));
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_PreviewedThenSent_WritesTheLetterInTheApplicantsLanguage()
    {
        using var lab = await ReviewLab.BeginAsync(language: "hu");
        var application = lab.Applications[0];
        await lab.ReviewedAsync(application, lab.Reviewers[0], 5, 4);
        await lab.ReviewedAsync(application, lab.Reviewers[1], 4, 4);
        await lab.App.Given.RowsAsync(Company.Create(new CompanyFacts { Name = "Zöldségszárító Bt.", Settlement = "Hajdúböszörmény" }));
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await staff.GetPageAsync($"/reviews/applications/{application.Reference}/decide");
        page = await page.Form(".card-form").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form(".card-form").Set("Input.Kind", nameof(DecisionKind.Admit)).Set("Input.PublicReason", "Kiváló terv.").SubmitAsync();
        // The letter speaks Hungarian on an English page.
        Assert.Equal("hu", page.One(".letter").GetAttribute("lang"));
        Assert.Contains("4,50 Újdonság: 5. fokozat", page.Text(".letter"), StringComparison.Ordinal);
        page = await page.Form("form:has(button[formaction])").SubmitAsync("button[formaction]");
        Assert.Contains("The register holds a company that looks like this applicant. Say whether it is that one or a new one.", page.Errors);
        page = await page.Form(".card-form").Set("Input.CompanyId", "new").SubmitAsync();
        page = await page.Form("form:has(button[formaction])").SubmitAsync("button[formaction]");
        Assert.Equal("The company is admitted; its letter and its invitation are on their way.", page.Flash);
        Assert.Contains("Admitted", page.Text(".decision > h2"), StringComparison.Ordinal);

        var letter = await lab.App.Visitor("en").GetPageAsync(await lab.LetterAsync(application));
        Assert.Contains("Örömmel értesítjük", letter.Text(".letter"), StringComparison.Ordinal);
        Assert.Contains("Kiváló terv.", letter.Text(".letter"), StringComparison.Ordinal);
        Assert.DoesNotContain(lab.Reviewers[0].FullName, letter.Html, StringComparison.Ordinal);
        var frozen = await page.FollowAsync(".decision a[href*='results?at=']");
        Assert.Contains("4.50", frozen.Text(".ranking tbody tr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_OnReserve_MovesUpLaterByAnActOfItsOwn()
    {
        using var lab = await ReviewLab.BeginAsync(language: "en");
        var application = lab.Applications[0];
        await lab.ReviewedAsync(application, lab.Reviewers[0], 4, 4);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await staff.GetPageAsync($"/reviews/applications/{application.Reference}/decide");
        page = await page.Form(".card-form").Set("Input.Kind", nameof(DecisionKind.Reserve)).Set("Input.PublicReason", "A good plan, but no seat.").SubmitAsync();
        page = await page.Form("form:has(button[formaction])").SubmitAsync("button[formaction]");
        Assert.Equal("On the reserve list, place 1", page.Text(".decision > h2"));
        Assert.Contains("in place 1", (await lab.App.Visitor("hu").GetPageAsync(await lab.LetterAsync(application))).Text(".letter"), StringComparison.Ordinal);
        page = await page.FollowAsync("a[href$='decide?kind=Admit']");
        page = await page.Form(".card-form").Set("Input.PublicReason", "A place became free.").SubmitAsync();
        page = await page.Form("form:has(button[formaction])").SubmitAsync("button[formaction]");
        Assert.Equal(["Admitted", "On the reserve list, place 1 corrected later"], page.All(".decision > h2"));
    }

    [Fact]
    public async Task Decide_ForACohort_TellsItsSeats()
    {
        var app = IncubatorApp.Start();
        var cohort = await DecisionDeskTests.CohortAsync(app, capacity: 5);
        using var lab = await ReviewLab.BeginAsync(app, cohort: cohort.Id);
        var company = await app.Given.CompanyAsync("Régi Tag Kft.");
        await lab.App.Given.RowsAsync(CohortMember.Create(cohort.Id, company.Id, cohort.Starts));
        await using (var db = app.OpenDb())
            await db.Applications.Where(a => a.Id == lab.Applications[0].Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.CompanyId, company.Id), cancel);
        var page = await (await app.SignInAsAsync(lab.Staff, "en")).GetPageAsync($"/reviews/applications/{lab.Applications[0].Reference}/decide");
        Assert.Contains("the cohort has 1 of 5 seats taken", page.Text("#Input_Kind"), StringComparison.Ordinal);
        // Staff have said whose application it is.
        Assert.Contains("Admitted as Régi Tag Kft. of the register.", page.All(".card-form p"));
    }

    [Fact]
    public async Task Application_GivenBackAndTakenOff_TellsItsHistory()
    {
        using var lab = await ReviewLab.BeginAsync();
        var application = lab.Applications[0];
        await lab.ReviewedAsync(application, lab.Reviewers[0], 4, 4);
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await staff.GetPageAsync($"/reviews/applications/{application.Reference}");
        page = await page.Form("form[action*=Reopen]").Force("reason", "").SubmitAsync();
        Assert.Contains("Please fill this in.", page.Errors);
        page = await page.Form("form[action*=Reopen]").Set("reason", "Scores in the wrong row").SubmitAsync();
        Assert.Equal("The review is given back; it counts again once it is submitted.", page.Flash);
        page = await page.Form("form[action*=TakeOff]").Set("reason", "Ill").SubmitAsync();
        Assert.Equal("The review is taken off.", page.Flash);
        Assert.Contains("Scores in the wrong row", page.Text(".history"), StringComparison.Ordinal);
        Assert.Contains("Reviewer: Arany Dóra", page.Text(".history"), StringComparison.Ordinal);
        // Another application's review is not reached from here.
        var foreign = await lab.OpenAsync(lab.Applications[1], lab.Reviewers[0]);
        var refused = await staff.PostAsync($"/reviews/applications/{application.Reference}?handler=TakeOff",
            ("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), ("review", foreign.Reference.ToString()), ("reason", "x"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task File_OfAnApplication_IsForItsReviewerOnly()
    {
        using var lab = await ReviewLab.BeginAsync();
        var application = lab.Applications[0];
        var file = Core.Documents.Attachment.Create(nameof(Application), application.Id, Core.Documents.AttachmentKind.Document, "terv.pdf", "application/pdf", "%PDF-1.4"u8.ToArray(), lab.App.Now);
        await lab.App.Given.RowsAsync(file);
        Assert.True((await lab.AssignAsync(application, lab.Reviewers[0])).Succeeded);
        var review = await lab.ReviewOfAsync(application, lab.Reviewers[0]);
        var client = await lab.App.SignInAsAsync(lab.Reviewers[0]);
        var url = $"/reviews/{review.Reference}/files/{file.Reference}";
        // Not before the question about conflicts is answered.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url)).StatusCode);
        await lab.App.AskAsync((ReviewDesk desk) => desk.DeclareNoConflictAsync(review.Reference, ReviewLab.As(lab.Reviewers[0]), cancel));
        var answer = await client.GetAsync(url);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await (await lab.App.SignInAsAsync(lab.Reviewers[1])).GetAsync(url)).StatusCode);
        var elsewhere = await lab.OpenAsync(lab.Applications[1], lab.Reviewers[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/reviews/{elsewhere.Reference}/files/{file.Reference}")).StatusCode);
    }
}
