using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>What the form of a review holds, criterion by criterion in the rubric's order.</summary>
public sealed class ReviewInput
{
    public List<ScoreInput> Scores { get; set; } = [];

    [StringLength(Review.SummaryMaxLength)]
    public string? Summary { get; set; }

    /// <summary>Of the review as the form was opened.</summary>
    public Guid Version { get; set; }

    public static ReviewInput Of(Review review, IReadOnlyList<Criterion> rubric) => new()
    {
        Scores = [.. rubric.Select(c => review.Scores.FirstOrDefault(s => s.CriterionId == c.Id) is { } there
            ? new ScoreInput { CriterionId = c.Id, Score = there.Score, Comment = there.Comment }
            : new ScoreInput { CriterionId = c.Id })],
        Summary = review.Summary,
        Version = review.Version,
    };
}

public sealed class ScoreInput
{
    public long CriterionId { get; set; }

    [Range(Criterion.MinScore, Criterion.MaxScore)]
    public int? Score { get; set; }

    [StringLength(ReviewScore.CommentMaxLength)]
    public string? Comment { get; set; }
}

/// <summary>A conflict of interest as its form holds it.</summary>
public sealed class ConflictInput
{
    public ConflictKind? Kind { get; set; }

    [StringLength(Review.NoteMaxLength)]
    public string? Note { get; set; }
}
