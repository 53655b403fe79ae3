using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Milestones;

public class MilestoneDeskTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_ByOneSide_IsAgreedWhenTheOtherAgreesAndAnewWhenChanged()
    {
        using var story = await CohortStory.BeginAsync();
        var reference = await story.MilestoneAsync("Label approved", Due);
        var milestone = await story.SeeAsync(reference);
        Assert.True(milestone is { IsAgreed: false, AgreedByStaffAt: not null, AgreedByCompanyAt: null });
        Assert.True((await AskAsync(story, d => d.AgreeAsync(reference, Guid.NewGuid(), story.ManagerActor, cancel))).Was("ChangedMeanwhile"));
        Assert.True((await AskAsync(story, d => d.AgreeAsync(reference, milestone.Version, story.ManagerActor, cancel))).Succeeded);
        milestone = await story.SeeAsync(reference);
        Assert.Equal((true, story.Staff.Id, story.Manager.Id), (milestone.IsAgreed, milestone.AgreedByStaffId, milestone.AgreedByCompanyId));
        var edited = await story.App.AskAsync((MilestoneDesk d) => d.PlanAsync(
            new PlanMilestone { Reference = reference, Text = "Label printed", Goal = "To sell", DueOn = Due, SeenVersion = milestone.Version }, story.ManagerActor, cancel));
        Assert.True(edited.Succeeded, string.Join(", ", edited.Refusals));
        milestone = await story.SeeAsync(reference);
        Assert.True(milestone is { AgreedByStaffAt: null, AgreedByCompanyAt: not null, Text: "Label printed" });
    }

    [Fact]
    public async Task Plan_ForACompanysGoal_TakesItsWordsAndNoOthersGoal()
    {
        using var story = await CohortStory.BeginAsync();
        var now = story.App.Now;
        var (own, foreign) = (CompanyGoal.Create(story.Dairy.Id, "Ten shops", "en", null, now), CompanyGoal.Create(story.Mill.Id, "Export", "en", null, now));
        await story.App.Given.RowsAsync(own, foreign);
        var planned = await PlanAsync(own.Id);
        Assert.Equal("Ten shops", (await story.SeeAsync(planned.Value)).Goal);
        Assert.True((await PlanAsync(foreign.Id)).Was("Missing"));
        Assert.True((await PlanAsync(null)).Was("Missing"));

        Task<Result<Guid>> PlanAsync(long? goal) => story.App.AskAsync((MilestoneDesk d) => d.PlanAsync(
            new PlanMilestone { Member = story.DairyMember.Reference, Text = "Listed in shops", GoalId = goal, DueOn = Due }, story.ManagerActor, cancel));
    }

    [Fact]
    public async Task Acts_OfAnotherCompany_FindNothing()
    {
        using var story = await CohortStory.BeginAsync();
        var reference = await story.MilestoneAsync("Label approved", Due);
        var rival = story.RivalActor;
        Assert.True((await AskAsync(story, d => d.BeginAsync(reference, rival, cancel))).Was("NotFound"));
        Assert.True((await AskAsync(story, d => d.SlipAsync(reference, Due.AddDays(3), "x", rival, cancel))).Was("NotFound"));
        Assert.True((await AskAsync(story, d => d.DropAsync(reference, "x", rival, cancel))).Was("NotFound"));
        Assert.True((await AskAsync(story, d => d.FinishAsync(new FinishMilestone { Reference = reference, On = new DateOnly(2026, 11, 9), Evidence = "x" }, rival, cancel))).Was("NotFound"));
        Assert.True((await AskAsync(story, d => d.ReopenAsync(reference, "x", story.ManagerActor, cancel))).Was("NotFound"));
        Assert.True((await story.App.AskAsync((MilestoneDesk d) => d.PlanAsync(
            new PlanMilestone { Member = story.DairyMember.Reference, Text = "x", Goal = "y", DueOn = Due }, rival, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Slip_KeepsEveryOldDayWithItsReason()
    {
        using var story = await CohortStory.BeginAsync();
        var reference = await story.MilestoneAsync("Label approved", Due);
        var manager = story.ManagerActor;
        Assert.True((await AskAsync(story, d => d.SlipAsync(reference, Due.AddDays(7), " ", manager, cancel))).Was("Missing"));
        Assert.True((await AskAsync(story, d => d.SlipAsync(reference, Due, "Late", manager, cancel))).Was("NotLater"));
        Assert.True((await AskAsync(story, d => d.SlipAsync(reference, Due.AddDays(7), "The printer was ill", manager, cancel))).Succeeded);
        Assert.True((await AskAsync(story, d => d.SlipAsync(reference, Due.AddDays(21), "The paper ran out", story.StaffActor, cancel))).Succeeded);
        var milestone = await story.SeeAsync(reference);
        Assert.Equal(Due.AddDays(21), milestone.DueOn);
        Assert.Equal([(Due, "The printer was ill"), (Due.AddDays(7), "The paper ran out")], milestone.Slips.OrderBy(s => s.Id).Select(s => (s.WasDueOn, s.Reason)));
        await using var db = story.App.OpenDb();
        Assert.Equal(["Proposed", "Slipped", "Slipped"], await db.History.Where(h => h.Subject == nameof(Milestone)).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Finish_NeedsEvidenceKeepsTheFileAndStaffMayReopen()
    {
        using var story = await CohortStory.BeginAsync();
        var reference = await story.MilestoneAsync("Label approved", Due);
        var finish = new FinishMilestone { Reference = reference, On = new DateOnly(2026, 11, 9) };
        Assert.True((await AskAsync(story, d => d.FinishAsync(finish, story.ManagerActor, cancel))).Was("EvidenceMissing"));
        Assert.True((await AskAsync(story, d => d.FinishAsync(finish with { Evidence = "x", On = new DateOnly(2026, 11, 10) }, story.ManagerActor, cancel))).Was("DayInFuture"));
        Assert.True((await AskAsync(story, d => d.FinishAsync(finish with { FileName = "x.pdf", Bytes = [1, 2, 3] }, story.ManagerActor, cancel))).Was("NotADocument"));
        Assert.Equal(MilestoneState.Open, (await story.SeeAsync(reference)).State);
        Assert.True((await AskAsync(story, d => d.FinishAsync(finish with { FileName = "x.pdf", Bytes = "%PDF-1.4"u8.ToArray() }, story.ManagerActor, cancel))).Succeeded);
        var milestone = await story.SeeAsync(reference);
        Assert.Equal((MilestoneState.Done, finish.On), (milestone.State, milestone.DoneOn));
        await using (var db = story.App.OpenDb()) Assert.Equal("x.pdf", (await db.Attachments.SingleAsync(a => a.Subject == nameof(Milestone), cancel)).FileName);
        Assert.True((await AskAsync(story, d => d.DropAsync(reference, "x", story.ManagerActor, cancel))).Was("MilestoneClosed"));
        Assert.True((await AskAsync(story, d => d.ReopenAsync(reference, "Wrong one", story.StaffActor, cancel))).Succeeded);
        Assert.True((await AskAsync(story, d => d.DropAsync(reference, "Not wanted any more", story.ManagerActor, cancel))).Succeeded);
        Assert.Equal("Not wanted any more", (await story.SeeAsync(reference)).DropReason);
    }

    private static Task<Result<Done>> AskAsync(CohortStory story, Func<MilestoneDesk, Task<Result<Done>>> act) => story.App.AskAsync(act);
}
