namespace Incubator.Core.Cohorts;

/// <summary>A criterion as scoring sees it. In a list the rubric's own order counts where weights are equal.</summary>
public sealed record WeightedCriterion(long Id, decimal Weight);

/// <summary>An application as ranking sees it; the later number stands behind where nothing else decides.</summary>
public sealed record RankedApplication(long Id, DateTimeOffset SubmittedAt);

public enum ReviewOutcome
{
    /// <summary>Asked for, not submitted.</summary>
    Open = 0,

    Completed = 1,

    /// <summary>A conflict of interest: whatever was scored before counts nowhere.</summary>
    Recused = 2,
}

/// <summary>One reviewer's work on one application. Scores from 0 to 5 by criterion; complete where the outcome says so.</summary>
public sealed record ReviewFact(long ReviewerId, long ApplicationId, ReviewOutcome Outcome, IReadOnlyDictionary<long, int> Scores);

/// <summary>What put an application before the next one.</summary>
public enum AheadReason
{
    /// <summary>The higher normalised mean.</summary>
    Mean = 0,

    /// <summary>Equal means; the higher mean on a criterion, the weightiest first.</summary>
    Criterion = 1,

    /// <summary>Equal in all means; submitted earlier.</summary>
    Earlier = 2,

    /// <summary>Equal in all that counts; the lower number, so that the order is always the same.</summary>
    Number = 3,

    /// <summary>The next one has no completed review and is not ranked.</summary>
    Unscored = 4,
}

/// <param name="CriterionId">Set where a criterion decided.</param>
public sealed record Ahead(AheadReason Reason, long? CriterionId = null);

/// <summary>One line of the ranking. Means and spread are on the scale of the scores (0 to 5), with two decimals.</summary>
public sealed record Standing
{
    public required long ApplicationId { get; init; }

    /// <summary>From 1; null without a completed review.</summary>
    public int? Rank { get; init; }

    public decimal? RawMean { get; init; }

    /// <summary>May lie a little outside 0 to 5: it tells how far from the call's mean, in the call's own spread.</summary>
    public decimal? NormalisedMean { get; init; }

    /// <summary>Highest less lowest score of a review; null with fewer than two.</summary>
    public decimal? Spread { get; init; }

    public bool IsSpreadWide => Spread >= ReviewScoring.WideSpread;

    /// <summary>Reviews wanted from reviewers who are not recused, completed or not.</summary>
    public int Asked { get; init; }

    public int Completed { get; init; }

    public int Recusals { get; init; }

    public bool HasEnough { get; init; }

    /// <summary>Plain means of the completed reviews' scores by criterion.</summary>
    public required IReadOnlyDictionary<long, decimal> CriterionMeans { get; init; }

    /// <summary>Why it stands before the next line; null on the last one.</summary>
    public Ahead? Ahead { get; init; }
}

/// <summary>
/// Scores, means and order of a call's applications (domain.md §a, "Scoring design").
/// <para>A review's score is x = Σ w·s / Σ w over the criteria, on the scale 0 to 5.</para>
/// <para>Per reviewer r with at least five completed reviews in the call and sd_r &gt; 0: z = (x − mean_r) / sd_r. So that z and raw
/// values can stand in one mean, z is put back on the scale of the call: n = M + S·z, where M and S are mean and standard deviation
/// of all completed reviews of the call. Other reviewers' scores count as they are: n = x.</para>
/// <para>Standard deviations are those of a population (divided by n): the reviews of a call are all there are, no sample of others.</para>
/// <para>Everything is decimal. Means and spread are rounded to two decimals, half away from zero, and compared so: what reads the same
/// is a tie.</para>
/// </summary>
public static class ReviewScoring
{
    public const int MaxScore = 5;
    public const int ReviewsToNormalise = 5;
    public const decimal WideSpread = 2m;
    public const int Decimals = 2;

    /// <returns>Every application once: the ranked ones in order, then those without a completed review by submission.</returns>
    public static IReadOnlyList<Standing> Rank(
        IReadOnlyList<WeightedCriterion> rubric, IReadOnlyList<RankedApplication> applications, IReadOnlyList<ReviewFact> reviews, int reviewsWanted)
    {
        var completed = reviews.Where(r => r.Outcome == ReviewOutcome.Completed).Select(r => (Review: r, Score: ScoreOf(rubric, r.Scores))).ToList();
        var normalised = Normalise([.. completed.Select(c => (c.Review.ReviewerId, c.Score))]);
        var lines = applications.Select(application => (Application: application, Line: LineOf(
            application.Id, rubric, [.. reviews.Where(r => r.ApplicationId == application.Id)],
            [.. completed.Select((c, at) => (c.Review, c.Score, Normalised: normalised[at])).Where(c => c.Review.ApplicationId == application.Id)],
            reviewsWanted))).ToList();

        IReadOnlyList<WeightedCriterion> byWeight = [.. rubric.OrderByDescending(c => c.Weight)];
        lines.Sort((a, b) => Compare(a, b, byWeight).Order);
        return [.. lines.Select((line, at) => line.Line with
        {
            Rank = line.Line.Completed > 0 ? at + 1 : null,
            Ahead = at + 1 < lines.Count ? Compare(line, lines[at + 1], byWeight).Why : null,
        })];
    }

