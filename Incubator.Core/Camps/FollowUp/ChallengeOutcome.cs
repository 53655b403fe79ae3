using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What came of a challenge in the end, or so far.</summary>
public enum OutcomeKind
{
    InDevelopment = 0,

    /// <summary>The product is on the market.</summary>
    Launched = 1,

    /// <summary>The company does not go on with it.</summary>
    Dropped = 2,

    /// <summary>A company of its own was founded on it.</summary>
    SpinOff = 3,
}

/// <summary>What the company, or staff, say of the outcome.</summary>
public sealed record OutcomeDetails
{
    public required OutcomeKind Kind { get; init; }

    /// <summary>Local day since when it is so.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Of the product, or of the company that was founded.</summary>
    public string? ProductName { get; init; }

    /// <summary>New full-time jobs that go back to it; null: not known.</summary>
    public decimal? Jobs { get; init; }

    /// <summary>Net turnover with it so far, HUF; null: not known.</summary>
    public decimal? Turnover { get; init; }

    public string? Words { get; init; }

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (!Enum.IsDefined(Kind)) yield return new Refusal("NotKnown", nameof(Kind));
        if (Kind is OutcomeKind.Launched or OutcomeKind.SpinOff && string.IsNullOrWhiteSpace(ProductName))
            yield return new Refusal("Missing", nameof(ProductName));
        else if (TextRules.Problem(ProductName, ChallengeOutcome.ProductNameMaxLength, nameof(ProductName)) is { } name) yield return name;
        if (Jobs is < 0 or > ChallengeOutcome.MaxJobs) yield return new Refusal("OutOfRange", nameof(Jobs)).With("min", 0).With("max", ChallengeOutcome.MaxJobs);
        else if (Jobs is { } jobs && decimal.Round(jobs, 2) != jobs) yield return new Refusal("TwoDecimalsAtMost", nameof(Jobs));
        if (Turnover is < 0 or > ChallengeOutcome.MaxMoney)
            yield return new Refusal("OutOfRange", nameof(Turnover)).With("min", 0).With("max", ChallengeOutcome.MaxMoney);
        else if (Turnover is { } money && decimal.Round(money, 2) != money) yield return new Refusal("TwoDecimalsAtMost", nameof(Turnover));
        if (TextRules.Problem(Words, ChallengeOutcome.WordsMaxLength, nameof(Words)) is { } words) yield return words;
    }
}

/// <summary>What came of a challenge; one row, its earlier states are in the history.</summary>
public sealed class ChallengeOutcome
{
    public const int ProductNameMaxLength = 160;
    public const int WordsMaxLength = 2000;
    public const decimal MaxJobs = 100_000;
    public const decimal MaxMoney = 1_000_000_000_000;

    private ChallengeOutcome() { }

    public long ChallengeId { get; private set; }

    public OutcomeKind Kind { get; private set; }

    /// <summary>Local day since when it is so.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Of the product, or of the company that was founded.</summary>
    public string? ProductName { get; private set; }

    /// <summary>New full-time jobs; null: not known.</summary>
    public decimal? Jobs { get; private set; }

    /// <summary>Net, HUF; null: not known.</summary>
    public decimal? Turnover { get; private set; }

    public string? Words { get; private set; }

    public long? RecordedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public Guid Version { get; private set; }

    public static ChallengeOutcome Create(long challengeId, OutcomeDetails details, long? personId, DateTimeOffset now)
    {
        var outcome = new ChallengeOutcome { ChallengeId = challengeId };
        outcome.Become(details, personId, now);
        return outcome;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Become(OutcomeDetails details, long? personId, DateTimeOffset now)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (Kind, On, Jobs, Turnover) = (details.Kind, details.On, details.Jobs, details.Turnover);
        ProductName = string.IsNullOrWhiteSpace(details.ProductName) ? null : details.ProductName.Trim();
        Words = string.IsNullOrWhiteSpace(details.Words) ? null : details.Words.Trim();
        (RecordedById, RecordedAt) = (personId, now);
    }
}
