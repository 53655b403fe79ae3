using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Companies.Onboarding;

public sealed class OnboardingRulesTests
{
    private static readonly DateTimeOffset Now = Lab.At(9, 8);
    private static readonly DateOnly Today = new(2026, 11, 9);
    private static readonly DateOnly Day = new(2026, 12, 10);
    private readonly List<StepRecord> records = [];
    private int count;

    [Fact]
    public void Gate_NoStepsAndNoMemberships_LetsEverythingPass() =>
        Assert.Empty(OnboardingRules.Gate(OnboardingFacts.None, 7, [Day], LotUse.ForSale));

    [Fact]
    public void Gate_StepNotStarted_IsNamedInBothLanguages()
    {
        var refusal = Assert.Single(Gate([Step()]));
        Assert.Equal(OnboardingRefusals.OnboardingIncomplete, refusal.Code);
        Assert.Equal(new LocalName("Biztosítás", "Insurance"), refusal.Facts["step"]);
        Assert.False(refusal.Overridable);
    }

    [Fact]
    public void Gate_StepThatStaffMayPass_IsOverridable() =>
        Assert.True(Assert.Single(Gate([Step(s => s with { StaffMayOverride = true })])).Overridable);

    [Theory]
    [InlineData(2, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void Gate_ValidUntilADay_IsJudgedAtTheBookedDayNotToday(int lastDay, bool passes)
    {
        var step = Step();
        Accepted(step, until: new DateOnly(2026, 12, lastDay));
        var refusals = Gate([step]);
        Assert.Equal(passes, refusals.Count == 0);
        if (passes) return;
        Assert.Equal(OnboardingRefusals.StepExpired, Assert.Single(refusals).Code);
        Assert.Equal((new DateOnly(2026, 12, lastDay), Day), (refusals[0].Facts["until"], refusals[0].Facts["day"]));
    }

    [Fact]
    public void Gate_SlotOverMidnight_IsJudgedOnEveryDayItTouches()
    {
        var step = Step();
        Accepted(step, until: new DateOnly(2026, 11, 10));
        Assert.Empty(Gate([step], [.. OnboardingRules.DaysOf(Lab.Slot(20, 24))]));
        var over = Assert.Single(Gate([step], [.. OnboardingRules.DaysOf(Lab.Slot(20, 24.25))]));
        Assert.Equal(new DateOnly(2026, 11, 11), over.Facts["day"]);
    }

    [Fact]
    public void DaysOf_LocalDays_AreThoseOfTheLabsClock()
    {
        // 23:30 UTC is half past midnight in Debrecen.
        var slot = new TimeSlot(new(2026, 11, 10, 23, 30, 0, TimeSpan.Zero), new(2026, 11, 11, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal([new DateOnly(2026, 11, 11)], OnboardingRules.DaysOf(slot));
    }

    [Fact]
    public void Gate_RenewalFollowsWithoutGap_PassesOnEitherSide()
    {
        var step = Step();
        Accepted(step, until: Day.AddDays(-1));
        Accepted(step, from: Day, until: Day.AddYears(1));
        Assert.Empty(Gate([step], [Day.AddDays(-1), Day]));
        Assert.Equal(OnboardingRefusals.StepExpired, Assert.Single(Gate([step], [Day.AddYears(2)])).Code);
    }

    [Fact]
    public void Gate_CoverBeginsLater_SaysFromWhen()
    {
        var step = Step();
        Accepted(step, from: Day.AddDays(1));
        Assert.Equal(Day.AddDays(1), Assert.Single(Gate([step])).Facts["from"]);
    }

    [Fact]
    public void Gate_RenewalRefusedOrRevoked_LeavesWhatStillCovers()
    {
        var step = Step();
        Accepted(step, until: Day);
        Submitted(step).Refuse("Not legible", Now, null);
        Assert.Empty(Gate([step]));
        var later = Assert.Single(Gate([step], [Day.AddDays(1)]));
        Assert.Equal((OnboardingRefusals.StepRefused, "Not legible"), (later.Code, later.Facts["reason"]));
    }

    [Fact]
    public void Gate_EachState_HasItsOwnRefusal()
    {
        var (waiting, refused, revoked) = (Step(), Step(), Step());
        Submitted(waiting);
        Submitted(refused).Refuse("No", Now, null);
        Accepted(revoked).Revoke("Cancelled by the insurer", Now, null);
        Assert.Equal(
            [OnboardingRefusals.StepAwaitsDecision, OnboardingRefusals.StepRefused, OnboardingRefusals.StepRevoked],
            Gate([waiting, refused, revoked]).Select(r => r.Code));
    }

    [Fact]
    public void Gate_FoodRegistrationMissing_LetsResearchPassOnly()
    {
        var food = Step(s => s with { Kind = StepKind.FoodRegistration, Blocks = StepBlocks.CommercialUse });
        var refusal = Assert.Single(Gate([food]));
        Assert.Equal((OnboardingRefusals.SaleNotCovered, "LotUse"), (refusal.Code, refusal.Field));
        Assert.Empty(Gate([food], use: LotUse.ResearchOnly));
    }

    [Fact]
    public void Gate_DeclaredNotForSale_IsDoneAndStillSellsNothing()
    {
        var food = Step(s => s with { Kind = StepKind.FoodRegistration, Blocks = StepBlocks.CommercialUse });
        Add(StepRecord.Submit(food, 1, null, new EvidenceGiven { NotForSale = true }, null, Now, null)).Accept(null, Now, null);
        Assert.True(OnboardingRules.StandingOn(food, records, null, Day).IsDone);
        Assert.Equal(OnboardingRefusals.SaleNotCovered, Assert.Single(Gate([food])).Code);
        Accepted(food);
        Assert.Empty(Gate([food]));
    }

    [Fact]
    public void Gate_StepOfThePerson_IsAskedOfWhoIsBookedForOnly()
    {
        var hygiene = Step(s => s with { PerPerson = true, Doer = StepDoer.Person });
        Accepted(hygiene, person: 7);
        Assert.Empty(Gate([hygiene], person: 7));
        Assert.Single(Gate([hygiene], person: 8));
        Assert.Empty(Gate([hygiene], person: null));
    }

    [Fact]
    public void Gate_StepActiveFromALaterDay_CountsFromThatDay()
    {
        var step = Step(s => s with { ActiveFrom = Day });
        Assert.Empty(Gate([step], [Day.AddDays(-1)]));
        Assert.Single(Gate([step], [Day]));
        step.Retire(Day.AddDays(5));
        Assert.Single(Gate([step], [Day.AddDays(4)]));
        Assert.Empty(Gate([step], [Day.AddDays(5)]));
    }

    [Fact]
    public void Gate_StepOfAKind_IsAskedWhereAMembershipOfThatKindCoversTheDay()
    {
        var step = Step(s => s with { AppliesTo = MembershipKinds.Cohort | MembershipKinds.SingleUse });
        Membership Of(MembershipKind kind) => Membership.Create(1, kind, Today);
        Assert.Empty(Gate([step]));
        Assert.Empty(Gate([step], memberships: Of(MembershipKind.Member)));
        Assert.Single(Gate([step], memberships: Of(MembershipKind.Cohort)));
        Assert.Single(Gate([step], memberships: [Of(MembershipKind.Member), Of(MembershipKind.SingleUse)]));
    }

    [Fact]
    public void Gate_MembershipDoesNotCoverTheDay_Refuses()
    {
        var ended = Assert.Single(Gate([], memberships: Membership.Create(1, MembershipKind.Member, Today, Day.AddDays(-1))));
        Assert.Equal((OnboardingRefusals.MembershipEnded, Day.AddDays(-1), true), (ended.Code, ended.Facts["until"], ended.Overridable));
        Assert.Equal(OnboardingRefusals.MembershipNotBegun, Assert.Single(Gate([], memberships: Membership.Create(1, MembershipKind.Member, Day.AddDays(1)))).Code);
        Assert.Empty(Gate([], memberships: Membership.Create(1, MembershipKind.Member, Today, Day)));
    }

    [Fact]
    public void Standing_RenewalHandedInBeforeTheEnd_CountsAndWaits()
    {
        var step = Step();
        Accepted(step, until: Day);
        var renewal = Submitted(step);
        var standing = OnboardingRules.StandingOn(step, records, null, Day);
        Assert.Equal((StepState.Accepted, renewal), (standing.State, standing.Waiting));
        Assert.Equal(StepState.Submitted, OnboardingRules.StandingOn(step, records, null, Day.AddDays(1)).State);
        renewal.Replace();
        Assert.Equal(StepState.Expired, OnboardingRules.StandingOn(step, records, null, Day.AddDays(1)).State);
    }

    [Fact]
    public void ValidUntil_Months_EndTheDayBeforeTheSameDay()
    {
        var yearly = Step(s => s with { Validity = StepValidity.Months, Months = 12 });
        Assert.Equal(new DateOnly(2027, 11, 8), OnboardingRules.ValidUntil(yearly, Today, null));
        Assert.Equal(Day.AddDays(-1), OnboardingRules.ValidUntil(yearly, Today, null, asksAnewFrom: Day));
        Assert.Equal(Day, OnboardingRules.ValidUntil(Step(s => s with { Validity = StepValidity.UntilGiven }), Today, Day));
        Assert.Null(OnboardingRules.ValidUntil(Step(), Today, Day));
    }

    [Fact]
    public void Problems_EvidenceLacksWhatIsWanted_NamesEachField()
    {
        var step = Step(s => s with { Wanted = EvidenceParts.File | EvidenceParts.Number | EvidenceParts.DocumentVersion, Validity = StepValidity.UntilGiven });
        Assert.Equal(["File", "Number", "DocumentVersion", "ValidUntil"], OnboardingRules.Problems(step, new EvidenceGiven(), false, Today).Select(p => p.Field));
        var given = new EvidenceGiven { Number = "K-1", DocumentVersion = "2", ValidUntil = Today };
        Assert.Empty(OnboardingRules.Problems(step, given, true, Today));
        Assert.Contains(OnboardingRules.Problems(step, given with { ValidUntil = Today.AddDays(-1) }, true, Today), p => p.Code == "ValidityOver");
        Assert.Contains(OnboardingRules.Problems(step, given with { ValidFrom = Today.AddDays(1) }, true, Today), p => p.Code == "ValidityOrder");
        Assert.Contains(OnboardingRules.Problems(step, new EvidenceGiven { NotForSale = true }, false, Today), p => p.Code == "NotSaleDeclared");
        Assert.Empty(OnboardingRules.Problems(Step(s => s with { Kind = StepKind.FoodRegistration }), new EvidenceGiven { NotForSale = true }, false, Today));
    }

    [Fact]
    public void HouseSteps_All_AreSoundAndSafetyIsNeverPassed()
    {
        Assert.All(HouseSteps.All(Today), s => Assert.Empty(s.Problems()));
        Assert.All(
            HouseSteps.All(Today).Where(s => s.Kind is StepKind.HygieneCertificate or StepKind.Induction or StepKind.HouseRules or StepKind.FoodRegistration),
            s => Assert.False(s.StaffMayOverride));
    }

    private IReadOnlyList<Refusal> Gate(
        IReadOnlyList<OnboardingStep> steps, IReadOnlyList<DateOnly>? days = null, LotUse use = LotUse.ForSale, long? person = null,
        params IReadOnlyList<Membership> memberships) =>
        OnboardingRules.Gate(new OnboardingFacts(steps, records, memberships), person, days ?? [Day], use);

    private StepRecord Submitted(OnboardingStep step, DateOnly? from = null, DateOnly? until = null, long? person = null) =>
        Add(StepRecord.Submit(step, 1, person, new EvidenceGiven { ValidFrom = from, ValidUntil = until }, null, Now, null));

    private StepRecord Accepted(OnboardingStep step, DateOnly? from = null, DateOnly? until = null, long? person = null)
    {
        var record = Submitted(step, from, until, person);
        record.Accept(until, Now, null);
        return record;
    }

    private StepRecord Add(StepRecord record)
    {
        SetId(record, records.Count + 1);
        records.Add(record);
        return record;
    }

    private OnboardingStep Step(Func<StepDetails, StepDetails>? change = null)
    {
        var details = new StepDetails
        {
            Kind = StepKind.Insurance,
            NameHu = "Biztosítás",
            NameEn = "Insurance",
            Wanted = EvidenceParts.File,
            ActiveFrom = new DateOnly(2026, 1, 1),
        };
        var step = OnboardingStep.Create(change?.Invoke(details) ?? details);
        SetId(step, ++count);
        return step;
    }

    // The database gives ids; here nothing is saved.
    private static void SetId<T>(T entity, long id) => typeof(T).GetProperty("Id")!.SetValue(entity, id);
}
