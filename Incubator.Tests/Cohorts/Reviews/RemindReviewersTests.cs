using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Reviews;

public class RemindReviewersTests
{
    private static readonly DateOnly Due = new(2026, 11, 20);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-17 07:59", null)]
    [InlineData("2026-11-17 08:00", "ReviewsDue")]
    [InlineData("2026-11-20 23:59", "ReviewsDue")]
    [InlineData("2026-11-21 07:00", null)]
    [InlineData("2026-11-21 11:00", "ReviewsOverdue")]
    [InlineData("2026-11-28 08:00", null)]
    public void KindAt_ByTheClockOnTheWall_SaysWhatIsStillOfUse(string local, string? kind) =>
        Assert.Equal(kind, ReviewReminders.KindAt(Due, At("2026-11-10 10:00"), At(local)));

    [Theory]
    [InlineData("2026-11-18 10:00", "2026-11-18 11:00", null)]
    [InlineData("2026-11-18 10:00", "2026-11-21 11:00", "ReviewsOverdue")]
    [InlineData("2026-11-22 10:00", "2026-11-22 11:00", null)]
    public void KindAt_AskedForAfterTheReminder_SaysNothing(string asked, string local, string? kind) =>
        Assert.Equal(kind, ReviewReminders.KindAt(Due, At(asked), At(local)));

    [Fact]
    public async Task Run_WhatIsNotSubmitted_IsOneMailForEachReviewerOnce()
    {
        using var lab = await BeginAsync();
        Assert.Equal(0, await RunAsync(lab));
        lab.App.Time.SetUtcNow(At("2026-11-17 11:00"));
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(lab))))).Sum());
        Assert.Equal(0, await RunAsync(lab));
        await using (var db = lab.App.OpenDb())
        {
            var told = await db.Notices.Where(n => n.Kind == "ReviewsDue").OrderBy(n => n.PersonId).ToListAsync(cancel);
            Assert.Equal([lab.Reviewers[0].Id, lab.Reviewers[1].Id], told.Select(n => n.PersonId!.Value));
            Assert.Equal(["2", "1"], told.Select(n => NoticeFacts.Of(n).Texts["count"]));
            Assert.Equal("Spring cohort 2027", NoticeFacts.Of(told[1]).Texts["call"]);
        }

        lab.App.Time.SetUtcNow(At("2026-11-21 11:00"));
        Assert.Equal(2, await RunAsync(lab));
    }

    [Fact]
    public async Task Submit_TheLastOne_WithdrawsWhatWaits()
    {
        using var lab = await BeginAsync();
        lab.App.Time.SetUtcNow(At("2026-11-17 11:00"));
        await RunAsync(lab);
        foreach (var (application, left) in new[] { (lab.Applications[0], 2), (lab.Applications[1], 1) })
        {
            var review = await lab.ReviewOfAsync(application, lab.Reviewers[0]);
            Assert.True((await lab.App.AskAsync((ReviewDesk d) => d.DeclareNoConflictAsync(review.Reference, ReviewLab.As(lab.Reviewers[0]), cancel))).Succeeded);
            Assert.True((await lab.SaveAsync(await lab.ReviewOfAsync(application, lab.Reviewers[0]), lab.Reviewers[0], true, 3, 3)).Succeeded);
            await using var db = lab.App.OpenDb();
            Assert.Equal(left, await db.Notices.CountAsync(n => n.Kind == "ReviewsDue" && n.State == NoticeState.Waiting, cancel));
        }

        // The other's conflict ends it too; and who is done is not told that it is overdue.
        var other = await lab.ReviewOfAsync(lab.Applications[0], lab.Reviewers[1]);
        Assert.True((await lab.App.AskAsync((ReviewDesk d) => d.RecuseAsync(
            new RecuseReview { Review = other.Reference, Kind = ConflictKind.Personal }, ReviewLab.As(lab.Reviewers[1]), cancel))).Succeeded);
        await using (var db = lab.App.OpenDb())
            Assert.Equal(0, await db.Notices.CountAsync(n => n.Kind == "ReviewsDue" && n.State == NoticeState.Waiting, cancel));
        lab.App.Time.SetUtcNow(At("2026-11-21 11:00"));
        Assert.Equal(0, await RunAsync(lab));
    }

    [Fact]
    public async Task SetRound_AnotherDay_WithdrawsAndIsToldAnew()
    {
        using var lab = await BeginAsync();
        lab.App.Time.SetUtcNow(At("2026-11-17 11:00"));
        await RunAsync(lab);
        await SetRoundAsync(lab, Due.AddDays(10));
        await using (var db = lab.App.OpenDb())
            Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == "ReviewsDue" && n.State == NoticeState.Withdrawn, cancel));
        Assert.Equal(0, await RunAsync(lab));
        lab.App.Time.SetUtcNow(At("2026-11-27 08:00"));
        Assert.Equal(2, await RunAsync(lab));
    }

    /// <summary>Two reviewers: the first has both applications, the second one.</summary>
    private async Task<ReviewLab> BeginAsync()
    {
        var lab = await ReviewLab.BeginAsync(reviewers: 2);
        await SetRoundAsync(lab, Due);
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Reviewers[0])).Succeeded);
        Assert.True((await lab.AssignAsync(lab.Applications[1], lab.Reviewers[0])).Succeeded);
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Reviewers[1])).Succeeded);
        return lab;
    }

    private async Task SetRoundAsync(ReviewLab lab, DateOnly due) => Assert.True((await lab.App.AskAsync((AssignmentDesk d) => d.SetRoundAsync(
        new SetReviewRound { Call = lab.Call.Reference, DueOn = due, SharesAfterDecision = false }, lab.StaffActor, cancel))).Succeeded);

    private async Task<int> RunAsync(ReviewLab lab) =>
        (await lab.App.AskAsync((RemindReviewers job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Told");

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
