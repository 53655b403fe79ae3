using Incubator.Tests.Host;

namespace Incubator.Tests.Cohorts;

/// <summary>The cohorts of the demo lab with a browser, in both languages, on a desk and on a phone.</summary>
public sealed class CohortsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Cohort_Staff_SeeTheBoardAndTheFigures(string language, int width)
    {
        using var story = await FilledAsync();
        await using var visit = await browser.VisitAsync(story.App, story.Staff, language, width);
        await (await visit.GoAsync("/cohorts")).CheckAsync("cohorts");
        await (await visit.GoAsync($"/cohorts/{story.Cohort.Reference}")).CheckAsync("cohort-board");
        await (await visit.GoAsync($"/cohorts/{story.Cohort.Reference}/figures")).CheckAsync("cohort-figures");
        await (await visit.GoAsync($"/cohorts/members/{story.DairyMember.Reference}")).CheckAsync("cohort-member");
        await (await visit.GoAsync($"/cohorts/edit/{story.Cohort.Reference}")).CheckAsync("cohort-edit");
        await (await visit.GoAsync("/cohorts/updates")).CheckAsync("cohort-updates");
        await (await visit.GoAsync("/cohorts/mentoring")).CheckAsync("mentor-pool");
        await (await visit.GoAsync("/")).CheckAsync("cohort-home");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Cohort_Company_ReportsAndBooksAMentor(string language, int width)
    {
        using var story = await FilledAsync();
        await using var visit = await browser.VisitAsync(story.App, story.Manager, language, width);
        await (await visit.GoAsync("/my-company/cohort")).CheckAsync("my-cohort");
        await visit.Page.ClickAsync(".chips a");
        await visit.Page.WaitForSelectorAsync(".detail-side");
        await visit.Page.ClickAsync(".detail-side .act > summary");
        await visit.CheckAsync("milestone");
        await visit.GoAsync($"/cohorts/members/{story.DairyMember.Reference}/updates/2026-3");
        await visit.CheckAsync("update");
        await visit.Page.FillAsync("#Input_JobsWomen", language == "hu" ? "3,5" : "3.5");
        await visit.Page.ClickAsync(".acts .btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await (await visit.GoAsync("/mentors")).CheckAsync("mentors");
        await visit.Page.ClickAsync(".machine a");
        await visit.Page.FillAsync("#Input_Topic", "Mennyibe kerüljön?");
        await visit.Page.CheckAsync(".hour input >> nth=0");
        await visit.CheckAsync("mentor-book");
        await visit.Page.ClickAsync("main form .btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("mentor-session");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Mentor_OffersHours(string language, int width)
    {
        using var story = await FilledAsync();
        await using var visit = await browser.VisitAsync(story.App, story.Mentor, language, width, dark: language == "en");
        await visit.GoAsync("/mentoring");
        await visit.Page.FillAsync("#Input_Date", "2026-11-17");
        await visit.Page.FillAsync("#Input_From", "14:00");
        await visit.Page.FillAsync("#Input_Until", "16:00");
        await visit.Page.FillAsync("#Input_WeeklyUntil", "2026-12-01");
        await visit.Page.ClickAsync("#offer ~ form .btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("mentor-hours");
        await (await visit.GoAsync("/mentoring/profile")).CheckAsync("mentor-profile");
    }

    private static async Task<CohortStory> FilledAsync()
    {
        var story = await CohortStory.BeginAsync(IncubatorApp.StartOnPort(), new DateOnly(2025, 11, 1));
        foreach (var (index, quarter) in new[] { (0, "2025-4"), (1, "2026-1"), (2, "2026-2") })
        {
            Assert.True(Core.Cohorts.CalendarQuarter.TryParse(quarter, out var parsed));
            var sent = await story.ReportAsync(parsed, new Core.Cohorts.UpdateFigures
            {
                JobsWomen = 1.5m + index,
                JobsMen = 2,
                JobsResearch = 0.5m,
                Turnover = 4_000_000 + (index * 900_000),
                Investment = index == 1 ? 3_000_000 : 0,
                Products = index,
            });
            Assert.True(sent.Succeeded, string.Join(", ", sent.Refusals));
        }

        await story.MilestoneAsync("Termékcímke jóváhagyása az élelmiszerlánc-biztonsági előírások szerint", new DateOnly(2026, 10, 22), story.ManagerActor);
        await story.MilestoneAsync("Első tíz viszonteladó", new DateOnly(2026, 11, 14));
        await story.MilestoneAsync("Kóstoló a vásárcsarnokban", new DateOnly(2027, 2, 1));
        await story.MilestoneAsync("Lisztkeverék receptúrája", new DateOnly(2026, 11, 5), member: story.MillMember);
        await story.BookAsync((await story.SlotsAsync())[2]);
        return story;
    }
}
