using System.Net;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts;

public class CohortPagesTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cohort_ByStaff_IsMadeEditedAndFilled()
    {
        using var story = await CohortStory.BeginAsync();
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        var page = await (await staff.GetPageAsync("/cohorts/programmes")).Form("main form").Set("Input.NameHu", "Nyári iskola").Set("Input.NameEn", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("main form").Set("Input.NameEn", "Summer school").SubmitAsync();
        Assert.Equal("The programme was saved.", page.Flash);
        Assert.Contains(page.All("h2"), h => h.Contains("Summer school", StringComparison.Ordinal));
        await using var db = story.App.OpenDb();
        var programme = await db.Programmes.SingleAsync(p => p.NameEn == "Summer school", cancel);
        page = await (await staff.GetPageAsync($"/cohorts/programmes/{programme.Reference}")).Form("main form").Set("Input.About", "Two weeks").SubmitAsync();
        Assert.Equal("The programme was saved.", page.Flash);
        page = await (await staff.GetPageAsync($"/cohorts/edit?programme={programme.Reference}")).Form("main form")
            .Set("Input.NameHu", "Első").Set("Input.NameEn", "First").Set("Input.Starts", "2026-12-01").Set("Input.Ends", "2026-11-01").Set("Input.Capacity", "1").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("main form").Set("Input.Ends", "2026-12-20").Set("Input.ResponsibleId", $"{story.Staff.Id}").SubmitAsync();
        Assert.Equal("First", page.Text("h1"));
        var board = page.Url;
        page = await (await staff.GetPageAsync(board + "/join")).Form("main form").Set("Input.CompanyId", $"{story.Dairy.Id}").Set("Input.Reason", "By hand").SubmitAsync();
        Assert.Equal(board, page.Url);
        Assert.Contains(story.Dairy.Name, page.Text(".board"), StringComparison.Ordinal);
        page = await (await staff.GetPageAsync(board + "/join")).Form("main form").Set("Input.CompanyId", $"{story.Mill.Id}").Set("Input.Reason", "By hand").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        page = await (await staff.GetPageAsync(board.Replace("/cohorts/", "/cohorts/edit/", StringComparison.Ordinal))).Form("main form").Set("Input.Capacity", "2").SubmitAsync();
        Assert.Equal("The cohort was saved.", page.Flash);
    }

    [Fact]
    public async Task Milestone_FromTheCompanysProposalToItsEvidence()
    {
        using var story = await CohortStory.BeginAsync();
        var company = await story.App.SignInAsAsync(story.Manager, "en");
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        var page = await (await company.GetPageAsync("/my-company/cohort")).FollowAsync("a[href*='/milestones/plan']");
        page = await page.Form("main form.card-form").Set("Input.Text", "Label approved").Set("Input.Goal", "To sell in shops").Set("Input.DueOn", "2026-11-14").SubmitAsync();
        var address = page.Url;
        Assert.Equal("Label approved", page.Text("h1"));
        Assert.Contains("Label approved", (await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}")).Text(".needs"), StringComparison.Ordinal);
        page = await (await staff.GetPageAsync(address)).Form("form[action*='Agree']").SubmitAsync();
        Assert.Equal("You have agreed.", page.Flash);
        Assert.Contains("due in 5 days, not begun", page.Text(".detail-main"), StringComparison.Ordinal);
        page = await (await company.GetPageAsync(address)).Form("form[action*='Begin']").SubmitAsync();
        Assert.Contains("On track", page.Text(".light"), StringComparison.Ordinal);
        page = await page.Form("form[action*='Slip']").Set("Input.DueOn", "2026-11-20").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*='Slip']").Set("Input.DueOn", "2026-11-20").Set("Input.Reason", "The printer was ill").SubmitAsync();
        Assert.Contains("The printer was ill", page.Text(".detail-main .rules"), StringComparison.Ordinal);
        page = await (await company.GetPageAsync(address.Replace("milestones/", "milestones/plan/", StringComparison.Ordinal))).Form("main form.card-form").Set("Input.Text", "Label printed").SubmitAsync();
        Assert.Equal("Label printed", page.Text("h1"));
        page = await page.Form("form[action*='Done']").Attach("file", "label.pdf", "%PDF-1.4"u8.ToArray(), "application/pdf").SubmitAsync();
        Assert.Equal("The milestone is done.", page.Flash);
        var file = page.One(".file-link").GetAttribute("href")!;
        Assert.Equal("attachment", (await company.GetAsync(file)).Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await (await story.App.SignInAsAsync(story.Rival)).GetAsync(file)).StatusCode);
        page = await (await staff.GetPageAsync(address)).Form("form[action*='Reopen']").Set("Input.Reason", "Wrong one").SubmitAsync();
        page = await page.Form("form[action*='Drop']").Set("Input.DropReason", "Not wanted").SubmitAsync();
        Assert.Contains("Not wanted", page.Text(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_PrefilledDraftedSentAndPutRight()
    {
        using var story = await CohortStory.BeginAsync();
        Assert.True((await story.ReportAsync(new CalendarQuarter(2026, 2))).Succeeded);
        var company = await story.App.SignInAsAsync(story.Manager, "en");
        var address = $"/cohorts/members/{story.DairyMember.Reference}/updates/2026-3";
        Assert.Contains("Q3 2026", (await (await story.App.SignInAsAsync(story.Staff, "en")).GetPageAsync("/cohorts/updates")).Text("main"), StringComparison.Ordinal);
        var page = await company.GetPageAsync(address);
        Assert.Equal("2.5", page.One("#Input_JobsWomen").GetAttribute("value"));
        page = await page.Form("main form.card-form").Set("Input.JobsYoung", "99").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("main form.card-form").Set("Input.JobsYoung", "1").Set("Input.Turnover", "5000000").SubmitAsync("button[formaction*='Draft']");
        Assert.Equal("The draft is kept.", page.Flash);
        page = await page.Form("main form.card-form").SubmitAsync();
        Assert.Equal("Thank you, the update was sent.", page.Flash);
        page = await (await company.GetPageAsync(address)).Form("main form.card-form").Set("Input.Turnover", "6000000").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("main form.card-form").Set("Input.Reason", "An invoice was missing").SubmitAsync();
        Assert.Equal("The update was put right.", page.Flash);
        Assert.Contains("5,000,000 → 6,000,000", (await company.GetPageAsync(address)).Text(".history"), StringComparison.Ordinal);
        page = await company.GetPageAsync("/my-company/cohort");
        Assert.Equal(3, page.All("figure.chart svg[role=img]").Count);
        Assert.Contains("6,000,000", page.All("figure.chart table")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MentorsHour_OfferedBookedMovedHeldAndNoted()
    {
        using var story = await CohortStory.BeginAsync();
        var company = await story.App.SignInAsAsync(story.Manager, "en");
        var mentor = await story.App.SignInAsAsync(story.Mentor, "en");
        var page = await (await mentor.GetPageAsync("/mentoring")).Form("form[action*='Offer']").Set("Input.Date", "2026-11-12").Set("Input.From", "09:00").Set("Input.Until", "11:00").SubmitAsync();
        Assert.Equal("2 hours are on offer now.", page.Flash);
        page = await page.Form("form[action*='Withdraw']").SubmitAsync();
        Assert.Equal("The hour is no longer on offer.", page.Flash);
        page = await (await mentor.GetPageAsync("/mentoring/profile")).Form("main form.card-form").Set("Input.About", "Twenty years of cheese").SubmitAsync();
        Assert.Equal("The profile was saved.", page.Flash);
        page = await (await company.GetPageAsync("/mentors")).FollowAsync(".machine a");
        var slots = await story.SlotsAsync();
        page = await page.Form("main form[method=post]").Set("Input.Slot", slots[0].Reference.ToString()).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("main form[method=post]").Set("Input.Slot", slots[0].Reference.ToString()).Set("Input.Topic", "What it should cost").SubmitAsync();
        var address = page.Url;
        Assert.StartsWith("/mentors/sessions/", address, StringComparison.Ordinal);
        page = await page.Form("form[action*='Move']").Set("Input.Slot", slots[1].Reference.ToString()).SubmitAsync();
        Assert.Equal("The hour was moved; both of you are told.", page.Flash);
        story.App.Time.SetUtcNow(slots[1].End);
        (mentor, company) = (await story.App.SignInAsAsync(story.Mentor, "en"), await story.App.SignInAsAsync(story.Manager, "en"));
        page = await (await mentor.GetPageAsync(address)).Form("form[action*='Attend']").SubmitAsync("button[value=true]");
        Assert.Equal("Attendance is recorded.", page.Flash);
        page = await page.Form("form[action*='Note']").Set("Input.Text", "Between us").Set("Input.Visibility", "MentorAndStaff").SubmitAsync();
        page = await page.Form("form[action*='Note']").Set("Input.Text", "Raise the price").SubmitAsync();
        Assert.Equal(2, page.All(".note").Count);
        Assert.Equal("Raise the price", Assert.Single((await company.GetPageAsync(address)).All(".note .notes")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await story.App.SignInAsAsync(story.Rival)).GetAsync(address)).StatusCode);
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        page = await staff.GetPageAsync("/cohorts/mentoring");
        Assert.Contains("1 h", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetPageAsync($"/mentoring?mentor={story.MentorReference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetPageAsync($"/mentoring/profile?person={story.Mentor.Id}")).Status);
        Assert.Contains("1 h with mentors", (await company.GetPageAsync("/my-company/cohort")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MentorsHour_CancelledByTheMentor_IsFreeAgain()
    {
        using var story = await CohortStory.BeginAsync();
        var session = (await story.BookAsync((await story.SlotsAsync())[0])).Value;
        var mentor = await story.App.SignInAsAsync(story.Mentor, "en");
        Assert.Contains(story.Dairy.Name, (await mentor.GetPageAsync("/mentoring")).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(story.Mill.Name, (await mentor.GetPageAsync("/mentoring")).Text("main"), StringComparison.Ordinal);
        var page = await (await mentor.GetPageAsync($"/mentors/sessions/{session}")).Form("form[action*='Cancel']").Set("Input.Reason", "Ill").SubmitAsync();
        Assert.Equal("The hour was cancelled; both of you are told.", page.Flash);
        Assert.Equal(3, (await (await story.App.SignInAsAsync(story.Rival, "en")).GetPageAsync($"/mentors/{story.MentorReference}")).All(".hour").Count);
    }

    [Fact]
    public async Task Graduation_LeadsToTheFollowUpAndTheShareInBusiness()
    {
        using var story = await CohortStory.BeginAsync();
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        var page = await (await staff.GetPageAsync($"/cohorts/members/{story.DairyMember.Reference}")).Form("form[action*='Graduate']").Set("Input.On", "2026-05-05").SubmitAsync();
        Assert.Equal("The company has graduated; the follow-ups are set.", page.Flash);
        page = await (await staff.GetPageAsync($"/cohorts/members/{story.MillMember.Reference}")).Form("form[action*='Leave']").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("form[action*='Leave']").Set("Input.Reason", "Moved away").SubmitAsync();
        Assert.Equal("The company has left the cohort.", page.Flash);
        Assert.Contains("Sajtműhely Kft.: after 6 months", (await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}")).Text(".needs"), StringComparison.Ordinal);
        var company = await story.App.SignInAsAsync(story.Manager, "en");
        page = await (await company.GetPageAsync("/my-company/cohort")).FollowAsync("a[href*='follow-ups']");
        page = await page.Form("main form.card-form").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("main form.card-form").Set("Input.IsActive", "True").Set("Input.Jobs", "4.5").SubmitAsync();
        Assert.Equal("Thank you, the answer is kept.", page.Flash);
        Assert.Contains("100", (await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}/figures")).All("table")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfAnotherCompany_AreNotFound()
    {
        using var story = await CohortStory.BeginAsync();
        var milestone = await story.MilestoneAsync("Secret recipe", new DateOnly(2026, 12, 1));
        var rival = await story.App.SignInAsAsync(story.Rival, "en");
        foreach (var url in new[]
        {
            $"/cohorts/milestones/{milestone}", $"/cohorts/milestones/plan/{milestone}", $"/cohorts/milestones/plan?member={story.DairyMember.Reference}",
            $"/cohorts/members/{story.DairyMember.Reference}/updates/2026-3",
        })
            Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(url)).StatusCode);
        var own = await rival.GetPageAsync("/my-company/cohort");
        Assert.DoesNotContain("Secret recipe", own.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Dairy.Name, own.Html, StringComparison.Ordinal);
        Assert.Contains(story.Mill.Name, own.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_CompanyThatLeftHoldsItsSeat_IsForStaffToDecide()
    {
        using var story = await CohortStory.BeginAsync();
        const string left = "Has left the lab and still holds its seat";
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        Assert.DoesNotContain(left, (await staff.GetPageAsync("/")).Text("main"), StringComparison.Ordinal);
        Assert.True((await story.App.AskAsync((CompanyRegister register) => register.LeaveAsync(
            new LeaveCompany { Reference = story.Dairy.Reference, LastDay = new DateOnly(2026, 11, 9), Reason = "Has its own plant" }, story.StaffActor))).Succeeded);
        Assert.Contains(left, (await staff.GetPageAsync("/")).Text("main"), StringComparison.Ordinal);
        var needs = await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}");
        Assert.Contains($"{story.Dairy.Name} {left}", needs.Text(".needs"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await needs.FollowAsync($".needs a[href$='{story.DairyMember.Reference}']")).Status);
    }

    [Fact]
    public async Task Home_OfStaff_TellsWhatIsLate()
    {
        using var story = await CohortStory.BeginAsync();
        await story.MilestoneAsync("Label approved", new DateOnly(2026, 10, 22));
        var staff = await story.App.SignInAsAsync(story.Staff, "en");
        var home = (await staff.GetPageAsync("/")).Text("main");
        Assert.Contains("1 Milestones late", home, StringComparison.Ordinal);
        Assert.Contains("4 Updates overdue", home, StringComparison.Ordinal);
        Assert.Contains("18 days late", home, StringComparison.Ordinal);
        var board = await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}?colour=Red");
        Assert.Equal(2, board.All(".board tbody tr").Count);
        Assert.Contains("update for Q3 2026 missing", board.Text(".board"), StringComparison.Ordinal);
        Assert.Empty((await staff.GetPageAsync($"/cohorts/{story.Cohort.Reference}?colour=Green")).All(".board tbody tr"));
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.GetAsync($"/cohorts/{story.Cohort.Reference}?colour=Pink")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/cohorts/{Guid.NewGuid()}")).StatusCode);
    }
}
