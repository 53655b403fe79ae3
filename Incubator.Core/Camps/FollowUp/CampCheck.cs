using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>How the company says it goes with what the camp found.</summary>
public enum CheckState
{
    GoesWell = 0,

    /// <summary>It goes on, later than meant.</summary>
    Slow = 1,

    /// <summary>Nothing goes on at present.</summary>
    Stopped = 2,

    /// <summary>It is done, or given up: the outcome says which.</summary>
    Finished = 3,
}

/// <summary>The question that is put to a challenge's company some days after the camp.</summary>
public sealed class CampCheck
{
    public const int WordsMaxLength = 2000;

    /// <summary>Days after the camp's last day.</summary>
    public static readonly IReadOnlyList<int> Days = [30, 100, 180];

    /// <summary>Days after it is due on which it is asked for once more.</summary>
    public const int ChasedAfterDays = 14;

    /// <summary>A check may be answered this many days before it is due.</summary>
    public const int EarlyDays = 14;

    private CampCheck() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ChallengeId { get; private set; }

    public int AfterDays { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>UTC; null: not answered yet.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public long? AnsweredById { get; private set; }

    public CheckState? State { get; private set; }

    /// <summary>What happened since the camp, or since the last answer.</summary>
    public string? Words { get; private set; }

    public Guid Version { get; private set; }

    public bool IsAnswered => AnsweredAt is not null;

    public bool IsOverdue(DateOnly today) => !IsAnswered && DueOn < today;

    public static IEnumerable<CampCheck> After(long challengeId, DateOnly campEndsOn) => Days.Select(days => new CampCheck
    {
        Reference = Guid.NewGuid(),
        ChallengeId = challengeId,
        AfterDays = days,
        DueOn = campEndsOn.AddDays(days),
    });

    /// <summary>The broken limits, each naming its field.</summary>
    public static IEnumerable<Refusal> Problems(CheckState? state, string? words)
    {
        if (state is not { } chosen || !Enum.IsDefined(chosen)) yield return new Refusal("Missing", nameof(State));
        if (string.IsNullOrWhiteSpace(words)) yield return new Refusal("Missing", nameof(Words));
        else if (TextRules.Problem(words, WordsMaxLength, nameof(Words)) is { } problem) yield return problem;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Answer(CheckState state, string words, DateTimeOffset now, long? personId)
    {
        if (Problems(state, words).FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(words));
        (State, Words, AnsweredAt, AnsweredById) = (state, words.Trim(), now, personId);
    }
}
