using System.Net;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Camps.FollowUp;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.FollowUp;

public class FollowUpPagesTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quality_LotTypedInHungarian_IsDrawnWithItsFigures()
    {
        using var story = await FollowUpStory.BeginAsync();
        var client = await story.App.SignInAsAsync(story.Manager, "hu");
        var page = await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/quality");
        Assert.False(page.Has("svg.lot"));
        var form = (await page.FollowAsync("a[href*='/quality/lot']")).Form();
        page = await form.Set("Input.Phase", "Before").Set("Input.Code", "L-1").Set("Input.MeasuredOn", "2026-09-20").Set("Input.Values", "4,51 kb 4").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("kb", page.Text("#Input_Values-error"), StringComparison.Ordinal);
        Assert.Equal("L-1", page.Form()["Input.Code"]);
        page = await page.Form().Set("Input.Values", "4,51\n4,75\n4,42").SubmitAsync("button[name=another]");
        Assert.Contains("/quality/lot?specification=", page.Url, StringComparison.Ordinal);
        Assert.Equal("Before", page.Form()["Input.Phase"]);
        page = await page.Form().Set("Input.Phase", "After").Set("Input.Code", "L-2").Set("Input.MeasuredOn", "2026-10-20").Set("Input.Values", "4,50 4,52 4,48").SubmitAsync();
        Assert.Equal($"/camps/challenges/{story.Challenge.Reference}/quality", page.Url);
        Assert.Contains("L-2", page.Flash, StringComparison.Ordinal);
        // Two means, three values before of which one is outside, three after.
        Assert.Equal((2, 6, 1), (page.All("figure > svg > .lot-mean").Count, page.All("figure > svg > .chart-mark").Count, page.All("figure > svg > .chart-fill-3").Count));
        Assert.Contains("3 értékből 2", page.Text(".lot-verdict"), StringComparison.Ordinal);
        Assert.Contains("4,56", page.Text(".lot-table"), StringComparison.Ordinal);
        Assert.Equal(2, page.All(".chart-table tbody tr").Count);
        Assert.Equal(2, page.All(".history li").Count);
    }

    [Fact]
    public async Task Lot_CorrectedAndTakenOut_AsksForAReason()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m, 4.6m));
        var client = await story.App.SignInAsAsync(story.Manager, "en");
        var page = await (await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/quality")).FollowAsync(".chart-table a");
        Assert.Equal("4.5\n4.6", page.Form()["Input.Values"]!.ReplaceLineEndings("\n"));
        page = await page.Form().Set("Input.Values", "4.4 4.6").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "4.4 4.6"), (page.Status, page.Form()["Input.Values"]));
        Assert.True(page.Has("#Input_Reason-error"));
        page = await page.Form().Set("Input.Reason", "The electrode was dry").SubmitAsync();
        Assert.Contains("4.5; 4.6 → 4.4; 4.6", page.Text(".history"), StringComparison.Ordinal);
        page = await page.FollowAsync(".chart-table a");
        page = await page.Form().SubmitAsync("button.btn-danger");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (page.Status, page.Has("#Input_Reason-error")));
        page = await page.Form().Set("Input.Reason", "Another product").SubmitAsync("button.btn-danger");
        Assert.Equal("Lot L-1 was taken out.", page.Flash);
        Assert.False(page.Has("figure"));
    }

    [Fact]
    public async Task Challenge_IdeaAdoptedTriedAndOutcome_StandOnItsPage()
    {
        using var story = await FollowUpStory.BeginAsync();
        var start = new DateTimeOffset(2026, 11, 10, 8, 0, 0, TimeSpan.Zero);
        var booked = Reservation.Confirm("BK-2026-90001", story.Dairy.Id, null, null, story.App.Now, new TimeSlot(start, start.AddHours(2)), "Trial", null, null, null, start, Guid.NewGuid());
        await story.App.Given.RowsAsync(booked);
        var client = await story.App.SignInAsAsync(story.Manager, "en");
        var page = await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/follow-up");
        page = await page.FollowAsync("a[href$='/idea']");
        page = await page.Form().SubmitAsync();
        Assert.True(page.Has("#Input_Title-error"));
        page = await page.Form().Set("Input.Title", "Starter in portions").Set("Input.Team", story.Team.Reference.ToString()).SubmitAsync();
        Assert.Equal("The idea is kept.", page.Flash);
        page = await page.Form("form[action*='Adopt']").Set("Input.On", "2026-11-02").SubmitAsync();
        Assert.Contains("2 November 2026", page.Text("aside"), StringComparison.Ordinal);
        page = await page.Form("form[action*='Try']").SubmitAsync();
        Assert.True(page.Has("#Input_Reservation-error"));
        Assert.Equal("Starter in portions", page.Form()["Input.Title"]);
        page = await page.Form("form[action*='Try']").Set("Input.Reservation", booked.Reference.ToString()).SubmitAsync();
        Assert.Contains("BK-2026-90001", page.Text(".checks"), StringComparison.Ordinal);
        page = await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/outcome");
        page = await page.Form().Set("Input.Kind", "Launched").Set("Input.On", "2026-11-09").SubmitAsync();
        Assert.True(page.Has("#Input_ProductName-error"));
        page = await page.Form().Set("Input.ProductName", "Joghurt").Set("Input.Jobs", "1.5").SubmitAsync();
        Assert.Contains("Launched", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("Kefir", page.Text(".idea"), StringComparison.Ordinal);
        Assert.Contains("BK-2026-90001", page.Text(".idea"), StringComparison.Ordinal);
        page = await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/outcome");
        page = await page.Form().Set("Input.Kind", "Dropped").Set("Input.On", "2026-10-04").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (page.Status, page.Has("#Input_On-error")));
        page = await client.GetPageAsync($"/camps/challenges/{story.Challenge.Reference}/idea/{(await FirstIdeaAsync(story)).Reference}");
        page = await page.Form("form[action*='Untie']").SubmitAsync();
        Assert.Equal("The reservation no longer belongs to the idea.", page.Flash);
        page = await page.Form("form[action*='GiveUp']").Set("Input.Reason", "Too dear").SubmitAsync();
        Assert.Equal("The idea is not taken further.", page.Flash);
    }

    [Fact]
    public async Task Check_Answered_ShowsTheEarlierAnswerNextTime()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.AskAsync();
        var checks = await story.ChecksAsync();
        var client = await story.App.SignInAsAsync(story.Manager, "en");
        Assert.False((await client.GetPageAsync(FollowUpLinks.Check(checks[1].Reference))).Has("main form"));
        var page = await client.GetPageAsync(FollowUpLinks.Check(checks[0].Reference));
        page = await page.Form().Set("Input.State", "Slow").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, true), (page.Status, page.Has("#Input_Words-error")));
        page = await page.Form().Set("Input.Words", "The supplier is late").SubmitAsync();
        Assert.Equal("Thank you, the answer is kept.", page.Flash);
        story.App.Time.SetUtcNow(new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero));
        client = await story.App.SignInAsAsync(story.Manager, "en");
        page = await client.GetPageAsync(FollowUpLinks.Check(checks[1].Reference));
        Assert.Contains("The supplier is late", page.Text("main"), StringComparison.Ordinal);
        Assert.True(page.Has("main form"));
    }

    [Fact]
    public async Task Own_OfTheCompany_LeadsToItsChallengesOnly()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.AskAsync();
        var page = await (await story.App.SignInAsAsync(story.Manager, "en")).GetPageAsync("/my-company/after-camps");
        Assert.Equal(["The same acidity"], page.All("main h2"));
        Assert.Equal(3, page.All(".checks li").Count);
        Assert.True((await (await story.App.SignInAsAsync(story.Rival, "en")).GetPageAsync("/my-company/after-camps")).Has(".empty"));
    }

    [Fact]
    public async Task Camp_ForStaff_ShowsWhatIsOverdue()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.MeasureAsync();
        await story.AskAsync();
        var client = await story.App.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync(FollowUpLinks.Camp(story.Camp.Reference));
        Assert.Equal("Answers overdue: 1", page.Text(".alert-warning"));
        Assert.Single(page.All(".check-overdue"));
        Assert.Contains("1 of 1 better", page.Text("table"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(FollowUpLinks.Camp(Guid.NewGuid()))).Status);
    }

    [Fact]
    public async Task Report_ForTheMunicipality_TellsNothingOfOneCompany()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.MeasureAsync();
        await story.IdeaAsync("Starter in portions");
        await story.OutcomeAsync(OutcomeKind.Launched, jobs: 2);
        var client = await story.App.SignInAsAsync(await story.App.Given.MunicipalityAsync(), "en");
        var page = await (await client.GetPageAsync("/camps/reports")).FollowAsync("main tbody a");
        Assert.Contains("fewer than 3 companies", page.Text(".report-figures"), StringComparison.Ordinal);
        Assert.Contains("withheld", page.All("main table")[^1], StringComparison.Ordinal);
        foreach (var secret in new[] { "Tejüzem", "Starter in portions", "pH" }) Assert.DoesNotContain(secret, page.Text("main"), StringComparison.Ordinal);
        client = await story.App.SignInAsAsync(story.Staff, "en");
        page = await client.GetPageAsync(FollowUpLinks.Report(story.Camp.Reference));
        Assert.DoesNotContain("fewer than 3 companies.", page.Text(".report-figures"), StringComparison.Ordinal);
        Assert.Contains("Withheld from the municipality.", page.Text(".report-figures"), StringComparison.Ordinal);
        using var early = await FollowUpStory.BeginAsync(status: CampStatus.Preparing);
        client = await early.App.SignInAsAsync(early.Staff, "en");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(FollowUpLinks.Report(early.Camp.Reference))).Status);
        Assert.True((await client.GetPageAsync("/camps/reports")).Has(".empty"));
    }

    [Fact]
    public void History_EachActAndField_IsInHungarian()
    {
        var hungarian = System.Xml.Linq.XDocument.Load(House.Path("Incubator.Web", "Pages", "Camps", "FollowUp", "FollowUpText.hu.resx")).Root!.Elements("data")
            .Select(d => d.Attribute("name")!.Value).ToHashSet();
        Assert.All(FollowUpHistory.Acts.Values.Concat(FollowUpHistory.Fields.Values), text => Assert.Contains(text, hungarian));
    }

    private async Task<CampIdea> FirstIdeaAsync(FollowUpStory story)
    {
        await using var db = story.App.OpenDb();
        return await db.CampIdeas.AsNoTracking().FirstAsync(cancel);
    }
}
