using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Updates;

public class UpdateDeskTests
{
    private static readonly CalendarQuarter Third = new(2026, 3);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_DraftSentAndPutRight_KeepsTheOldFigures()
    {
        using var story = await CohortStory.BeginAsync();
        Assert.True((await story.ReportAsync(Third, send: false)).Succeeded);
        var draft = await UpdateAsync(story);
        Assert.False(draft.IsSent);
        Assert.True((await story.ReportAsync(Third)).Was("ChangedMeanwhile"));
        Assert.True((await story.ReportAsync(Third, seen: draft.Version)).Succeeded);
        var sent = await UpdateAsync(story);
        Assert.Equal((true, story.Manager.Id, 3.5m), (sent.IsSent, sent.SentById, sent.Figures.Jobs));
        var right = sent.Figures with { Turnover = 5_000_000 };
        Assert.True((await story.ReportAsync(Third, right, seen: sent.Version)).Was("Missing"));
        Assert.True((await story.ReportAsync(Third, right, seen: sent.Version, reason: "An invoice was missing")).Succeeded);
        Assert.Equal(5_000_000, (await UpdateAsync(story)).Turnover);
        await using var db = story.App.OpenDb();
        var history = await db.History.Where(h => h.Subject == nameof(CompanyUpdate)).OrderBy(h => h.Id).ToListAsync(cancel);
        Assert.Equal(["Drafted", "Sent", "Corrected"], history.Select(h => h.Act));
        Assert.Contains("4500000", history[2].Changes, StringComparison.Ordinal);
        Assert.Equal("An invoice was missing", history[2].Reason);
    }

    [Fact]
    public async Task Save_QuarterOutsideOrForeign_IsRefused()
    {
        using var story = await CohortStory.BeginAsync();
        Assert.True((await story.ReportAsync(new CalendarQuarter(2026, 1))).Was("QuarterNotReported"));
        Assert.True((await story.ReportAsync(new CalendarQuarter(2027, 1))).Was("QuarterNotReported"));
        Assert.True((await story.ReportAsync(new CalendarQuarter(2026, 4))).Was("QuarterNotOver"));
        Assert.True((await story.ReportAsync(new CalendarQuarter(2026, 4), send: false)).Succeeded);
        Assert.True((await story.ReportAsync(Third, actor: story.RivalActor)).Was("NotFound"));
    }

