using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Tests.Camps;

public sealed class CampRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Problems_ASoundCamp_AreNone() => Assert.Empty(CampStory.Details().Problems());

    [Theory]
    [InlineData(CampFormat.Workshop, 1, true)]
    [InlineData(CampFormat.Workshop, 5, true)]
    [InlineData(CampFormat.Workshop, 6, false)]
    [InlineData(CampFormat.Placement, 13, false)]
    [InlineData(CampFormat.Placement, 14, true)]
    [InlineData(CampFormat.Placement, 70, true)]
    [InlineData(CampFormat.Placement, 71, false)]
    [InlineData(CampFormat.Thesis, 366, true)]
    [InlineData(CampFormat.Thesis, 367, false)]
    public void Problems_LengthOfAFormat_IsBounded(CampFormat format, int days, bool fits) => Assert.Equal(
        fits, !(CampStory.Details() with { Format = format, EndsOn = CampStory.Starts.AddDays(days - 1) }).Problems().Any());

    public static TheoryData<string, string, Func<CampDetails, CampDetails>> Broken => new()
    {
        { "Missing", nameof(CampDetails.NameHu), d => d with { NameHu = " " } },
        { "Missing", nameof(CampDetails.AboutEn), d => d with { AboutEn = "" } },
        { "TextTooLong", nameof(CampDetails.Place), d => d with { Place = new string('x', Camp.PlaceMaxLength + 1) } },
        { "CampEndsBeforeStart", nameof(CampDetails.EndsOn), d => d with { EndsOn = d.StartsOn.AddDays(-1), RegistrationClosesAt = Now, ChallengesCloseAt = Now } },
        { "CampDayInvalid", nameof(CampDetails.DayEnds), d => d with { DayEnds = d.DayStarts } },
        { "CampLanguageMissing", nameof(CampDetails.Languages), d => d with { Languages = [] } },
        { "CampLanguageMissing", nameof(CampDetails.Languages), d => d with { Languages = ["hu", "fr"] } },
        { "OutOfRange", nameof(CampDetails.Budget), d => d with { Budget = -1 } },
        { "NotKnown", nameof(CampDetails.BudgetCurrency), d => d with { BudgetCurrency = "USD" } },
        { "OutOfRange", nameof(CampDetails.StudentPlaces), d => d with { StudentPlaces = Camp.MaxPlaces + 1 } },
        { "OutOfRange", nameof(CampDetails.MinAge), d => d with { MinAge = 13 } },
        { "OutOfRange", nameof(CampDetails.MaxTeamSize), d => d with { MaxTeamSize = d.MinTeamSize - 1 } },
        { "OutOfRange", nameof(CampDetails.MaxTeamSize), d => d with { MaxTeamSize = Camp.LargestTeam + 1 } },
        { "OutOfRange", nameof(CampDetails.CertificateShare), d => d with { CertificateShare = 0 } },
        { "CampDeadlineAfterEnd", nameof(CampDetails.RegistrationClosesAt), d => d with { RegistrationClosesAt = LabTime.StartOf(d.EndsOn.AddDays(1)).AddMinutes(1) } },
        { "CampDeadlineAfterEnd", nameof(CampDetails.ChallengesCloseAt), d => d with { ChallengesCloseAt = LabTime.StartOf(d.EndsOn.AddDays(1)).AddMinutes(1) } },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Problems_ABrokenLimit_NamesItsField(string code, string field, Func<CampDetails, CampDetails> change)
    {
        var problem = Assert.Single(change(CampStory.Details()).Problems());
        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Steps_OfEveryStatus_AreTheseAlone()
    {
        (CampStatus, CampStatus)[] allowed =
        [
            (CampStatus.Draft, CampStatus.Open), (CampStatus.Draft, CampStatus.Cancelled),
            (CampStatus.Open, CampStatus.Draft), (CampStatus.Open, CampStatus.Preparing), (CampStatus.Open, CampStatus.Cancelled),
            (CampStatus.Preparing, CampStatus.Open), (CampStatus.Preparing, CampStatus.Running), (CampStatus.Preparing, CampStatus.Cancelled),
            (CampStatus.Running, CampStatus.FollowUp), (CampStatus.Running, CampStatus.Cancelled),
            (CampStatus.FollowUp, CampStatus.Closed),
        ];
        var all = Enum.GetValues<CampStatus>();
        Assert.Equal(allowed, from f in all from t in all where CampRules.Steps(f).Contains(t) select (f, t));
    }

    [Fact]
    public void Become_WithoutSuchAStep_IsABug() => Assert.Throws<InvalidOperationException>(() => CampIn(CampStatus.Open).Become(CampStatus.Closed));

    [Fact]
    public void IsPublic_FromItsOpening_UntilItIsTakenBack()
    {
        Assert.False(CampIn(CampStatus.Draft).IsPublic);
        Assert.True(CampIn(CampStatus.Open).IsPublic);
        Assert.True(CampIn(CampStatus.FollowUp).IsPublic);
        var back = CampIn(CampStatus.Open);
        back.Become(CampStatus.Draft);
        Assert.False(back.IsPublic);
        back.Become(CampStatus.Cancelled);
        Assert.False(back.IsPublic);
        var cancelled = CampIn(CampStatus.Open);
        cancelled.Become(CampStatus.Cancelled);
        Assert.True(cancelled.IsPublic);
    }

    [Fact]
    public void Obstacles_ByTheClock_AreNamed()
    {
        Assert.Equal(["CampStepUnknown"], Codes(CampIn(CampStatus.Draft), CampStatus.Running, Now));
        Assert.Empty(Codes(CampIn(CampStatus.Draft), CampStatus.Open, Now));
        Assert.Equal(["CampDeadlinePassed"], Codes(CampIn(CampStatus.Draft), CampStatus.Open, CampStory.RegistrationCloses));
        Assert.Equal(["CampOverAlready"], Codes(CampIn(CampStatus.Draft), CampStatus.Open, LabTime.StartOf(CampStory.Starts.AddDays(3))));
        Assert.Equal(["CampWithoutPlaces"], Codes(
            Camp.Create(CampStory.Details() with { StudentPlaces = 0, CompanyPlaces = 0, ExpertPlaces = 0 }), CampStatus.Open, Now));
        Assert.Equal(["CampNotBegunYet"], Codes(CampIn(CampStatus.Preparing), CampStatus.Running, LabTime.StartOf(CampStory.Starts).AddSeconds(-1)));
        Assert.Empty(Codes(CampIn(CampStatus.Preparing), CampStatus.Running, LabTime.StartOf(CampStory.Starts)));
        Assert.Equal(["CampNotOverYet"], Codes(CampIn(CampStatus.Running), CampStatus.FollowUp, LabTime.StartOf(CampStory.Starts.AddDays(2)).AddSeconds(-1)));
        Assert.Empty(Codes(CampIn(CampStatus.Running), CampStatus.FollowUp, LabTime.StartOf(CampStory.Starts.AddDays(2))));
        Assert.Equal(["CampInUse"], CampRules.Obstacles(CampIn(CampStatus.Open), CampStatus.Draft, Now, isInUse: true).Select(r => r.Code));
        Assert.Empty(Codes(CampIn(CampStatus.Open), CampStatus.Draft, Now));
    }

    public static TheoryData<string, string, Func<CampDetails, CampDetails>> FixedOnce => new()
    {
        { "CampFormatFixed", nameof(CampDetails.Format), d => d with { Format = CampFormat.Thesis } },
        { "DeadlineOnlyLater", nameof(CampDetails.RegistrationClosesAt), d => d with { RegistrationClosesAt = d.RegistrationClosesAt.AddMinutes(-1) } },
        { "DeadlineOnlyLater", nameof(CampDetails.ChallengesCloseAt), d => d with { ChallengesCloseAt = d.ChallengesCloseAt.AddMinutes(-1) } },
    };

    [Theory, MemberData(nameof(FixedOnce))]
    public void FixedByOpening_WhatPeopleRelyOn_StaysWhateverTheReason(string code, string field, Func<CampDetails, CampDetails> change)
    {
        Assert.Empty(CampRules.FixedByOpening(CampIn(CampStatus.Draft), change(CampStory.Details()), null));
        var refusal = Assert.Single(CampRules.FixedByOpening(CampIn(CampStatus.Open), change(CampStory.Details()), "A reason"));
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    public static TheoryData<Func<CampDetails, CampDetails>> WithAReason => new(
        d => d with { StartsOn = d.StartsOn.AddDays(1) }, d => d with { EndsOn = d.EndsOn.AddDays(-1) }, d => d with { Place = "Elsewhere" },
        d => d with { RegistrationClosesAt = d.RegistrationClosesAt.AddDays(1) }, d => d with { ChallengesCloseAt = d.ChallengesCloseAt.AddDays(1) },
        d => d with { MinAge = 18 });

    [Theory, MemberData(nameof(WithAReason))]
    public void FixedByOpening_WhatPeopleRelyOn_MovesWithAReason(Func<CampDetails, CampDetails> change)
    {
        Assert.Equal("CampReasonMissing", Assert.Single(CampRules.FixedByOpening(CampIn(CampStatus.Open), change(CampStory.Details()), " ")).Code);
        Assert.Empty(CampRules.FixedByOpening(CampIn(CampStatus.Open), change(CampStory.Details()), "The hall is flooded"));
        Assert.Empty(CampRules.FixedByOpening(CampIn(CampStatus.Draft), change(CampStory.Details()), null));
    }

    [Fact]
    public void FixedByOpening_Texts_ChangeFreely() => Assert.Empty(
        CampRules.FixedByOpening(CampIn(CampStatus.Running), CampStory.Details() with { AboutEn = "More.", StudentPlaces = 20, Partners = "X" }, null));

    [Fact]
    public void FixedByOpening_BegunOrOver_KeepsItsDays()
    {
        Assert.Equal("CampBegunAlready", Refuse(CampStatus.Running, d => d with { StartsOn = d.StartsOn.AddDays(1) }));
        Assert.Null(Refuse(CampStatus.Running, d => d with { EndsOn = d.EndsOn.AddDays(1) }));
        Assert.Equal("CampBegunAlready", Refuse(CampStatus.FollowUp, d => d with { EndsOn = d.EndsOn.AddDays(1) }));
        Assert.Equal("CampClosedAlready", Refuse(CampStatus.Closed, d => d));

        static string? Refuse(CampStatus status, Func<CampDetails, CampDetails> change) =>
            CampRules.FixedByOpening(CampIn(status), change(CampStory.Details()), "A reason").SingleOrDefault()?.Code;
    }

    [Fact]
    public void NudgeOf_ByTheClock_SaysWhatIsNext()
    {
        var first = LabTime.StartOf(CampStory.Starts);
        Assert.Equal(CampNudge.OpenIt, CampRules.NudgeOf(CampIn(CampStatus.Draft), first.AddDays(-CampRules.OpenDaysAhead)));
        Assert.Null(CampRules.NudgeOf(CampIn(CampStatus.Draft), first.AddDays(-CampRules.OpenDaysAhead).AddMinutes(-61)));
        Assert.Null(CampRules.NudgeOf(CampIn(CampStatus.Open), Now));
        Assert.Equal(CampNudge.PrepareIt, CampRules.NudgeOf(CampIn(CampStatus.Open), CampStory.RegistrationCloses));
        Assert.Null(CampRules.NudgeOf(CampIn(CampStatus.Preparing), CampStory.RegistrationCloses));
        Assert.Equal(CampNudge.BeginIt, CampRules.NudgeOf(CampIn(CampStatus.Preparing), first));
        Assert.Null(CampRules.NudgeOf(CampIn(CampStatus.Running), first.AddDays(2)));
        Assert.Equal(CampNudge.FollowItUp, CampRules.NudgeOf(CampIn(CampStatus.Running), first.AddDays(3)));
        Assert.Equal(CampNudge.NeverRan, CampRules.NudgeOf(CampIn(CampStatus.Preparing), first.AddDays(3)));
    }

    private static IEnumerable<string> Codes(Camp camp, CampStatus to, DateTimeOffset now) => CampRules.Obstacles(camp, to, now, isInUse: false).Select(r => r.Code);

    private static Camp CampIn(CampStatus status)
    {
        var camp = Camp.Create(CampStory.Details());
        foreach (var step in Enum.GetValues<CampStatus>().Where(s => s > CampStatus.Draft && s <= status)) camp.Become(step);
        return camp;
    }
}
