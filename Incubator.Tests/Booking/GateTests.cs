using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Companies.Onboarding;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>What the state of the onboarding lets be booked, moved and offered.</summary>
public class GateTests : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly Lab lab = new();

    public void Dispose()
    {
        lab.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Reserve_StepMissing_NamesItUntilItIsDone()
    {
        var dryer = lab.Resource();
        var step = lab.Step();
        var refused = await lab.ReserveAsync(Lab.Slot(9, 12), dryer);
        Assert.Equal(OnboardingRefusals.OnboardingIncomplete, Assert.Single(refused.Refusals).Code);
        Assert.Equal(step.Name, refused.Refusals[0].Facts["step"]);
        await lab.DoneAsync(step, new DateOnly(2026, 11, 30));
        await lab.BookAsync(Lab.Slot(9, 12), dryer);
    }

    [Fact]
    public async Task Reserve_ValidToday_IsRefusedForADayAfterItsEnd()
    {
        var dryer = lab.Resource();
        await lab.DoneAsync(lab.Step(), new DateOnly(2026, 11, 11));
        await lab.BookAsync(Lab.Slot(9, 10, day: 11), dryer);
        var refused = Assert.Single((await lab.ReserveAsync(Lab.Slot(9, 10, day: 12), dryer)).Refusals);
        Assert.Equal(
            (OnboardingRefusals.StepExpired, new DateOnly(2026, 11, 11), new DateOnly(2026, 11, 12)),
            (refused.Code, refused.Facts["until"], refused.Facts["day"]));
    }

    [Fact]
    public async Task Reserve_NoFoodRegistration_IsOpenForResearchWhichIsKept()
    {
        var dryer = lab.Resource();
        lab.FoodRegistration();
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 12), dryer)).Was(OnboardingRefusals.SaleNotCovered));
        var booked = await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { LotUse = LotUse.ResearchOnly });
        Assert.Equal(LotUse.ResearchOnly, (await lab.SeeAsync(booked.Value.Reference)).LotUse);
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Move_ResearchToSale_MeetsTheGateAndIsToldInTheHistory()
    {
        var dryer = lab.Resource();
        var food = lab.FoodRegistration();
        var research = (await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { LotUse = LotUse.ResearchOnly })).Value.Reference;
        var sell = new MoveReservation { Reference = research, Slot = Lab.Slot(9, 12), LotUse = LotUse.ForSale };
        Assert.True((await lab.OnDeskAsync(d => d.MoveAsync(sell, lab.Anna, Cancel))).Was(OnboardingRefusals.SaleNotCovered));
        // Moving it as research keeps it so.
        Assert.True((await lab.MoveAsync(research, Lab.Slot(13, 15))).Succeeded);
        Assert.Equal(LotUse.ResearchOnly, (await lab.SeeAsync(research)).LotUse);
        await lab.DoneAsync(food);
        Assert.True((await lab.OnDeskAsync(d => d.MoveAsync(sell with { Slot = Lab.Slot(13, 15) }, lab.Anna, Cancel))).Succeeded);
        Assert.Equal(LotUse.ForSale, (await lab.SeeAsync(research)).LotUse);
        await using var db = lab.Open();
        Assert.Contains(db.History.Where(h => h.Act == "Moved").ToList(), h => h.Changes!.Contains("ResearchOnly", StringComparison.Ordinal));
        await lab.AssertSoundAsync();
    }

    [Fact]
    public async Task Reserve_StepOfThePerson_IsJudgedForWhomItIsBooked()
    {
        var dryer = lab.Resource();
        var hygiene = lab.Step(s => s with { PerPerson = true, Doer = StepDoer.Person });
        await lab.DoneAsync(hygiene, new DateOnly(2026, 12, 31), lab.Anna.PersonId);
        await lab.BookAsync(Lab.Slot(9, 10), dryer);
        Assert.False((await lab.ReserveAsync(lab.Wish(Lab.Slot(10, 11), dryer), lab.Bela)).Succeeded);
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(10, 11), dryer) with { PersonId = lab.Anna.PersonId }, lab.Bela)).Succeeded);
        // For the company as such only its own steps are asked for.
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(11, 12), dryer), lab.Staff)).Succeeded);
        Assert.False((await lab.ReserveAsync(lab.Wish(Lab.Slot(12, 13), dryer) with { PersonId = lab.Bela.PersonId }, lab.Staff)).Succeeded);
    }

    [Fact]
    public async Task Reserve_ByStaffWithAReason_PassesOnlyWhatTheStepLets()
    {
        var dryer = lab.Resource();
        var wish = lab.Wish(Lab.Slot(9, 12), dryer) with { OverrideReason = "The policy is in the post" };
        lab.Step(s => s with { StaffMayOverride = true });
        Assert.True((await lab.ReserveAsync(wish, lab.Staff)).Succeeded);
        lab.Step();
        Assert.False((await lab.ReserveAsync(wish with { SubmissionKey = Guid.NewGuid(), Slot = Lab.Slot(13, 14) }, lab.Staff)).Succeeded);
    }

    [Fact]
    public async Task Reserve_MembershipEndedBeforeTheDay_IsRefused()
    {
        var dryer = lab.Resource();
        lab.Add(Membership.Create(lab.Dairy, MembershipKind.Member, new(2026, 1, 1), new(2026, 11, 10)));
        await lab.BookAsync(Lab.Slot(9, 10), dryer);
        Assert.True((await lab.ReserveAsync(Lab.Slot(9, 10, day: 11), dryer)).Was(OnboardingRefusals.MembershipEnded));
        // Who has no membership rows is asked for the general steps only.
        Assert.True((await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 10, day: 11), dryer) with { CompanyId = lab.Mill }, lab.Dora)).Succeeded);
    }

    [Fact]
    public async Task Find_OnlyOffersDaysThatTheGateLets()
    {
        var dryer = lab.Resource();
        var step = lab.Step();
        var wish = new FindFreeTime { ResourceIds = [dryer], Minutes = 60, From = new(2026, 11, 9), Until = new(2026, 11, 20), CompanyId = lab.Dairy };
        Assert.Empty(await lab.FindAsync(wish));
        lab.Add(Accepted(step, new(2026, 11, 11), new(2026, 11, 12)));
        Assert.Equal([new DateOnly(2026, 11, 11), new DateOnly(2026, 11, 12)], (await lab.FindAsync(wish)).Select(f => LabTime.DateOf(f.Slot.Start)));
    }

    [Fact]
    public async Task Find_NoFoodRegistration_OffersForResearchAndIsAccepted()
    {
        var dryer = lab.Resource();
        var food = lab.FoodRegistration();
        var wish = new FindFreeTime { ResourceIds = [dryer], Minutes = 60, From = new(2026, 11, 10), Until = new(2026, 11, 11), CompanyId = lab.Dairy };
        Assert.Empty(await lab.FindAsync(wish with { LotUse = LotUse.ForSale }));
        var offered = await lab.FindAsync(wish);
        Assert.All(offered, f => Assert.Equal(LotUse.ResearchOnly, f.LotUse));
        Assert.Empty(await lab.OnDeskAsync(d => d.CheckAsync(lab.Wish(offered[0].Slot, dryer) with { LotUse = offered[0].LotUse }, lab.Anna, Cancel)));
        await lab.DoneAsync(food);
        Assert.All(await lab.FindAsync(wish), f => Assert.Equal(LotUse.ForSale, f.LotUse));
    }

    [Fact]
    public async Task Affected_AfterRevoking_ListsWhatTheGateWouldRefuseAndCancelsNothing()
    {
        var dryer = lab.Resource();
        var record = await lab.DoneAsync(lab.Step(), new DateOnly(2026, 11, 12));
        var reference = await lab.BookAsync(Lab.Slot(9, 10), dryer);
        Assert.Empty(await AffectedAsync());
        await lab.RevokeAsync(record);
        var affected = Assert.Single(await AffectedAsync());
        Assert.Equal((reference, OnboardingRefusals.StepRevoked), (affected.Reference, Assert.Single(affected.Refusals).Code));
        Assert.Equal(ReservationState.Confirmed, (await lab.SeeAsync(reference)).State);
        Assert.Empty(await AffectedAsync(lab.Mill));
        lab.GoTo(Lab.At(10, 10));
        Assert.Empty(await AffectedAsync());
    }

    [Fact]
    public async Task Affected_OverriddenWithAReason_IsKnownToStaffAlready()
    {
        var dryer = lab.Resource();
        lab.Step(s => s with { StaffMayOverride = true });
        await lab.ReserveAsync(lab.Wish(Lab.Slot(9, 12), dryer) with { OverrideReason = "The policy is in the post" }, lab.Staff);
        Assert.Empty(await AffectedAsync());
        lab.FoodRegistration();
        Assert.Single(await AffectedAsync());
    }

    [Fact]
    public async Task Affected_FarAhead_IsToldToTheCompanyAndToStaffWhenItComesNear()
    {
        var dryer = lab.Resource();
        var record = await lab.DoneAsync(lab.Step(), new DateOnly(2027, 12, 1));
        await lab.BookAsync(Lab.Slot(9, 10, 9 + AffectedByOnboarding.DaysAhead), dryer);
        await lab.RevokeAsync(record);
        Assert.Single(await AffectedAsync(lab.Dairy));
        Assert.Empty(await AffectedAsync());
        lab.GoTo(Lab.At(10, 8));
        Assert.Single(await AffectedAsync());
    }

    private async Task<IReadOnlyList<GatedReservation>> AffectedAsync(params long[] companies)
    {
        await using var db = lab.Open();
        return await new AffectedByOnboarding(db, new OnboardingReader(db), lab.Clock).ReadAsync(companies.Length == 0 ? null : companies, Cancel);
    }

    private StepRecord Accepted(OnboardingStep step, DateOnly from, DateOnly until)
    {
        var record = StepRecord.Submit(step, lab.Dairy, null, new EvidenceGiven { ValidFrom = from }, null, lab.Clock.GetUtcNow(), null);
        record.Accept(until, lab.Clock.GetUtcNow(), null);
        return record;
    }
}
