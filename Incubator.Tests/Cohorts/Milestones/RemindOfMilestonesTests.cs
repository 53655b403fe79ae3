using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Milestones;

public class RemindOfMilestonesTests
{
    private static readonly DateOnly Due = new(2026, 11, 20);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-20", "2026-11-13 07:59", null)]
    [InlineData("2026-11-20", "2026-11-13 08:00", "MilestoneDue")]
    [InlineData("2026-11-20", "2026-11-20 23:59", "MilestoneDue")]
    [InlineData("2026-11-20", "2026-11-21 00:10", null)]
    [InlineData("2026-11-20", "2026-11-21 08:00", "MilestoneOverdue")]
    [InlineData("2026-11-20", "2026-11-27 23:59", "MilestoneOverdue")]
    [InlineData("2026-11-20", "2026-11-28 08:00", null)]
    // The clocks go back and forth on the day of the reminder: it is eight on the wall all the same.
    [InlineData("2026-11-01", "2026-10-25 07:59", null)]
    [InlineData("2026-11-01", "2026-10-25 08:00", "MilestoneDue")]
    [InlineData("2026-04-05", "2026-03-29 07:59", null)]
    [InlineData("2026-04-05", "2026-03-29 08:00", "MilestoneDue")]
    [InlineData("2026-10-24", "2026-10-25 07:59", null)]
    [InlineData("2026-10-24", "2026-10-25 08:00", "MilestoneOverdue")]
    public void KindAt_ByTheClockOnTheWall_SaysWhatIsStillOfUse(string due, string local, string? kind) =>
        Assert.Equal(kind, MilestoneReminders.KindAt(Milestone.Create(1, "x", "y", Day(due)), At(local)));

    [Fact]
    public void KindAt_DaySetAfterTheReminder_SaysNothing()
    {
        var milestone = Milestone.Create(1, "x", "y", Due);
        milestone.Agree(true, null, At("2026-11-14 09:00"));
        Assert.Null(MilestoneReminders.KindAt(milestone, At("2026-11-14 10:00")));
        Assert.Equal(MilestoneReminders.Overdue, MilestoneReminders.KindAt(milestone, At("2026-11-21 10:00")));
        milestone.Slip(Due.AddDays(3), "Late", null, At("2026-11-20 09:00"));
        Assert.Null(MilestoneReminders.KindAt(milestone, At("2026-11-21 10:00")));
        milestone.Drop("No");
        Assert.Null(MilestoneReminders.KindAt(milestone, At("2026-11-24 10:00")));
    }

    [Fact]
    public async Task Run_DueAndOverdue_IsSaidOnceEachEvenThreeHoursLateAndTwiceAtOnce()
    {
        using var story = await CohortStory.BeginAsync();
        await story.MilestoneAsync("Ten wheels of cheese", Due);
        Assert.Equal(0, await RunAsync(story));
        story.App.Time.SetUtcNow(At("2026-11-13 11:00"));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(story))))).Sum());
        story.App.Time.SetUtcNow(At("2026-11-17 09:00"));
        Assert.Equal(0, await RunAsync(story));
        // Whoever became a manager later is told too while it is of use.
        await story.App.Given.MemberAsync(story.Dairy, MemberRole.Manager, "Későbbi Kata");
        Assert.Equal(1, await RunAsync(story));
        story.App.Time.SetUtcNow(At("2026-11-21 11:00"));
        Assert.Equal(2, await RunAsync(story));
        Assert.Equal(0, await RunAsync(story));
        await using var db = story.App.OpenDb();
        var told = await db.Notices.Where(n => n.PersonId == story.Manager.Id && n.Kind.StartsWith("Milestone")).OrderBy(n => n.Id).ToListAsync(cancel);
        Assert.Equal([("MilestoneDue", NoticeTopic.CohortReminders), ("MilestoneOverdue", NoticeTopic.CohortReminders)], told.Select(n => (n.Kind, n.Topic!.Value)));
        Assert.Equal("Ten wheels of cheese", NoticeFacts.Of(told[0]).Texts["milestone"]);
    }

    [Fact]
    public async Task Finish_AndPutOff_WithdrawWhatWaits()
    {
        using var story = await CohortStory.BeginAsync();
        var done = await story.MilestoneAsync("Ten wheels", Due);
        var later = await story.MilestoneAsync("A label", Due);
        story.App.Time.SetUtcNow(At("2026-11-13 11:00"));
        Assert.Equal(2, await RunAsync(story));
        Assert.True((await story.App.AskAsync((MilestoneDesk d) => d.FinishAsync(
            new FinishMilestone { Reference = done, On = new DateOnly(2026, 11, 13), Evidence = "Seen" }, story.ManagerActor, cancel))).Succeeded);
        Assert.True((await story.App.AskAsync((MilestoneDesk d) => d.SlipAsync(later, Due.AddDays(30), "The printer", story.ManagerActor, cancel))).Succeeded);
        await using (var db = story.App.OpenDb())
            Assert.All(await db.Notices.Where(n => n.Kind == "MilestoneDue").ToListAsync(cancel), n => Assert.Equal(NoticeState.Withdrawn, n.State));
        Assert.Equal(0, await RunAsync(story));
        // On its new day it is told anew.
        story.App.Time.SetUtcNow(At("2026-12-13 08:05"));
        Assert.Equal(1, await RunAsync(story));
    }

    private async Task<int> RunAsync(CohortStory story) =>
        (await story.App.AskAsync((RemindOfMilestones job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Told");

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