    [Fact]
    public async Task Save_TheSameQuarterAtOnce_IsThereOnce()
    {
        using var story = await CohortStory.BeginAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => story.ReportAsync(Third))));
        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.True(r.Was("ChangedMeanwhile")));
    }

    [Fact]
    public async Task Send_WithdrawsWhatWouldChase()
    {
        using var story = await CohortStory.BeginAsync();
        var late = await story.App.Given.CompanyAsync("Későn Kft.");
        await story.App.Given.MemberAsync(late, MemberRole.Manager, "Kései Klára");
        Assert.True((await story.App.AskAsync((CohortDesk d) => d.JoinAsync(
            new JoinCohort { Cohort = story.Cohort.Reference, CompanyId = late.Id, Reason = "Late" }, story.StaffActor, cancel))).Succeeded);
        story.App.Time.SetUtcNow(new DateTimeOffset(2027, 1, 3, 9, 0, 0, TimeSpan.Zero));
        await using var db = story.App.OpenDb();
        var member = await db.CohortMembers.SingleAsync(m => m.CompanyId == late.Id, cancel);
        Assert.True((await story.App.AskAsync((UpdateDesk d) => d.SaveAsync(new SaveUpdate
        {
            Member = member.Reference,
            Quarter = new CalendarQuarter(2026, 4),
            Figures = new UpdateFigures(),
            Send = true,
        }, story.StaffActor, cancel))).Succeeded);
        var withdrawn = await db.Notices.Where(n => n.WithdrawnAt != null).Select(n => n.Kind).ToListAsync(cancel);
        Assert.Equal(["UpdateDue", "UpdateOverdue"], withdrawn.Order());
        Assert.Equal(4, await db.Notices.CountAsync(n => n.WithdrawnAt == null, cancel));
    }

    [Fact]
    public async Task Answer_ByTheAlumnus_IsItsOwnWordAndMayBePutRight()
    {
        using var story = await CohortStory.BeginAsync();
        await story.App.AskAsync((CohortDesk d) => d.GraduateAsync(
            new EndInCohort { Member = story.DairyMember.Reference, On = new DateOnly(2026, 11, 9) }, story.StaffActor, cancel));
        await using var db = story.App.OpenDb();
        var followUp = await db.FollowUps.AsNoTracking().OrderBy(f => f.DueOn).FirstAsync(cancel);
        var answer = new FollowUpAnswer { IsActive = true, Jobs = 4, Source = FollowUpSource.Register };
        Assert.True((await story.App.AskAsync((UpdateDesk d) => d.AnswerAsync(followUp.Reference, answer, followUp.Version, story.ManagerActor, cancel))).Was("FollowUpNotYet"));
        story.App.Time.SetUtcNow(new DateTimeOffset(2027, 5, 10, 9, 0, 0, TimeSpan.Zero));
        Assert.True((await story.App.AskAsync((UpdateDesk d) => d.AnswerAsync(followUp.Reference, answer, followUp.Version, story.RivalActor, cancel))).Was("NotFound"));
        Assert.True((await story.App.AskAsync((UpdateDesk d) => d.AnswerAsync(followUp.Reference, answer, followUp.Version, story.ManagerActor, cancel))).Succeeded);
        followUp = await db.FollowUps.AsNoTracking().OrderBy(f => f.DueOn).FirstAsync(cancel);
        Assert.Equal((true, FollowUpSource.Company, 4m), (followUp.IsActive, followUp.Source, followUp.Jobs));
        Assert.True((await story.App.AskAsync((UpdateDesk d) => d.AnswerAsync(followUp.Reference, answer with { IsActive = false }, followUp.Version, story.StaffActor, cancel))).Succeeded);
        Assert.Equal(["Answered", "Corrected"], await db.History.Where(h => h.Subject == nameof(FollowUp)).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
        Assert.Equal(1, await db.Notices.CountAsync(n => n.Kind == "FollowUpDue" && n.WithdrawnAt != null, cancel));
    }

    [Fact]
    public async Task Chase_ManagersWhoCameLater_AreAskedOnce()
    {
        using var story = await CohortStory.BeginAsync();
        await story.App.AskAsync((CohortDesk d) => d.GraduateAsync(
            new EndInCohort { Member = story.MillMember.Reference, On = new DateOnly(2026, 11, 9) }, story.StaffActor, cancel));
        await using var db = story.App.OpenDb();
        Assert.Equal(3, await db.Notices.CountAsync(cancel));
        await story.App.Given.MemberAsync(story.Dairy, MemberRole.Manager, "Későbbi Kata");
        await story.App.Given.MemberAsync(story.Mill, MemberRole.Manager, "Későbbi Kálmán");
        for (var i = 0; i < 2; i++)
        {
            await story.App.AskAsync(async (ChaseUpdates chase) =>
            {
                await chase.RunAsync(cancel);
                return true;
            });
            // Two managers of the dairy for three quarters, each asked and reminded; two of the mill three times.
            Assert.Equal((12, 6), (await db.Notices.CountAsync(n => n.Kind.StartsWith("Update"), cancel), await db.Notices.CountAsync(n => n.Kind == "FollowUpDue", cancel)));
        }
    }

    private static async Task<CompanyUpdate> UpdateAsync(CohortStory story)
    {
        await using var db = story.App.OpenDb();
        return await db.CompanyUpdates.AsNoTracking().SingleAsync();
    }
}
