using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Reviews;

/// <summary>Who is given what, and what reviewers may do with it.</summary>
public class ReviewDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task AssignAll_ThreeReviewersOneOfTheApplicantsHouse_IsEvenAndTellsThem()
    {
        using var lab = await ReviewLab.BeginAsync(applications: 3, reviewers: 4, wanted: 2);
        // The second works for the applicant under another spelling; the third belongs to a company with the applicant's tax number.
        await lab.NameAsync(lab.Reviewers[0]);
        await lab.NameAsync(lab.Reviewers[1], "ZÖLDSÉGSZÁRÍTÓ KFT");
        await lab.NameAsync(lab.Reviewers[2]);
        await lab.App.Given.RowsAsync(Company.Create(new CompanyFacts { Name = "Egészen Más Néven Bt.", TaxNumber = lab.Applications[1].TaxCore }));
        await using (var db = lab.App.OpenDb())
        {
            var company = await db.Companies.SingleAsync(cancel);
            await lab.App.Given.RowsAsync(CompanyMember.Create(company.Id, lab.Reviewers[2].Id, MemberRole.Member));
        }

        var assigned = await lab.App.AskAsync((AssignmentDesk desk) => desk.AssignAllAsync(lab.Call.Reference, lab.StaffActor, cancel));

        Assert.Equal(6, assigned.Value.Made);
        Assert.Empty(assigned.Value.Shortages);
        await using var after = lab.App.OpenDb();
        var pairs = await after.Reviews.Select(r => new { r.ApplicationId, r.ReviewerId }).ToListAsync(cancel);
        Assert.DoesNotContain(pairs, p => p.ApplicationId == lab.Applications[0].Id && p.ReviewerId == lab.Reviewers[1].Id);
        Assert.DoesNotContain(pairs, p => p.ApplicationId == lab.Applications[1].Id && p.ReviewerId == lab.Reviewers[2].Id);
        Assert.All(pairs.GroupBy(p => p.ReviewerId), g => Assert.Equal(2, g.Count()));
        // The fourth was not named for the call.
        Assert.DoesNotContain(pairs, p => p.ReviewerId == lab.Reviewers[3].Id);
        var notices = await after.Notices.Where(n => n.Kind == "ReviewAssigned").ToListAsync(cancel);
        Assert.Equal(6, notices.Count);
        Assert.All(notices.Where(n => n.Recipient == lab.Reviewers[1].Email), n => Assert.Contains("Spring cohort 2027", n.Facts, StringComparison.Ordinal));
        // Once more there is nothing left to do.
        Assert.Equal(0, (await lab.App.AskAsync((AssignmentDesk desk) => desk.AssignAllAsync(lab.Call.Reference, lab.StaffActor, cancel))).Value.Made);
    }

    [Fact]
    public async Task Assign_WhoMayNot_IsRefused()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        Assert.True((await lab.AssignAsync(application, await lab.App.Given.PersonAsync("Idegen Ida"))).Was("NotAReviewer"));
        await lab.NameAsync(lab.Reviewers[1], "Zöldségszárító Korlátolt Felelősségű Társaság");
        Assert.True((await lab.AssignAsync(application, lab.Reviewers[1])).Was("ReviewerOfApplicant"));
        Assert.True((await lab.AssignAsync(application, reviewer)).Succeeded);
        Assert.True((await lab.AssignAsync(application, reviewer)).Was("ReviewAskedAlready"));
        var review = await lab.ReviewOfAsync(application, reviewer);
        Assert.True((await RecuseAsync(lab, review, reviewer)).Succeeded);
        Assert.True((await lab.AssignAsync(application, reviewer)).Was("ReviewerConflicted"));
        var foreigner = new Actor(reviewer.Id, false, []);
        Assert.True((await lab.App.AskAsync((AssignmentDesk desk) => desk.AssignAsync(
            new AssignReview { Application = application.Reference, PersonId = lab.Reviewers[2].Id }, foreigner, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Assign_CallStillOpen_IsRefused()
    {
        using var lab = await ReviewLab.BeginAsync(closed: false);
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Reviewers[0])).Was("ReviewsBeforeClosing"));
        Assert.True((await lab.App.AskAsync((AssignmentDesk desk) => desk.AssignAllAsync(lab.Call.Reference, lab.StaffActor, cancel))).Was("ReviewsBeforeClosing"));
    }

    [Fact]
    public async Task Recuse_AfterScoring_ForgetsTheScoresAndIsGoneForTheReviewer()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        var review = await lab.OpenAsync(application, reviewer);
        Assert.True((await lab.SaveAsync(review, reviewer, false, 3, null)).Succeeded);
        Assert.True((await RecuseAsync(lab, review, reviewer)).Succeeded);
        var after = await lab.ReviewOfAsync(application, reviewer);
        Assert.Equal((ReviewState.Recused, ConflictKind.Financial), (after.State, after.Conflict));
        Assert.Empty(after.Scores);
        Assert.True((await lab.SaveAsync(after, reviewer, false, 4, 4)).Was("NotFound"));
        Assert.Equal(1, (await lab.RankAsync()).LineOf(application.Id)!.Standing.Recusals);
        // The place is free: the next plan does not give it back to the same person.
        await lab.NameAsync(lab.Reviewers[1]);
        await lab.App.AskAsync((AssignmentDesk desk) => desk.AssignAllAsync(lab.Call.Reference, lab.StaffActor, cancel));
        Assert.Equal(ReviewState.Recused, (await lab.ReviewOfAsync(application, reviewer)).State);
        Assert.Equal(ReviewState.Asked, (await lab.ReviewOfAsync(application, lab.Reviewers[1])).State);
    }

    [Fact]
    public async Task Submit_Incomplete_SaysWhatIsMissingAndKeepsNothing()
    {
        using var lab = await ReviewLab.BeginAsync();
        var reviewer = lab.Reviewers[0];
        var review = await lab.OpenAsync(lab.Applications[0], reviewer);
        var wish = lab.Write(review, true, 5, null);
        wish = wish with { Scores = [wish.Scores[0] with { Comment = " " }, wish.Scores[1]] };
        var refused = await lab.App.AskAsync((ReviewDesk desk) => desk.SaveAsync(wish, ReviewLab.As(reviewer), cancel));
        Assert.Equal([("CommentMissing", "Scores[0].Comment"), ("ScoreMissing", "Scores[1].Score")], refused.Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Empty((await lab.ReviewOfAsync(lab.Applications[0], reviewer)).Scores);
        // As a draft the same is welcome.
        Assert.True((await lab.App.AskAsync((ReviewDesk desk) => desk.SaveAsync(wish with { Submits = false }, ReviewLab.As(reviewer), cancel))).Succeeded);
        Assert.Equal(5, Assert.Single((await lab.ReviewOfAsync(lab.Applications[0], reviewer)).Scores, s => s.Score is not null).Score);
    }

    [Fact]
    public async Task Save_SeenVersionOld_IsChangedMeanwhile()
    {
        using var lab = await ReviewLab.BeginAsync();
        var reviewer = lab.Reviewers[0];
        var review = await lab.OpenAsync(lab.Applications[0], reviewer);
        Assert.True((await lab.SaveAsync(review, reviewer, false, 3, 3)).Succeeded);
        Assert.True((await lab.SaveAsync(review, reviewer, false, 4, 4)).Was("ChangedMeanwhile"));
        Assert.All((await lab.ReviewOfAsync(lab.Applications[0], reviewer)).Scores, s => Assert.Equal(3, s.Score));
    }

    [Fact]
    public async Task Save_SomeoneElses_IsNotFound()
    {
        using var lab = await ReviewLab.BeginAsync();
        var review = await lab.OpenAsync(lab.Applications[0], lab.Reviewers[0]);
        Assert.True((await lab.SaveAsync(review, lab.Reviewers[1], false, 3, 3)).Was("NotFound"));
        Assert.True((await lab.App.AskAsync((ReviewDesk desk) => desk.SaveAsync(lab.Write(review, false, 3, 3), lab.StaffActor, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Rank_BeforeSubmission_KnowsNoScore()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        var review = await lab.OpenAsync(application, reviewer);
        Assert.True((await lab.SaveAsync(review, reviewer, false, 4, 3)).Succeeded);
        var line = (await lab.RankAsync()).LineOf(application.Id)!.Standing;
        Assert.Equal((1, 0, null), (line.Asked, line.Completed, line.RawMean));
        Assert.True((await lab.SaveAsync(await lab.ReviewOfAsync(application, reviewer), reviewer, true, 4, 3)).Succeeded);
        // (2·4 + 1·3) / 3
        Assert.Equal(3.67m, (await lab.RankAsync()).LineOf(application.Id)!.Standing.RawMean);
    }

    [Fact]
    public async Task Reopen_ByStaff_TakesItOutOfTheCountUntilSubmittedAgain()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        var review = await lab.ReviewedAsync(application, reviewer, 4, 3);
        Assert.True((await lab.SaveAsync(review, reviewer, false, 2, 2)).Was("ReviewNotOpen"));
        Assert.True((await ReopenAsync(lab, review, null)).Was("Missing"));
        Assert.True((await ReopenAsync(lab, review, "Rossz sorba írta.")).Succeeded);
        Assert.Equal(0, (await lab.RankAsync()).LineOf(application.Id)!.Standing.Completed);
        Assert.True((await ReopenAsync(lab, review, "Még egyszer.")).Was("ReviewNotSubmitted"));
        Assert.True((await lab.SaveAsync(await lab.ReviewOfAsync(application, reviewer), reviewer, true, 3, 3)).Succeeded);
        Assert.Equal(3m, (await lab.RankAsync()).LineOf(application.Id)!.Standing.RawMean);
        await using var db = lab.App.OpenDb();
        Assert.Equal("Rossz sorba írta.", (await db.History.SingleAsync(h => h.Subject == nameof(Review) && h.Act == "Reopened", cancel)).Reason);
        // What a review says is in no history.
        Assert.Equal(0, await db.History.CountAsync(h => h.Subject == nameof(Review) && h.Changes!.Contains("Score"), cancel));
    }

    [Fact]
    public async Task TakeOff_Submitted_CountsNoMoreAndCanBeAskedAgain()
    {
        using var lab = await ReviewLab.BeginAsync();
        var (application, reviewer) = (lab.Applications[0], lab.Reviewers[0]);
        var review = await lab.ReviewedAsync(application, reviewer, 4, 3);
        Assert.True((await lab.App.AskAsync((AssignmentDesk desk) => desk.TakeOffAsync(review.Reference, "Beteg", lab.StaffActor, cancel))).Succeeded);
        Assert.Equal((0, 0), ((await lab.RankAsync()).Lines[0].Standing.Asked, (await lab.RankAsync()).Lines[0].Standing.Completed));
        Assert.True((await lab.AssignAsync(application, reviewer)).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == "ReviewAssigned" && n.Recipient == reviewer.Email, cancel));
        Assert.Equal(1, await db.Notices.CountAsync(n => n.WithdrawnAt != null, cancel));
    }

    [Fact]
    public async Task Round_DueDay_GoesIntoTheRequest()
    {
        using var lab = await ReviewLab.BeginAsync();
        Assert.True((await lab.App.AskAsync((AssignmentDesk desk) => desk.SetRoundAsync(
            new SetReviewRound { Call = lab.Call.Reference, DueOn = new DateOnly(2026, 11, 20) }, lab.StaffActor, cancel))).Succeeded);
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Reviewers[0])).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Contains("2026-11-20", (await db.Notices.SingleAsync(n => n.Kind == "ReviewAssignedUntil", cancel)).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DropReviewer_WithOpenReviews_IsRefused()
    {
        using var lab = await ReviewLab.BeginAsync();
        await lab.OpenAsync(lab.Applications[0], lab.Reviewers[0]);
        Assert.True((await DropAsync(lab, lab.Reviewers[0].Id)).Was("ReviewerStillBusy"));
        await lab.NameAsync(lab.Reviewers[1]);
        Assert.True((await DropAsync(lab, lab.Reviewers[1].Id)).Succeeded);
    }

    private Task<Core.Common.Result<Core.Common.Done>> DropAsync(ReviewLab lab, long person) =>
        lab.App.AskAsync((AssignmentDesk desk) => desk.DropReviewerAsync(lab.Call.Reference, person, lab.StaffActor, cancel));

    private Task<Core.Common.Result<Core.Common.Done>> RecuseAsync(ReviewLab lab, Review review, Person reviewer) => lab.App.AskAsync((ReviewDesk desk) =>
        desk.RecuseAsync(new RecuseReview { Review = review.Reference, Kind = ConflictKind.Financial, Note = "Részvényes vagyok." }, ReviewLab.As(reviewer), cancel));

    private Task<Core.Common.Result<Core.Common.Done>> ReopenAsync(ReviewLab lab, Review review, string? reason) =>
        lab.App.AskAsync((AssignmentDesk desk) => desk.ReopenAsync(review.Reference, reason, lab.StaffActor, cancel));
}
