using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>When a review is complete.</summary>
public static class ReviewRules
{
    /// <summary>The ends of the scale say much: why must stand beside them.</summary>
    public static bool WantsComment(int? score) => score is 0 or 1 or 5;

    /// <summary>What is missing before it can be submitted, by the place of the score in the list.</summary>
    public static IEnumerable<Refusal> Incomplete(IReadOnlyList<long> criteria, IReadOnlyList<ScoreGiven> scores)
    {
        for (var i = 0; i < scores.Count; i++)
        {
            if (scores[i].Score is null) yield return new Refusal("ScoreMissing", ScoreField(i));
            else if (WantsComment(scores[i].Score) && string.IsNullOrWhiteSpace(scores[i].Comment)) yield return new Refusal("CommentMissing", CommentField(i));
        }

        if (criteria.Except(scores.Select(s => s.CriterionId)).Any()) yield return new Refusal("ScoreMissing");
    }

    internal static string ScoreField(int at) => $"Scores[{at}].Score";

    internal static string CommentField(int at) => $"Scores[{at}].Comment";
}
