using CsCheck;
using Incubator.Core.Cohorts;

namespace Incubator.Tests.Cohorts.Reviews;

/// <summary>Each expected figure was computed by hand from the formulas of <see cref="ReviewScoring"/>.</summary>
public sealed class ReviewScoringTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 9, 8, 0, 0, TimeSpan.Zero);
    private static readonly WeightedCriterion[] One = [new(1, 1)];

    [Fact]
    public void ScoreOf_WeightedCriteria_IsTheWeightedMean() =>
        // (3·4 + 2·3 + 1·5) / 6 = 23 / 6
        Assert.Equal(3.83m, ReviewScoring.Rounded(ReviewScoring.ScoreOf([new(1, 3), new(2, 2), new(3, 1)], Scores(4, 3, 5))));

    [Theory]
    [InlineData("2.345", "2.35")]
    [InlineData("2.344999", "2.34")]
    [InlineData("-0.005", "-0.01")]
    public void Rounded_Half_GoesAwayFromZero(string value, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        ReviewScoring.Rounded(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Rank_MildAndStrictReviewer_AreBroughtToOneScale()
    {
        // Reviewer 1 gives 1 2 3 4 5: mean 3, sd √2. Reviewer 2 gives 3 3 4 5 5: mean 4, sd √0.8.
        // All ten: M = 3.5, S = √(139/10 − 3.5²) = √1.65 = 1.284523.
        // Application 1: 3.5 − 1.284523·2/√2 = 1.683410 and 3.5 − 1.284523/√0.8 = 2.063859; mean 1.873635.
        // Application 2: 2.591705 and 2.063859; 2.327782. Application 4: 4.408295 and 4.936141; 4.672218.
        // Application 5: 5.316590 and 4.936141; 5.126366, outside the scale as the class says.
        var ranking = Rank(One, [.. Of(1, 1, 2, 3, 4, 5), .. Of(2, 3, 3, 4, 5, 5)]);
        Assert.Equal([(5, 5.13m, 5m), (4, 4.67m, 4.5m), (3, 3.5m, 3.5m), (2, 2.33m, 2.5m), (1, 1.87m, 2m)],
            ranking.Select(s => ((int)s.ApplicationId, s.NormalisedMean!.Value, s.RawMean!.Value)));
        Assert.Equal([1, 2, 3, 4, 5], ranking.Select(s => s.Rank!.Value));
    }

    [Fact]
    public void Rank_ReviewerWithFewerThanFive_CountsRaw()
    {
        // Reviewer 2 has one review and stays at 5. All six: M = 20/6, S = √(80/6 − M²) = 1.490712.
        // Reviewer 1 on application 1: 3.333333 − 1.490712·2/√2 = 1.225148; mean with 5: 3.112574.
        var ranking = Rank(One, [.. Of(1, 1, 2, 3, 4, 5), Done(2, 1, 5)]);
        Assert.Equal(3.11m, ranking.Single(s => s.ApplicationId == 1).NormalisedMean);
        Assert.Equal(3m, ranking.Single(s => s.ApplicationId == 1).RawMean);
        // Four are as one: every score of reviewer 2 stays as it is.
        var four = ReviewScoring.Normalise([(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 5), (2, 4), (2, 1), (2, 1)]);
        Assert.Equal([5m, 4m, 1m, 1m], four.Skip(5));
    }

    [Fact]
    public void Normalise_ExactlyFive_IsNormalised() =>
        // Alone, the reviewer's mean 3 and sd √2 are the call's own: every value comes back.
        Assert.Equal([1m, 2m, 3m, 4m, 5m], ReviewScoring.Normalise([(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]).Select(ReviewScoring.Rounded));

    [Fact]
    public void Normalise_ReviewerWhoAlwaysGivesTheSame_CountsRaw()
    {
        var third = 23m / 6m;
        var values = ReviewScoring.Normalise([(1, third), (1, third), (1, third), (1, third), (1, third), (2, 1)]);
        Assert.All(values.Take(5), v => Assert.Equal(third, v));
    }

    [Fact]
    public void Rank_Spread_IsHighestLessLowestAndFlaggedFromTwo()
    {
        var ranking = Rank(One, [Done(1, 1, 5), Done(2, 1, 3), Done(3, 1, 4), Done(1, 2, 4), Done(2, 2, 3), Done(1, 3, 2)]);
        Assert.Equal([(1, 2m, true), (2, 1m, false)], ranking.Take(2).Select(s => ((int)s.ApplicationId, s.Spread!.Value, s.IsSpreadWide)));
        Assert.Null(ranking[2].Spread);
        Assert.False(ranking[2].IsSpreadWide);
    }

    [Fact]
    public void Rank_SpreadOfUnevenThirds_IsFlaggedFromExactlyTwo()
    {
        // (2·5 + 1·4)/3 = 4.666667 and (2·3 + 1·2)/3 = 2.666667: exactly 2, though neither comes out even. (2·3 + 1·3)/3 = 3: 1.666667.
        WeightedCriterion[] rubric = [new(1, 2), new(2, 1)];
        Assert.True(Assert.Single(ReviewScoring.Rank(rubric, [new(1, Monday)], [Done(1, 1, 5, 4), Done(2, 1, 3, 2)], 3)).IsSpreadWide);
        Assert.False(Assert.Single(ReviewScoring.Rank(rubric, [new(1, Monday)], [Done(1, 1, 5, 4), Done(2, 1, 3, 3)], 3)).IsSpreadWide);
    }

    [Fact]
    public void Rank_Recusal_LeavesTheDenominator()
    {
        // 5 and 4 count; the recused 0 neither in the mean nor in the spread nor in what is asked for.
        ReviewFact[] reviews =
        [
            Done(1, 1, 5), Done(2, 1, 4), Done(3, 1, 0) with { Outcome = ReviewOutcome.Recused },
            new(4, 1, ReviewOutcome.Open, new Dictionary<long, int> { [1] = 1 }),
        ];
        var line = Assert.Single(Rank(One, reviews));
        Assert.Equal((4.5m, 4.5m, 1m), (line.RawMean, line.NormalisedMean, line.Spread));
        Assert.Equal((3, 2, 1), (line.Asked, line.Completed, line.Recusals));
        Assert.False(line.HasEnough);
        Assert.Equal(4.5m, line.CriterionMeans[1]);
    }

    [Fact]
    public void Rank_RecusedReviewersScore_DoesNotMoveTheOthers()
    {
        // Were the recused review counted, reviewer 1 would have five and be normalised.
        ReviewFact[] reviews = [Done(1, 1, 1), Done(1, 2, 2), Done(1, 3, 3), Done(1, 4, 4), Done(2, 1, 5), Done(1, 5, 5) with { Outcome = ReviewOutcome.Recused }];
        Assert.Equal(3m, Rank(One, reviews).Single(s => s.ApplicationId == 1).NormalisedMean);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Rank_ReviewsWanted_AreMarkedWhereTheyLack(int wanted, bool enough) => Assert.Equal(
        enough, Assert.Single(ReviewScoring.Rank(One, [new(1, Monday)], [Done(1, 1, 3), Done(2, 1, 4)], wanted)).HasEnough);

    [Fact]
    public void Rank_EqualMeans_WeightierCriterionDecides()
    {
        // (1·5 + 2·2)/3 = 3 and (1·1 + 2·4)/3 = 3: criterion 2 weighs more, though 1 stands first and application 1 came first.
        WeightedCriterion[] rubric = [new(1, 1), new(2, 2)];
        var ranking = ReviewScoring.Rank(rubric, [new(1, Monday), new(2, Monday.AddDays(1))], [Done(1, 1, 5, 2), Done(1, 2, 1, 4)], 1);
        Assert.Equal([2, 1], ranking.Select(s => s.ApplicationId));
        Assert.Equal(new Ahead(AheadReason.Criterion, 2), ranking[0].Ahead);
        Assert.Null(ranking[1].Ahead);
    }

    [Fact]
    public void Rank_EqualOnTheWeightiest_NextWeightDecides()
    {
        // Weights 3, 1, 1: equal on 1, then 2 before 3 by the rubric's order.
        WeightedCriterion[] rubric = [new(1, 3), new(2, 1), new(3, 1)];
        var ranking = ReviewScoring.Rank(rubric, [new(1, Monday), new(2, Monday)], [Done(1, 1, 4, 2, 5), Done(1, 2, 4, 5, 2)], 1);
        Assert.Equal([2, 1], ranking.Select(s => s.ApplicationId));
        Assert.Equal(new Ahead(AheadReason.Criterion, 2), ranking[0].Ahead);
    }

    [Fact]
    public void Rank_EqualInAllMeans_EarlierThenLowerNumberStandsFirst()
    {
        RankedApplication[] applications = [new(1, Monday.AddHours(2)), new(3, Monday), new(2, Monday), new(4, Monday.AddHours(-1))];
        var ranking = ReviewScoring.Rank(One, applications, [Done(1, 1, 3), Done(1, 2, 3), Done(1, 3, 3)], 1);
        Assert.Equal([2, 3, 1, 4], ranking.Select(s => s.ApplicationId));
        Assert.Equal([AheadReason.Number, AheadReason.Earlier, AheadReason.Unscored], ranking.SkipLast(1).Select(s => s.Ahead!.Reason));
        Assert.Equal([1, 2, 3, null], ranking.Select(s => s.Rank));
    }

    [Fact]
    public void Rank_MeansThatReadTheSame_AreATie()
    {
        // Thirds: 3.666667 on both ways of adding up; the weightiest criterion must decide, not the 28th digit.
        WeightedCriterion[] rubric = [new(1, 2), new(2, 1)];
        var ranking = ReviewScoring.Rank(rubric, [new(1, Monday), new(2, Monday)],
            [Done(1, 1, 3, 5), Done(2, 1, 3, 5), Done(3, 1, 3, 5), Done(1, 2, 4, 3), Done(2, 2, 4, 3), Done(3, 2, 4, 3)], 3);
        Assert.Equal(ranking[0].NormalisedMean, ranking[1].NormalisedMean);
        Assert.Equal((2L, AheadReason.Criterion), (ranking[0].ApplicationId, ranking[0].Ahead!.Reason));
    }

    [Fact]
    public void Rank_AnyOrderOfTheLists_GivesTheSame() => Gen.Select(Gen.Int[0, 5].Array[40], Gen.Int[0, 1000]).Sample((scores, seed) =>
    {
        WeightedCriterion[] rubric = [new(1, 2), new(2, 1)];
        var applications = Enumerable.Range(1, 5).Select(a => new RankedApplication(a, Monday.AddMinutes(a % 2))).ToArray();
        var reviews = Enumerable.Range(0, 20).Select(i => Done((i / 5) + 1, (i % 5) + 1, scores[2 * i], scores[(2 * i) + 1])).ToArray();
        var first = ReviewScoring.Rank(rubric, applications, reviews, 3);
        var random = new Random(seed);
        random.Shuffle(applications);
        random.Shuffle(reviews);
        var second = ReviewScoring.Rank(rubric, applications, reviews, 3);
        Assert.Equal(first.Select(s => (s.ApplicationId, s.NormalisedMean, s.Ahead)), second.Select(s => (s.ApplicationId, s.NormalisedMean, s.Ahead)));
    }, iter: 300);

    [Fact]
    public void Normalise_ReviewerWhoIsOnlyMilder_ComesOutTheSame() =>
        // Whoever orders alike and only gives one more to all says the same.
        Gen.Int[0, 4].Array[6].Where(s => s.Distinct().Count() > 1).Sample(scores =>
        {
            var values = ReviewScoring.Normalise([.. scores.Select(s => (1L, (decimal)s)), .. scores.Select(s => (2L, s + 1m))]);
            Assert.All(values.Take(6).Zip(values.Skip(6)), pair => Assert.Equal(pair.First, pair.Second, 20));
        });

    private static IReadOnlyList<Standing> Rank(WeightedCriterion[] rubric, ReviewFact[] reviews) => ReviewScoring.Rank(
        rubric, [.. reviews.Select(r => r.ApplicationId).Distinct().Select(id => new RankedApplication(id, Monday))], reviews, 3);

    /// <summary>Reviews of applications 1, 2, 3… by one reviewer on one criterion.</summary>
    private static IEnumerable<ReviewFact> Of(long reviewer, params int[] scores) => scores.Select((s, at) => Done(reviewer, at + 1, s));

    private static ReviewFact Done(long reviewer, long application, params int[] scores) =>
        new(reviewer, application, ReviewOutcome.Completed, Scores(scores));

    private static Dictionary<long, int> Scores(params int[] scores) => scores.Select((s, at) => (s, at)).ToDictionary(s => s.at + 1L, s => s.s);
}
