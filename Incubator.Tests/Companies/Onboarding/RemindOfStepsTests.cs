using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Onboarding;

public class RemindOfStepsTests
{
    private static readonly DateOnly Until = new(2027, 1, 20);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ManagerWhoCameLater_IsToldWhatIsStillToCome()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.EnterAsync(StepKind.Insurance, until: Until);
        // Sixty days ahead is still to come on 9 November.
        Assert.Equal(3, await WaitingAsync(story, ReminderKind));
        Assert.Equal(0, await RunAsync(story));
        story.App.Time.SetUtcNow(At("2026-11-30 10:00"));
        var later = await story.App.Given.MemberAsync(story.Company, MemberRole.Manager, "Későbbi Kata");
        Assert.Equal(2, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(story))))).Sum());
        Assert.Equal(0, await RunAsync(story));
        await using var db = story.App.OpenDb();
        var told = await db.Notices.Where(n => n.PersonId == later.Id).OrderBy(n => n.DueAt).ToListAsync(cancel);
        Assert.Equal([At("2026-12-21 08:00"), At("2027-01-13 08:00")], told.Select(n => n.DueAt));
        Assert.All(told, n => Assert.Equal(NoticeTopic.OnboardingReminders, n.Topic));
    }

    [Fact]
    public async Task Run_ManagerWhoLeft_IsToldNoMore()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.App.Given.MemberAsync(story.Company, MemberRole.Manager, "Marad Mária");
        await story.EnterAsync(StepKind.Insurance, until: Until);
        Assert.Equal(6, await WaitingAsync(story, ReminderKind));
        Assert.True((await story.App.AskAsync((CompanyPeople d) => d.RemoveAsync(story.Company.Id, story.Chief.Id, Actor.System with { IsStaff = true }, cancel))).Succeeded);
        story.App.Time.SetUtcNow(At("2026-11-30 10:00"));
        Assert.Equal(0, await RunAsync(story));
        await using var db = story.App.OpenDb();
        Assert.Equal(3, await db.Notices.CountAsync(n => n.PersonId == story.Chief.Id && n.State == NoticeState.Withdrawn, cancel));
        Assert.Equal(3, await WaitingAsync(story, ReminderKind));
    }

    [Fact]
    public async Task Run_Expired_IsSaidOnceTheDayAfterUnlessRenewedOrHandedIn()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.EnterAsync(StepKind.Insurance, until: Until);
        await story.EnterAsync(StepKind.FoodRegistration, until: Until);
        await story.EnterAsync(StepKind.FoodRegistration, until: Until.AddYears(1));
        story.App.Time.SetUtcNow(At("2027-01-21 07:59"));
        Assert.Equal(0, await RunAsync(story));
        story.App.Time.SetUtcNow(At("2027-01-21 11:00"));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(story))))).Sum());
        Assert.Equal(0, await RunAsync(story));
        await using (var db = story.App.OpenDb())
        {
            var told = await db.Notices.SingleAsync(n => n.Kind == "StepExpired", cancel);
            Assert.Contains("2027-01-20", told.Facts, StringComparison.Ordinal);
        }

        // Nobody else is told a week later.
        story.App.Time.SetUtcNow(At("2027-01-28 09:00"));
        await story.App.Given.MemberAsync(story.Company, MemberRole.Manager, "Későbbi Kata");
        Assert.Equal(0, await RunAsync(story));
    }

    [Fact]
    public async Task Run_AWeekAfterJoining_TellsWhatNobodyBegan()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.App.Given.RowsAsync(Membership.Create(story.Company.Id, MembershipKind.Member, new DateOnly(2026, 11, 9)));
        story.App.Time.SetUtcNow(At("2026-11-16 07:59"));
        Assert.Equal(0, await RunAsync(story));
        await story.CompleteAsync(StepKind.Insurance, StepKind.HygieneCertificate);
        story.App.Time.SetUtcNow(At("2026-11-16 11:00"));
        Assert.Equal(1, await RunAsync(story));
        Assert.Equal(0, await RunAsync(story));
        await using (var db = story.App.OpenDb())
        {
            var told = await db.Notices.SingleAsync(n => n.Kind == "StepsMissing", cancel);
            // The insurance, and the certificates of the two people; the induction is the staff's to do.
            Assert.Equal(3, NoticeFacts.Of(told).Lists["steps"].Count);
        }

        foreach (var person in new long?[] { null, story.Booking.Anna.Id, story.Chief.Id })
        {
            Assert.Equal(1, await WaitingAsync(story, "StepsMissing"));
            await story.EnterAsync(person is null ? StepKind.Insurance : StepKind.HygieneCertificate, person);
        }

        Assert.Equal(0, await WaitingAsync(story, "StepsMissing"));
    }

    [Fact]
    public async Task Run_LongAfterJoining_SaysNothing()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.App.Given.RowsAsync(Membership.Create(story.Company.Id, MembershipKind.Member, new DateOnly(2026, 10, 26)));
        Assert.Equal(0, await RunAsync(story));
    }

    private const string ReminderKind = "StepExpires";

    private async Task<int> WaitingAsync(OnboardingStory story, string kind)
    {
        await using var db = story.App.OpenDb();
        return await db.Notices.CountAsync(n => n.Kind == kind && n.State == NoticeState.Waiting, cancel);
    }

    private async Task<int> RunAsync(OnboardingStory story) =>
        (await story.App.AskAsync((RemindOfSteps job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Told");

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
