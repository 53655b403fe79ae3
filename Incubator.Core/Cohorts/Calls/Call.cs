using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Cohorts;

/// <summary>Where a call stands by the clock.</summary>
public enum CallState
{
    /// <summary>Only staff see it.</summary>
    Draft = 0,

    /// <summary>Published, opens later.</summary>
    Upcoming = 1,

    /// <summary>Takes applications.</summary>
    Open = 2,

    Closed = 3,
}

/// <summary>Priorities of Hungary's National Smart Specialisation Strategy 2021–2027; a call may name several.</summary>
[Flags]
public enum S3Priorities
{
    None = 0,
    AgriFood = 1,
    Health = 2,
    DigitalEconomy = 4,
    CreativeIndustries = 8,
    ResourceEfficiency = 16,
    EnergyAndClimate = 32,
    Services = 64,
    CuttingEdge = 128,
}

/// <summary>An invitation to apply: what for, from when to when, with which form and by which rubric it is judged.</summary>
public sealed class Call
{
    public const int TitleMaxLength = 160;
    public const int TextMaxLength = 4000;
    public const int DivisionsMaxLength = 120;
    public const int MinReviewers = 1;
    public const int MaxReviewers = 9;
    public const int UsualReviewers = 3;

    private Call() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; its public address.</summary>
    public Guid Reference { get; private set; }

    public string TitleHu { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string TextHu { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    /// <summary>What an admitted company becomes.</summary>
    public MembershipKind Kind { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>UTC; what arrives at this instant or later is late.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>UTC; null: a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Reviews wanted for each application.</summary>
    public int Reviewers { get; private set; } = UsualReviewers;

    public S3Priorities Priorities { get; private set; }

    /// <summary>NACE divisions at which the call aims, two digits each, comma-separated ("10,11"); empty: any.</summary>
    public string Divisions { get; private set; } = "";

    /// <summary>The cohort that its admitted companies fill.</summary>
    public long? CohortId { get; private set; }

    /// <summary>The call whose form and rubric were taken over.</summary>
    public long? ClonedFromId { get; private set; }

    /// <summary>Bumped first in every transaction that changes the form or submits to it: the row lock makes rivals wait.</summary>
    public long LockVersion { get; private set; }

    public Guid Version { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    public IReadOnlyList<string> DivisionList => Divisions.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;

    public string Text(string language) => language == "hu" ? TextHu : TextEn;

    public CallState StateAt(DateTimeOffset now) =>
        PublishedAt is null ? CallState.Draft : now < OpensAt ? CallState.Upcoming : now < ClosesAt ? CallState.Open : CallState.Closed;

    public static Call Create(CallDetails details, long? clonedFromId = null)
    {
        var call = new Call { Reference = Guid.NewGuid(), ClonedFromId = clonedFromId };
        call.Describe(details);
        return call;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(CallDetails details)
    {
        if (details.Problems().Any()) throw new ArgumentException(string.Join(", ", details.Problems()), nameof(details));
        TitleHu = details.TitleHu.Trim();
        TitleEn = details.TitleEn.Trim();
        TextHu = details.TextHu.Trim();
        TextEn = details.TextEn.Trim();
        Kind = details.Kind;
        OpensAt = details.OpensAt;
        ClosesAt = details.ClosesAt;
        Reviewers = details.Reviewers;
        Priorities = details.Priorities;
        Divisions = string.Join(',', details.Divisions.Distinct().Order(StringComparer.Ordinal));
        CohortId = details.CohortId;
    }

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;

    /// <summary>Moves the deadline; never to before it opens.</summary>
    public void CloseAt(DateTimeOffset closesAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(closesAt, OpensAt);
        ClosesAt = closesAt;
    }
}

/// <summary>What staff say of a call.</summary>
public sealed record CallDetails
{
    public required string TitleHu { get; init; }
    public required string TitleEn { get; init; }
    public required string TextHu { get; init; }
    public required string TextEn { get; init; }
    public required MembershipKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public int Reviewers { get; init; } = Call.UsualReviewers;
    public S3Priorities Priorities { get; init; }

    /// <summary>Two digits each.</summary>
    public IReadOnlyList<string> Divisions { get; init; } = [];

    public long? CohortId { get; init; }

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        foreach (var (text, max, field) in new[]
        {
            (TitleHu, Call.TitleMaxLength, nameof(TitleHu)), (TitleEn, Call.TitleMaxLength, nameof(TitleEn)),
            (TextHu, Call.TextMaxLength, nameof(TextHu)), (TextEn, Call.TextMaxLength, nameof(TextEn)),
        })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (!Enum.IsDefined(Kind)) yield return new Refusal("NotKnown", nameof(Kind));
        if (ClosesAt <= OpensAt) yield return new Refusal("ClosesBeforeItOpens", nameof(ClosesAt));
        if (Reviewers is < Call.MinReviewers or > Call.MaxReviewers)
            yield return new Refusal("OutOfRange", nameof(Reviewers)).With("min", Call.MinReviewers).With("max", Call.MaxReviewers);
        if ((int)Priorities is < 0 or > 255) yield return new Refusal("NotKnown", nameof(Priorities));
        if (Divisions.Any(d => d.Length != 2 || !d.All(char.IsAsciiDigit)) || string.Join(',', Divisions).Length > Call.DivisionsMaxLength)
            yield return new Refusal("DivisionsInvalid", nameof(Divisions));
    }
}
