using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Onboarding;

public class StepDeskTests : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private static readonly DateOnly Today = OnboardingLab.Today;
    private readonly Lab lab = new();

    public void Dispose()
    {
        lab.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Define_FromToday_IsKept()
    {
        var reference = await lab.DefineAsync(d => d.DefineAsync(Details(Today), lab.Staff, Cancel));
        await using var db = lab.Open();
        Assert.Equal("HACCP", (await db.OnboardingSteps.SingleAsync(s => s.Reference == reference.Value, Cancel)).NameEn);
    }

    [Fact]
    public async Task Define_InThePastOrByOthers_IsRefused()
    {
        Assert.True((await lab.DefineAsync(d => d.DefineAsync(Details(Today.AddDays(-1)), lab.Staff, Cancel))).Was("StepInPast"));
        Assert.True((await lab.DefineAsync(d => d.DefineAsync(Details(Today), lab.Chief, Cancel))).Was("NotFound"));
        var unfit = Details(Today) with { Doer = StepDoer.Person, Wanted = EvidenceParts.None, Validity = StepValidity.Months, Months = 0, NameHu = " " };
        Assert.Equal(["NameHu", "Months", "Wanted", "Doer"], (await lab.DefineAsync(d => d.DefineAsync(unfit, lab.Staff, Cancel))).Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task Edit_WhoseItIs_CannotChangeUnderRecords()
    {
        var step = lab.Step();
        var details = Details(step.ActiveFrom) with { PerPerson = true };
        Assert.True((await EditAsync(step, details)).Succeeded);
        var other = lab.Step();
        await lab.DoneAsync(other, Today);
        Assert.True((await EditAsync(other, details)).Was("StepHasRecords"));
        Assert.True((await EditAsync(step, Details(step.ActiveFrom))).Was("ChangedMeanwhile"));
    }

    [Fact]
    public async Task Retire_AndTakenUpAgain_KeepsWhatWasAccepted()
    {
        var step = lab.Step();
        var record = await lab.DoneAsync(step, Today);
        Assert.True((await lab.DefineAsync(d => d.RetireAsync(step.Reference, Today, step.Version, lab.Staff, Cancel))).Succeeded);
        Assert.True((await lab.SubmitAsync(step, Today)).Was("StepRetired"));
        Assert.Equal(RecordState.Accepted, lab.Record(record).State);
        var version = (await SeeAsync(step)).Version;
        Assert.True((await lab.DefineAsync(d => d.TakeUpAgainAsync(step.Reference, version, lab.Staff, Cancel))).Succeeded);
        Assert.True((await lab.SubmitAsync(step, Today)).Succeeded);
    }

    [Fact]
    public async Task Publish_AskingAnew_EndsWhatWasAcceptedTheDayBeforeAndReminds()
    {
        lab.GiveTheChiefAnAddress();
        var step = lab.Agreement();
        var record = (await lab.SignAsync(step)).Value;
        var scan = (await lab.SubmitAsync(step)).Value;
        var from = Today.AddDays(100);
        Assert.Equal(2, (await PublishAsync(step, 1, from)).Value);
        Assert.Equal(from.AddDays(-1), lab.Record(record).ValidUntil);
        await using (var db = lab.Open()) Assert.Equal(3, await db.Notices.CountAsync(n => n.Kind == "StepExpires" && n.WithdrawnAt == null, Cancel));

        // A scan of the earlier version, accepted late, ends with it; who accepts the new one is done.
        await lab.AcceptAsync(scan);
        Assert.Equal(from.AddDays(-1), lab.Record(scan).ValidUntil);
        Assert.Null(lab.Record((await lab.SignAsync(step)).Value).ValidUntil);
    }

    [Fact]
    public async Task Publish_AskingNothingAnew_LeavesWhatWasAccepted()
    {
        var step = lab.Agreement();
        var record = (await lab.SignAsync(step)).Value;
        Assert.True((await PublishAsync(step, 1, null)).Succeeded);
        Assert.Null(lab.Record(record).ValidUntil);
        Assert.True((await PublishAsync(step, 1, null)).Was("ChangedMeanwhile"));
        Assert.True((await PublishAsync(step, 2, Today.AddDays(-1))).Was("StepInPast"));
        Assert.True((await PublishAsync(step, 2, null, "{nobody}")).Was("PlaceholderUnknown"));
        Assert.True((await PublishAsync(lab.Step(), 0, null)).Was("NotFound"));
    }

    [Fact]
    public async Task HouseSteps_LoadedOnce_StayOutOnceRetired()
    {
        await LoadAsync();
        await using (var db = lab.Open())
        {
            // The lab of this test has companies already: they get notice.
            Assert.All(await db.OnboardingSteps.ToListAsync(Cancel), s => Assert.Equal(Today.AddDays(HouseSteps.DaysOfNotice), s.ActiveFrom));
            Assert.Equal(3, await db.StepTexts.CountAsync(Cancel));
            foreach (var step in db.OnboardingSteps) step.Retire(Today);
            await db.SaveChangesAsync(Cancel);
        }

        await LoadAsync();
        await using var after = lab.Open();
        Assert.All(await after.OnboardingSteps.ToListAsync(Cancel), s => Assert.NotNull(s.RetiredFrom));
    }

    private async Task LoadAsync()
    {
        await using var db = lab.Open();
        await HouseSteps.LoadAsync(db, House.Path("db", "seed"), lab.Clock, Cancel);
    }

    private Task<Result<Done>> EditAsync(OnboardingStep step, StepDetails details) => lab.DefineAsync(d => d.EditAsync(
        new EditStep { Step = step.Reference, Details = details, SeenVersion = step.Version }, lab.Staff, Cancel));

    private Task<Result<int>> PublishAsync(OnboardingStep step, int seen, DateOnly? asksAnewFrom, string body = "# New\n\n{company}") =>
        lab.DefineAsync(d => d.PublishAsync(
            new PublishText { Step = step.Reference, BodyHu = body, BodyEn = body, AsksAnewFrom = asksAnewFrom, SeenNumber = seen }, lab.Staff, Cancel));

    private async Task<OnboardingStep> SeeAsync(OnboardingStep step)
    {
        await using var db = lab.Open();
        return await db.OnboardingSteps.SingleAsync(s => s.Id == step.Id, Cancel);
    }

    private static StepDetails Details(DateOnly from) => new()
    {
        Kind = StepKind.HaccpPlan,
        NameHu = "HACCP-terv",
        NameEn = "HACCP",
        Wanted = EvidenceParts.File,
        ActiveFrom = from,
    };
}
