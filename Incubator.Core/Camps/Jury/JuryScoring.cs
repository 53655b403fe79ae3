namespace Incubator.Core.Camps;

/// <summary>A criterion as scoring sees it.</summary>
public sealed record JuryWeight(long CriterionId, int Weight, JuryAspect Aspect = JuryAspect.Other);

/// <summary>One juror's complete scores (1 to 5) of one team, by criterion.</summary>
public sealed record JuryMark(long TeamId, long JurorId, IReadOnlyDictionary<long, int> Scores);

/// <summary>What put a team before the next one.</summary>
public enum TieBreak
{
    /// <summary>The higher score.</summary>
    Score = 0,

    /// <summary>Equal scores; the higher mean on food safety.</summary>
    FoodSafety = 1,

    /// <summary>Equal there too; the higher mean on repeatability.</summary>
    Repeatability = 2,

    /// <summary>Equal there too; more jurors hold it for their best.</summary>
    FirstPlaces = 3,

    /// <summary>Equal in all that is counted; the chair decided, and wrote why.</summary>
    Chair = 4,

    /// <summary>Equal in all that is counted, and nobody has decided yet: they share the place.</summary>
    Undecided = 5,

    /// <summary>The next one was scored by nobody and has no place.</summary>
    Unscored = 6,
}

/// <summary>One line of the result. Means are on the scale of the scores (1 to 5), with two decimals.</summary>
public sealed record JuryStanding
{
    public required long TeamId { get; init; }

    /// <summary>From 1; teams that tie share it, and the places after it stay empty. Null where nobody scored the team.</summary>
    public int? Rank { get; init; }

    public decimal? Score { get; init; }

    /// <summary>Null where no criterion asks for it.</summary>
    public decimal? FoodSafety { get; init; }

    public decimal? Repeatability { get; init; }

    /// <summary>Jurors who scored at least two teams and none higher than this one.</summary>
    public int FirstPlaces { get; init; }

    /// <summary>How many scored it completely.</summary>
    public int Jurors { get; init; }

    /// <summary>Plain means by criterion.</summary>
    public required IReadOnlyDictionary<long, decimal> Means { get; init; }

    /// <summary>Why it stands before the next line; null on the last.</summary>
    public TieBreak? Ahead { get; init; }
}

/// <summary>
/// From the jurors' scores to the order of teams.
/// <para>A juror's score of a team is x = Σ w·s / Σ w over all criteria; only complete sheets count. A team's score is the plain mean of
/// x over the jurors who scored it, so that a team which fewer jurors may judge is not behind for that.</para>
/// <para>Strict and mild jurors are not evened out: a juror sees few teams of one camp, too few to tell a strict juror from weak teams.
/// Where teams were scored by different jurors the protocol shows who scored whom.</para>
/// <para>Ties are resolved in this order: higher mean on food safety, higher mean on repeatability, more first places, the chair's
/// written decision. Everything is decimal, rounded to two decimals half away from zero and compared so: what reads the same is a tie.</para>
/// </summary>
public static class JuryScoring
{
    public const int Decimals = 2;

    /// <summary>A first place among fewer teams says nothing.</summary>
    public const int TeamsForFirstPlace = 2;