    /// <summary>Σ w·s / Σ w over the criteria that were scored; on the scale of the scores.</summary>
    /// <exception cref="ArgumentException">No weight to divide by.</exception>
    public static decimal ScoreOf(IReadOnlyList<WeightedCriterion> rubric, IReadOnlyDictionary<long, int> scores)
    {
        var scored = rubric.Where(c => scores.ContainsKey(c.Id)).ToList();
        var weights = scored.Sum(c => c.Weight);
        if (weights <= 0) throw new ArgumentException("A review without a weighted score has none.", nameof(scores));
        return scored.Sum(c => c.Weight * scores[c.Id]) / weights;
    }

    /// <summary>Each score on the call's scale, as the class says; in the order given.</summary>
    public static IReadOnlyList<decimal> Normalise(IReadOnlyList<(long ReviewerId, decimal Score)> reviews)
    {
        if (reviews.Count == 0) return [];
        var (mean, deviation) = Spread([.. reviews.Select(r => r.Score)]);
        var own = reviews.GroupBy(r => r.ReviewerId)
            .Where(g => g.Count() >= ReviewsToNormalise)
            .Select(g => (g.Key, Of: Spread([.. g.Select(r => r.Score)])))
            .Where(g => g.Of.Deviation > 0)
            .ToDictionary(g => g.Key, g => g.Of);
        return [.. reviews.Select(r => own.TryGetValue(r.ReviewerId, out var reviewer)
            ? mean + (deviation * (r.Score - reviewer.Mean) / reviewer.Deviation)
            : r.Score)];
    }

    /// <summary>Two decimals, half away from zero.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);

    private static Standing LineOf(
        long id, IReadOnlyList<WeightedCriterion> rubric, List<ReviewFact> all,
        List<(ReviewFact Review, decimal Score, decimal Normalised)> completed, int wanted)
    {
        var recusals = all.Count(r => r.Outcome == ReviewOutcome.Recused);
        return new Standing
        {
            ApplicationId = id,
            RawMean = completed.Count > 0 ? Rounded(completed.Average(c => c.Score)) : null,
            NormalisedMean = completed.Count > 0 ? Rounded(completed.Average(c => c.Normalised)) : null,
            Spread = completed.Count > 1 ? Rounded(completed.Max(c => c.Score) - completed.Min(c => c.Score)) : null,
            Asked = all.Count - recusals,
            Completed = completed.Count,
            Recusals = recusals,
            HasEnough = completed.Count >= wanted,
            CriterionMeans = rubric
                .Select(c => (c.Id, Scores: completed.Where(r => r.Review.Scores.ContainsKey(c.Id)).Select(r => (decimal)r.Review.Scores[c.Id]).ToList()))
                .Where(c => c.Scores.Count > 0)
                .ToDictionary(c => c.Id, c => Rounded(c.Scores.Average())),
        };
    }

    private static (int Order, Ahead Why) Compare(
        (RankedApplication Application, Standing Line) a, (RankedApplication Application, Standing Line) b, IReadOnlyList<WeightedCriterion> byWeight)
    {
        if (a.Line.Completed > 0 != b.Line.Completed > 0) return (a.Line.Completed > 0 ? -1 : 1, new Ahead(AheadReason.Unscored));
        if (a.Line.NormalisedMean != b.Line.NormalisedMean)
            return (a.Line.NormalisedMean > b.Line.NormalisedMean ? -1 : 1, new Ahead(AheadReason.Mean));
        foreach (var criterion in byWeight)
        {
            var (left, right) = (a.Line.CriterionMeans.GetValueOrDefault(criterion.Id), b.Line.CriterionMeans.GetValueOrDefault(criterion.Id));
            if (left != right) return (left > right ? -1 : 1, new Ahead(AheadReason.Criterion, criterion.Id));
        }

        var earlier = a.Application.SubmittedAt.CompareTo(b.Application.SubmittedAt);
        return earlier != 0
            ? (earlier, new Ahead(AheadReason.Earlier))
            : (a.Application.Id.CompareTo(b.Application.Id), new Ahead(AheadReason.Number));
    }

    private static (decimal Mean, decimal Deviation) Spread(List<decimal> values)
    {
        var mean = values.Average();
        // Equal values need no arithmetic: thirds that do not come out even must not look like a spread.
        return values.TrueForAll(v => v == values[0])
            ? (values[0], 0)
            : (mean, Root(values.Sum(v => (v - mean) * (v - mean)) / values.Count));
    }

    /// <summary>Newton's square root, to the decimal's own precision; binary floating point would let equal means differ.</summary>
    private static decimal Root(decimal square)
    {
        if (square <= 0) return 0;
        var root = (decimal)Math.Sqrt((double)square);
        for (var step = 0; step < 6; step++) root = (root + (square / root)) / 2;
        return root;
    }
}
