namespace Incubator.Core.Cohorts;

public enum ReviewState
{
    /// <summary>The reviewer has not said yet whether a conflict of interest stands in the way.</summary>
    Asked = 0,

    /// <summary>No conflict; being written, seen by its author only.</summary>
    Draft = 1,

    Submitted = 2,

    /// <summary>A conflict of interest: out of all counts, and the application is gone for the reviewer.</summary>
    Recused = 3,

    /// <summary>Staff took it back.</summary>
    TakenOff = 4,
}

public enum ConflictKind
{
    /// <summary>Family or close personal ties.</summary>
    Personal = 0,

    /// <summary>A share, a loan, anything to win or lose.</summary>
    Financial = 1,

    /// <summary>Works or worked for the applicant.</summary>
    Employment = 2,

    Competitor = 3,

    /// <summary>Helped with this application or advises the applicant.</summary>
    Advice = 4,

    Other = 5,
}

/// <summary>One reviewer's work on one application.</summary>
public sealed class Review
{
    public const int NoteMaxLength = 500;
    public const int SummaryMaxLength = 2000;

    private readonly List<ReviewScore> scores = [];

    private Review() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; links carry it.</summary>
    public Guid Reference { get; private set; }

    public long ApplicationId { get; private set; }

    public long ReviewerId { get; private set; }

    public ReviewState State { get; private set; }

    /// <summary>Chosen by a person, not by the balanced assignment.</summary>
    public bool IsByHand { get; private set; }

    /// <summary>Counts how often it was asked for, from 1.</summary>
    public int Round { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When the reviewer said that there is no conflict (UTC).</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    public ConflictKind? Conflict { get; private set; }

    public string? ConflictNote { get; private set; }

    /// <summary>Last saved by the reviewer (UTC).</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Given back to the reviewer by staff, the last time (UTC).</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>The reviewer's comment on the whole.</summary>
    public string? Summary { get; private set; }

    /// <summary>Bumped first in every transaction that writes it: the row lock makes rivals wait.</summary>
    public long LockVersion { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ReviewScore> Scores => scores;

    /// <summary>The event under which the request waits to be mailed.</summary>
    public string NoticeEvent => $"{nameof(Review)}:{Id}:{Round}";

    public static Review Ask(long applicationId, long reviewerId, bool byHand, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        ApplicationId = applicationId,
        ReviewerId = reviewerId,
        IsByHand = byHand,
        Round = 1,
        AskedAt = now,
    };

    /// <summary>After it was taken off.</summary>
    public void AskAgain(bool byHand, DateTimeOffset now)
    {
        Require(ReviewState.TakenOff);
        (State, IsByHand, AskedAt, Round) = (ReviewState.Asked, byHand, now, Round + 1);
        (ClearedAt, SubmittedAt, ReopenedAt) = (null, null, null);
    }

    public void DeclareNoConflict(DateTimeOffset now)
    {
        Require(ReviewState.Asked);
        (State, ClearedAt) = (ReviewState.Draft, now);
    }

    /// <summary>Whatever was scored is forgotten; the scores must be loaded, and removed by the desk.</summary>
    public void Recuse(ConflictKind kind, string? note)
    {
        Require(ReviewState.Asked, ReviewState.Draft);
        (State, Conflict, ConflictNote, Summary) = (ReviewState.Recused, kind, note, null);
        scores.Clear();
    }

    /// <summary>Keeps what was written so far; the scores must be loaded.</summary>
    public void Write(IReadOnlyList<ScoreGiven> given, string? summary, DateTimeOffset now)
    {
        Require(ReviewState.Draft);
        (Summary, WrittenAt) = (summary, now);
        foreach (var one in given)
        {
            if (scores.Find(s => s.CriterionId == one.CriterionId) is { } there) there.Give(one.Score, one.Comment);
            else scores.Add(ReviewScore.Create(one));
        }
    }

    public void Submit(DateTimeOffset now)
    {
        Require(ReviewState.Draft);
        (State, SubmittedAt) = (ReviewState.Submitted, now);
    }

    public void Reopen(DateTimeOffset now)
    {
        Require(ReviewState.Submitted);
        (State, SubmittedAt, ReopenedAt) = (ReviewState.Draft, null, now);
    }

    public void TakeOff()
    {
        Require(ReviewState.Asked, ReviewState.Draft, ReviewState.Submitted);
        State = ReviewState.TakenOff;
        SubmittedAt = null;
    }

    /// <summary>As scoring sees it; null where staff took it back.</summary>
    public ReviewFact? Fact() => State == ReviewState.TakenOff
        ? null
        : new ReviewFact(ReviewerId, ApplicationId,
            State == ReviewState.Submitted ? ReviewOutcome.Completed : State == ReviewState.Recused ? ReviewOutcome.Recused : ReviewOutcome.Open,
            // What is not submitted is nobody's to see.
            State == ReviewState.Submitted
                ? scores.Where(s => s.Score is not null).ToDictionary(s => s.CriterionId, s => s.Score!.Value)
                : new Dictionary<long, int>());

    private void Require(params ReviewState[] states)
    {
        if (!states.Contains(State)) throw new InvalidOperationException($"The review is {State}.");
    }
}

/// <summary>What a reviewer gives on one criterion; either may still be missing.</summary>
public sealed record ScoreGiven(long CriterionId, int? Score, string? Comment);

public sealed class ReviewScore
{
    public const int CommentMaxLength = 1000;

    private ReviewScore() { }

    public long ReviewId { get; private set; }

    public long CriterionId { get; private set; }

    /// <summary>0 to 5.</summary>
    public int? Score { get; private set; }

    public string? Comment { get; private set; }

    internal static ReviewScore Create(ScoreGiven given)
    {
        var score = new ReviewScore { CriterionId = given.CriterionId };
        score.Give(given.Score, given.Comment);
        return score;
    }

    internal void Give(int? score, string? comment)
    {
        if (score is < Criterion.MinScore or > Criterion.MaxScore) throw new ArgumentOutOfRangeException(nameof(score));
        (Score, Comment) = (score, comment);
    }
}

/// <summary>How a call is reviewed.</summary>
public sealed class ReviewRound
{
    private ReviewRound() { }

    public long CallId { get; private set; }

    /// <summary>Last local day for reviews, included; null: none was set.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Once an application is decided, its reviewers may read each other's reviews, without names.</summary>
    public bool SharesAfterDecision { get; private set; }

    public Guid Version { get; private set; }

    public static ReviewRound Of(long callId) => new() { CallId = callId };

    public void Set(DateOnly? dueOn, bool sharesAfterDecision) => (DueOn, SharesAfterDecision) = (dueOn, sharesAfterDecision);
}

/// <summary>Someone who may be given a call's applications.</summary>
public sealed class CallReviewer
{
    public const int OrganisationMaxLength = 160;

    private CallReviewer() { }

    public long CallId { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>Where the person works; nobody reviews an application of their own house.</summary>
    public string? Organisation { get; private set; }

    public static CallReviewer Create(long callId, long personId, string? organisation)
    {
        var reviewer = new CallReviewer { CallId = callId, PersonId = personId };
        reviewer.WorksAt(organisation);
        return reviewer;
    }

    public void WorksAt(string? organisation) => Organisation = organisation;
}
