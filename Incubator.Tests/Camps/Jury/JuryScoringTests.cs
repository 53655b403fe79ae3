using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Jury;

/// <summary>From scores to the order of teams; every step of the tie rule, and jurors with different numbers of teams.</summary>
public sealed class JuryScoringTests
{
    private const long Value = 1, Safety = 2, Repeat = 3;
    private static readonly IReadOnlyList<JuryWeight> Criteria =
        [new(Value, 2), new(Safety, 1, JuryAspect.FoodSafety), new(Repeat, 1, JuryAspect.Repeatability)];

    [Fact]
    public void Rank_DifferentScores_OrdersByTheWeightedMean()
    {
        var result = Rank([10, 11], Mark(10, 1, 3, 3, 3), Mark(11, 1, 5, 2, 2));
        Assert.Equal([(11L, 1, 3.50m), (10L, 2, 3.00m)], result.Select(s => (s.TeamId, s.Rank!.Value, s.Score!.Value)));
        Assert.Equal([TieBreak.Score, null], result.Select(s => s.Ahead));
    }

    [Fact]
    public void Rank_JurorsWithDifferentNumbersOfTeams_TakesTheMeanOverThoseWhoScored()
    {
        // Juror 2 may not judge team 10: it stands by juror 1 alone, neither ahead nor behind for that.
        var result = Rank([10, 11], Mark(10, 1, 4, 4, 4), Mark(11, 1, 4, 4, 4), Mark(11, 2, 2, 2, 2));
        Assert.Equal([(10L, 4.00m, 1), (11L, 3.00m, 2)], result.Select(s => (s.TeamId, s.Score!.Value, s.Jurors)));
    }

    [Fact]
    public void Rank_MeansThatReadTheSame_TieAndAreDecidedByFoodSafety()
    {
        // 2·3 + 4 + 2 = 2·3 + 2 + 4: equal scores.
        var result = Rank([10, 11], Mark(10, 1, 3, 2, 4), Mark(11, 1, 3, 4, 2));
        Assert.Equal([11, 10], result.Select(s => s.TeamId));
        Assert.Equal(TieBreak.FoodSafety, result[0].Ahead);
        Assert.Equal([1, 2], result.Select(s => s.Rank!.Value));
    }

    [Fact]
    public void Rank_EqualOnFoodSafetyToo_IsDecidedByRepeatability()
    {
        // Equal scores and safety need another weight to differ on repeatability.
        IReadOnlyList<JuryWeight> even = [new(Value, 1), new(Safety, 1, JuryAspect.FoodSafety), new(Repeat, 1, JuryAspect.Repeatability)];
        var result = JuryScoring.Rank(even, [10, 11], [Mark(10, 1, 4, 3, 2), Mark(11, 1, 2, 3, 4)], None);
        Assert.Equal((11L, TieBreak.Repeatability), (result[0].TeamId, result[0].Ahead!.Value));
    }

    [Fact]
    public void Rank_EqualOnRepeatabilityToo_IsDecidedByFirstPlaces()
    {
        // 10: 3, 3, 3 by three jurors; 11: 4, 4, 1: the same mean, and two jurors hold 11 for their best.
        var result = Rank([10, 11],
            Mark(10, 1, 3, 3, 3), Mark(11, 1, 4, 4, 4), Mark(10, 2, 3, 3, 3), Mark(11, 2, 4, 4, 4), Mark(10, 3, 3, 3, 3), Mark(11, 3, 1, 1, 1));
        Assert.Equal((11L, TieBreak.FirstPlaces, 2), (result[0].TeamId, result[0].Ahead!.Value, result[0].FirstPlaces));
        Assert.Equal(1, result[1].FirstPlaces);
    }

    [Fact]
    public void Rank_JurorWithOneTeamOnly_GivesNoFirstPlace()
    {
        var result = Rank([10, 11], Mark(10, 1, 3, 3, 3), Mark(11, 2, 3, 3, 3));
        Assert.Equal([0, 0], result.Select(s => s.FirstPlaces));
    }

    [Fact]
    public void Rank_EqualInAll_SharesThePlaceUntilTheChairDecides()
    {
        JuryMark[] marks = [Mark(10, 1, 3, 3, 3), Mark(11, 1, 3, 3, 3), Mark(12, 1, 3, 3, 3), Mark(13, 1, 2, 2, 2)];
        var open = Rank([10, 11, 12, 13], marks);
        Assert.Equal([1, 1, 1, 4], open.Select(s => s.Rank!.Value));
        Assert.Equal([TieBreak.Undecided, TieBreak.Undecided, TieBreak.Score, null], open.Select(s => s.Ahead));
        Assert.Equal([10, 11, 12], Assert.Single(JuryScoring.OpenTies(open)));

        var decided = JuryScoring.Rank(Criteria, [10, 11, 12, 13], marks, new Dictionary<long, int> { [10] = 3, [11] = 1, [12] = 2 });
        Assert.Equal([(11L, 1), (12L, 2), (10L, 3), (13L, 4)], decided.Select(s => (s.TeamId, s.Rank!.Value)));
        Assert.Equal([TieBreak.Chair, TieBreak.Chair, TieBreak.Score, null], decided.Select(s => s.Ahead));
        Assert.Empty(JuryScoring.OpenTies(decided));
    }