    /// <param name="teams">In the order in which those without a place, or of the same one, are listed.</param>
    /// <param name="marks">Complete sheets of jurors who may judge; others are left out by the caller.</param>
    /// <param name="chair">The chair's order of teams that tie, from 1; it counts where it tells all of them apart.</param>
    /// <returns>Every team once: best first, then those that nobody scored.</returns>
    public static IReadOnlyList<JuryStanding> Rank(
        IReadOnlyList<JuryWeight> criteria, IReadOnlyList<long> teams, IReadOnlyList<JuryMark> marks, IReadOnlyDictionary<long, int> chair)
    {
        var firsts = FirstPlaces(criteria, marks);
        var lines = teams.Select(team => LineOf(team, criteria, [.. marks.Where(m => m.TeamId == team)], firsts.GetValueOrDefault(team))).ToList();
        var groups = lines.Where(l => l.Jurors > 0)
            .GroupBy(l => (l.Score, l.FoodSafety, l.Repeatability, l.FirstPlaces))
            .OrderByDescending(g => g.Key.Score).ThenByDescending(g => g.Key.FoodSafety)
            .ThenByDescending(g => g.Key.Repeatability).ThenByDescending(g => g.Key.FirstPlaces);
        var ordered = new List<JuryStanding>();
        foreach (var group in groups)
        {
            var (first, tied) = (ordered.Count + 1, group.ToList());
            var decided = tied.Count > 1 && tied.TrueForAll(l => chair.ContainsKey(l.TeamId)) && tied.DistinctBy(l => chair[l.TeamId]).Count() == tied.Count;
            if (decided) tied = [.. tied.OrderBy(l => chair[l.TeamId])];
            ordered.AddRange(tied.Select((line, at) => line with
            {
                Rank = decided ? first + at : first,
                Ahead = at + 1 < tied.Count ? decided ? TieBreak.Chair : TieBreak.Undecided : null,
            }));
        }

        ordered.AddRange(lines.Where(l => l.Jurors == 0));
        return [.. ordered.Select((line, at) => at + 1 < ordered.Count ? line with { Ahead = line.Ahead ?? Why(line, ordered[at + 1]) } : line)];
    }

    /// <summary>The groups that share a place because nothing counted tells them apart; the chair decides each.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> OpenTies(IReadOnlyList<JuryStanding> standings) =>
        [.. standings.Where(s => s.Rank is not null).GroupBy(s => s.Rank).Where(g => g.Count() > 1)
            .Select(g => (IReadOnlyList<long>)[.. g.Select(s => s.TeamId)])];

    /// <summary>Σ w·s / Σ w; every criterion must be scored.</summary>
    public static decimal ScoreOf(IReadOnlyList<JuryWeight> criteria, IReadOnlyDictionary<long, int> scores) =>
        criteria.Sum(c => (decimal)c.Weight * scores[c.CriterionId]) / criteria.Sum(c => c.Weight);

    /// <summary>Two decimals, half away from zero.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);

    private static Dictionary<long, int> FirstPlaces(IReadOnlyList<JuryWeight> criteria, IReadOnlyList<JuryMark> marks) => marks
        .GroupBy(m => m.JurorId)
        .Where(g => g.Count() >= TeamsForFirstPlace)
        .SelectMany(g =>
        {
            var scored = g.Select(m => (m.TeamId, Score: Rounded(ScoreOf(criteria, m.Scores)))).ToList();
            return scored.Where(s => s.Score == scored.Max(x => x.Score)).Select(s => s.TeamId);
        })
        .CountBy(team => team).ToDictionary();

    private static JuryStanding LineOf(long team, IReadOnlyList<JuryWeight> criteria, List<JuryMark> marks, int firstPlaces)
    {
        if (marks.Count == 0) return new JuryStanding { TeamId = team, Means = new Dictionary<long, decimal>() };
        var means = criteria.ToDictionary(c => c.CriterionId, c => Rounded(marks.Average(m => (decimal)m.Scores[c.CriterionId])));
        return new JuryStanding
        {
            TeamId = team,
            Score = Rounded(marks.Average(m => ScoreOf(criteria, m.Scores))),
            FoodSafety = MeanOf(JuryAspect.FoodSafety),
            Repeatability = MeanOf(JuryAspect.Repeatability),
            FirstPlaces = firstPlaces,
            Jurors = marks.Count,
            Means = means,
        };

        decimal? MeanOf(JuryAspect aspect) => criteria.FirstOrDefault(c => c.Aspect == aspect) is { } criterion ? means[criterion.CriterionId] : null;
    }

    private static TieBreak Why(JuryStanding line, JuryStanding next) =>
        next.Jurors == 0 ? TieBreak.Unscored
        : line.Score != next.Score ? TieBreak.Score
        : line.FoodSafety != next.FoodSafety ? TieBreak.FoodSafety
        : line.Repeatability != next.Repeatability ? TieBreak.Repeatability
        : TieBreak.FirstPlaces;
}
