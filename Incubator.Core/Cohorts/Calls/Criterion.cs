using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>One thing by which applications are judged, scored 0–5; what each score means is written down.</summary>
public sealed class Criterion
{
    public const int NameMaxLength = 120;
    public const int TextMaxLength = 600;
    public const int AnchorMaxLength = 300;
    public const int MinScore = 0;
    public const int MaxScore = 5;
    public const int MaxWeight = 100;

    /// <summary>Criteria that one rubric may have.</summary>
    public const int MostOfACall = 12;

    private readonly List<CriterionAnchor> anchors = [];

    private Criterion() { }

    public long Id { get; private set; }

    public long CallId { get; private set; }

    /// <summary>Place in the rubric, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Share of the whole, relative to the other criteria's weights; 1 to 100.</summary>
    public int Weight { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? TextHu { get; private set; }

    public string? TextEn { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>One for each score, 0 to 5.</summary>
    public IReadOnlyList<CriterionAnchor> Anchors => anchors;

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public string? Text(string language) => language == "hu" ? TextHu : TextEn;

    public static Criterion Create(long callId, int position, CriterionDetails details)
    {
        var criterion = new Criterion { CallId = callId, Position = position };
        for (var score = MinScore; score <= MaxScore; score++) criterion.anchors.Add(CriterionAnchor.Create(score));
        criterion.Describe(details);
        return criterion;
    }

    /// <summary>The anchors must be loaded.</summary>
    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(CriterionDetails details)
    {
        if (details.Problems().Any()) throw new ArgumentException(string.Join(", ", details.Problems()), nameof(details));
        Weight = details.Weight;
        (NameHu, NameEn, TextHu, TextEn) = (details.NameHu, details.NameEn, details.TextHu, details.TextEn);
        foreach (var anchor in anchors) anchor.Say(details.Anchors[anchor.Score]);
    }

    public void MoveTo(int position) => Position = position;

    internal CriterionDetails Details => new()
    {
        Weight = Weight,
        NameHu = NameHu,
        NameEn = NameEn,
        TextHu = TextHu,
        TextEn = TextEn,
        Anchors = [.. anchors.OrderBy(a => a.Score).Select(a => new LocalName(a.TextHu, a.TextEn))],
    };
}

/// <summary>What one score of a criterion means.</summary>
public sealed class CriterionAnchor
{
    private CriterionAnchor() { }

    public long CriterionId { get; private set; }

    public int Score { get; private set; }

    public string TextHu { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    public string Text(string language) => language == "hu" ? TextHu : TextEn;

    internal static CriterionAnchor Create(int score) => new() { Score = score };

    internal void Say(LocalName text) => (TextHu, TextEn) = (text.Hu, text.En);
}

/// <summary>What staff say of a criterion.</summary>
public sealed record CriterionDetails
{
    public required int Weight { get; init; }
    public required string NameHu { get; init; }
    public required string NameEn { get; init; }
    public string? TextHu { get; init; }
    public string? TextEn { get; init; }

    /// <summary>Of the scores 0 to 5, in this order.</summary>
    public required IReadOnlyList<LocalName> Anchors { get; init; }

    /// <summary>The broken limits, each naming its field; anchors as "AnchorsHu[2]".</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (Weight is < 1 or > Criterion.MaxWeight)
            yield return new Refusal("OutOfRange", nameof(Weight)).With("min", 1).With("max", Criterion.MaxWeight);
        foreach (var (text, field) in new[] { (NameHu, nameof(NameHu)), (NameEn, nameof(NameEn)) })
            if (Text(text, Criterion.NameMaxLength, field) is { } problem) yield return problem;
        foreach (var (text, field) in new[] { (TextHu, nameof(TextHu)), (TextEn, nameof(TextEn)) })
            if (TextRules.Problem(text, Criterion.TextMaxLength, field) is { } problem) yield return problem;
        if (Anchors.Count != Criterion.MaxScore - Criterion.MinScore + 1)
        {
            yield return new Refusal("AnchorsMiscounted", nameof(Anchors));
            yield break;
        }

        for (var score = 0; score < Anchors.Count; score++)
        {
            if (Text(Anchors[score].Hu, Criterion.AnchorMaxLength, $"AnchorsHu[{score}]") is { } hu) yield return hu;
            if (Text(Anchors[score].En, Criterion.AnchorMaxLength, $"AnchorsEn[{score}]") is { } en) yield return en;
        }
    }

    private static Refusal? Text(string? text, int max, string field) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("Missing", field) : TextRules.Problem(text, max, field);

    internal CriterionDetails Tidied() => this with
    {
        NameHu = NameHu.Trim(),
        NameEn = NameEn.Trim(),
        TextHu = QuestionDetails.Tidy(TextHu),
        TextEn = QuestionDetails.Tidy(TextEn),
        Anchors = [.. Anchors.Select(a => new LocalName(a.Hu.Trim(), a.En.Trim()))],
    };
}