    [Fact]
    public void Rank_ChairKnewOnlySomeOfTheTied_LeavesTheTieOpen()
    {
        JuryMark[] marks = [Mark(10, 1, 3, 3, 3), Mark(11, 1, 3, 3, 3), Mark(12, 1, 3, 3, 3)];
        var result = JuryScoring.Rank(Criteria, [10, 11, 12], marks, new Dictionary<long, int> { [12] = 1, [10] = 2 });
        Assert.Equal([1, 1, 1], result.Select(s => s.Rank!.Value));
    }

    [Fact]
    public void Rank_ChairsOrderOfTeamsThatDoNotTie_ChangesNothing()
    {
        var result = JuryScoring.Rank(Criteria, [10, 11], [Mark(10, 1, 4, 4, 4), Mark(11, 1, 3, 3, 3)], new Dictionary<long, int> { [11] = 1, [10] = 2 });
        Assert.Equal([10, 11], result.Select(s => s.TeamId));
    }

    [Fact]
    public void Rank_TeamThatNobodyScored_StandsLastWithoutAPlace()
    {
        var result = Rank([10, 11], Mark(11, 1, 1, 1, 1));
        Assert.Equal([(11L, (int?)1), (10L, null)], result.Select(s => (s.TeamId, s.Rank)));
        Assert.Equal(TieBreak.Unscored, result[0].Ahead);
    }

    [Fact]
    public void Rank_NoCriterionOfFoodSafety_SkipsThatStep()
    {
        IReadOnlyList<JuryWeight> plain = [new(Value, 1), new(Safety, 1)];
        var result = JuryScoring.Rank(plain, [10, 11],
            [new JuryMark(10, 1, new Dictionary<long, int> { [Value] = 3, [Safety] = 2 }), new JuryMark(11, 1, new Dictionary<long, int> { [Value] = 2, [Safety] = 3 })], None);
        Assert.All(result, s => Assert.Null(s.FoodSafety));
        Assert.Equal([1, 1], result.Select(s => s.Rank!.Value));
    }

    // 2 · (1/3) and the like must not make a tie look like a difference: means are rounded half away from zero.
    [Theory]
    [InlineData("2.345", "2.35")]
    [InlineData("2.344999", "2.34")]
    public void Rounded_ToTwoDecimals_GoesAwayFromZeroAtHalf(string value, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        JuryScoring.Rounded(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void BarOf_EachReason_KeepsTheJurorOff()
    {
        var juror = new JurorFacts(1, 7, new HashSet<long> { 70 });
        var team = new TeamFacts(10, 71, new HashSet<long> { 8 }, new HashSet<long> { 9 });
        Assert.Equal(JuryBar.None, JuryRules.BarOf(juror, team, isRecused: false));
        Assert.Equal(JuryBar.None, JuryRules.BarOf(juror, team with { CompanyId = null }, isRecused: false));
        Assert.Equal(JuryBar.Mentored, JuryRules.BarOf(juror, team with { Helpers = new HashSet<long> { 7 } }, isRecused: false));
        Assert.Equal(JuryBar.OwnCompany, JuryRules.BarOf(juror, team with { CompanyId = 70 }, isRecused: false));
        Assert.Equal(JuryBar.InTeam, JuryRules.BarOf(juror, team with { Members = new HashSet<long> { 7 } }, isRecused: false));
        Assert.Equal(JuryBar.Recused, JuryRules.BarOf(juror, team, isRecused: true));
    }

    [Fact]
    public void IsOrder_EachPlaceOnce_OnlyThen()
    {
        Assert.True(JuryRules.IsOrder([2, 1, 3]));
        Assert.False(JuryRules.IsOrder([1, 1, 3]));
        Assert.False(JuryRules.IsOrder([0, 1, 2]));
    }

    [Fact]
    public void Offered_SevenCriteria_AreWithinTheLimitsAndAddUpToAHundred()
    {
        Assert.Equal(7, OfferedCriteria.All.Count);
        Assert.All(OfferedCriteria.All, c => Assert.Empty(c.Problems()));
        Assert.Equal(100, OfferedCriteria.All.Sum(c => c.Weight));
        Assert.Single(OfferedCriteria.All, c => c.Aspect == JuryAspect.FoodSafety);
        Assert.Single(OfferedCriteria.All, c => c.Aspect == JuryAspect.Repeatability);
    }

    private static readonly IReadOnlyDictionary<long, int> None = new Dictionary<long, int>();

    private static IReadOnlyList<JuryStanding> Rank(long[] teams, params JuryMark[] marks) => JuryScoring.Rank(Criteria, teams, marks, None);

    private static JuryMark Mark(long team, long juror, int value, int safety, int repeat) =>
        new(team, juror, new Dictionary<long, int> { [Value] = value, [Safety] = safety, [Repeat] = repeat });
}
