namespace Incubator.Core.Camps;

/// <summary>One juror's work on one team; begun with the first score, comment or recusal.</summary>
public sealed class JurySheet
{
    public const int CommentMaxLength = 2000;
    public const int ReasonMaxLength = 500;

    private readonly List<JuryScore> scores = [];

    private JurySheet() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    public long TeamId { get; private set; }

    /// <summary>The <see cref="CrewMember"/>.</summary>
    public long JurorId { get; private set; }

    /// <summary>For the jury and the staff.</summary>
    public string? Comment { get; private set; }

    /// <summary>UTC; null unless the juror keeps off this team.</summary>
    public DateTimeOffset? RecusedAt { get; private set; }

    public string? RecusalReason { get; private set; }

    /// <summary>Last saved (UTC).</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<JuryScore> Scores => scores;

    public bool IsRecused => RecusedAt is not null;

    public static JurySheet Open(long campId, long teamId, long jurorId, DateTimeOffset now) =>
        new() { CampId = campId, TeamId = teamId, JurorId = jurorId, WrittenAt = now };

    /// <summary>The scores must be loaded.</summary>
    /// <returns>The score that stood there before.</returns>
    public int? Give(long criterionId, int score, DateTimeOffset now)
    {
        if (score is < JuryCriterion.MinScore or > JuryCriterion.MaxScore) throw new ArgumentOutOfRangeException(nameof(score));
        if (IsRecused) throw new InvalidOperationException("The juror is recused.");
        WrittenAt = now;
        if (scores.Find(s => s.CriterionId == criterionId) is { } there) return there.Become(score);
        scores.Add(JuryScore.Create(criterionId, score));
        return null;
    }

    public void Say(string? comment, DateTimeOffset now) => (Comment, WrittenAt) = (comment, now);

    /// <summary>Whatever was scored is forgotten; the scores must be loaded, and removed by the desk.</summary>
    public void Recuse(string reason, DateTimeOffset now)
    {
        (RecusedAt, RecusalReason, Comment, WrittenAt) = (now, reason, null, now);
        scores.Clear();
    }
}

/// <summary>What a juror gives a team on one criterion.</summary>
public sealed class JuryScore
{
    private JuryScore() { }

    public long SheetId { get; private set; }

    public long CriterionId { get; private set; }

    /// <summary>1 to 5.</summary>
    public int Score { get; private set; }

    internal static JuryScore Create(long criterionId, int score) => new() { CriterionId = criterionId, Score = score };

    internal int Become(int score)
    {
        var before = Score;
        Score = score;
        return before;
    }
}
