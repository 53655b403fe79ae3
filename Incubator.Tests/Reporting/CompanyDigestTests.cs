using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Incubator.Core.Reporting;
using Incubator.Tests.Booking;
using Incubator.Tests.Cohorts;
using Incubator.Tests.Companies.Onboarding;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Reporting;

public class CompanyDigestTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-09 06:59", null)]
    [InlineData("2026-11-09 07:00", "2026-11-09")]
    [InlineData("2026-11-09 23:59", "2026-11-09")]
    [InlineData("2026-11-10 11:59", "2026-11-09")]
    [InlineData("2026-11-10 12:00", null)]
    [InlineData("2026-11-08 09:00", null)]
    // The clocks went back on the day before.
    [InlineData("2026-10-26 06:59", null)]
    [InlineData("2026-10-26 07:00", "2026-10-26")]
    [InlineData("2026-03-30 07:00", "2026-03-30")]
    public void MondayAt_ByTheClockOnTheWall_IsTheWeekThatBegins(string local, string? monday) => Assert.Equal(
        monday is null ? null : DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), CompanyDigest.MondayAt(At(local)));

    [Fact]
    public async Task Run_Monday_TellsEachPersonOnceWhatIsTheirs()
    {
        using var story = await OnboardingStory.BeginAsync();
        await story.CompleteAsync(StepKind.HygieneCertificate, StepKind.Insurance);
        await story.EnterAsync(StepKind.Insurance, until: new DateOnly(2026, 12, 1));
        await story.EnterAsync(StepKind.HygieneCertificate, story.Booking.Anna.Id);
        await story.EnterAsync(StepKind.HygieneCertificate, story.Chief.Id);
        await story.Booking.BookAsync(story.Company, new TimeSlot(At("2026-11-17 09:00"), At("2026-11-17 12:00")));
        Assert.Equal(0, await RunAsync(story.App, "2026-11-15 20:00"));
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(story.App, "2026-11-16 10:00"))));
        // Anna, the manager, and Béla of the other company, whose steps are all missing.
        Assert.Equal(3, runs.Sum());
        Assert.Equal(0, await RunAsync(story.App, "2026-11-17 09:00"));
        await using var db = story.App.OpenDb();
        var letters = (await db.Notices.Where(n => n.Kind == "CompanyDigest").ToListAsync(cancel)).ToDictionary(n => n.PersonId!.Value, n => NoticeFacts.Of(n).Lists);
        Assert.Equal(["reservations"], letters[story.Booking.Anna.Id].Keys);
        Assert.Equal(["ending", "reservations"], letters[story.Chief.Id].Keys.Order());
        // A member of the other company is told only of the own certificate, and of nobody else's reservations.
        Assert.Equal(["missing"], letters[story.Booking.Bela.Id].Keys);
        Assert.Single(letters[story.Booking.Bela.Id]["missing"]);
        var said = await StaffDigestTests.SayAsync(story.App, "CompanyDigest", "hu");
        Assert.Equal("Hajdú Sajt Kft.: a hét teendői (2026. november 16., hétfő)", said.Subject);
        Assert.Equal("2026. november 17., kedd, 09:00–12:00: Porlasztva szárító", said.Sections[0].Lines[0]);
    }

    [Fact]
    public async Task Run_CompanyInACohort_TellsItsManagerOfMilestonesAndUpdates()
    {
        using var story = await CohortStory.BeginAsync();
        await story.App.Given.MemberAsync(story.Dairy);
        await story.MilestoneAsync("Ten wheels", new DateOnly(2026, 11, 20));
        await story.MilestoneAsync("In the shops", new DateOnly(2026, 11, 23));
        Assert.Equal(2, await RunAsync(story.App, "2026-11-16 07:00"));
        await using var db = story.App.OpenDb();
        var lists = NoticeFacts.Of(await db.Notices.SingleAsync(n => n.Kind == "CompanyDigest" && n.PersonId == story.Manager.Id, cancel)).Lists;
        Assert.Equal("Ten wheels", Assert.Single(lists["milestones"])["milestone"]);
        Assert.Equal(["2", "3"], lists["updates"].Select(u => u["number"]));
        var said = await StaffDigestTests.SayAsync(story.App, "CompanyDigest", "en");
        Assert.Contains("Quarter 2 of 2026", said.Sections[1].Lines);
    }

    [Fact]
    public async Task Run_NothingToTell_WritesNothing()
    {
        using var story = await BookingStory.BeginAsync();
        Assert.Equal(0, await RunAsync(story.App, "2026-11-16 07:00"));
    }

    private async Task<int> RunAsync(IncubatorApp app, string local)
    {
        app.Time.SetUtcNow(At(local));
        return (await app.AskAsync((CompanyDigest job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Told");
    }

    private static DateTimeOffset At(string local) =>
        LabTime.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).Value;
}
