using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What a criterion counts for beyond its weight: these two decide between teams of equal score.</summary>
public enum JuryAspect
{
    Other = 0,

    /// <summary>Could it be made and sold safely and lawfully; the first to break a tie.</summary>
    FoodSafety = 1,

    /// <summary>Would each lot be like the one before; the second.</summary>
    Repeatability = 2,
}

/// <summary>One thing by which a camp's teams are judged, scored 1 to 5; what each score means is written down.</summary>
public sealed class JuryCriterion
{
    public const int NameMaxLength = 120;
    public const int AnchorMaxLength = 300;
    public const int MinScore = 1;
    public const int MaxScore = 5;
    public const int MaxWeight = 100;

    /// <summary>Criteria that one camp may have; a juror scores each of them standing up.</summary>
    public const int MostOfACamp = 10;

    private readonly List<JuryAnchor> anchors = [];

    private JuryCriterion() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    /// <summary>Share of the whole, relative to the other criteria's weights; 1 to 100.</summary>
    public int Weight { get; private set; }

    public JuryAspect Aspect { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>One for each score, 1 to 5.</summary>
    public IReadOnlyList<JuryAnchor> Anchors => anchors;

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static JuryCriterion Create(long campId, int position, JuryCriterionDetails details)
    {
        var criterion = new JuryCriterion { CampId = campId, Position = position };
        for (var score = MinScore; score <= MaxScore; score++) criterion.anchors.Add(JuryAnchor.Create(score));
        criterion.Describe(details);
        return criterion;
    }

    /// <summary>The anchors must be loaded.</summary>
    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(JuryCriterionDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (Weight, Aspect, NameHu, NameEn) = (details.Weight, details.Aspect, details.NameHu.Trim(), details.NameEn.Trim());
        foreach (var anchor in anchors) anchor.Say(details.Anchors[anchor.Score - MinScore]);
    }

    public void MoveTo(int position) => Position = position;

    public JuryCriterionDetails Details => new()
    {
        Weight = Weight,
        Aspect = Aspect,
        NameHu = NameHu,
        NameEn = NameEn,
        Anchors = [.. anchors.OrderBy(a => a.Score).Select(a => new LocalName(a.TextHu, a.TextEn))],
    };
}

/// <summary>What one score of a criterion means.</summary>
public sealed class JuryAnchor
{
    private JuryAnchor() { }

    public long CriterionId { get; private set; }

    public int Score { get; private set; }

    public string TextHu { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    public string Text(string language) => language == "hu" ? TextHu : TextEn;

    internal static JuryAnchor Create(int score) => new() { Score = score };

    internal void Say(LocalName text) => (TextHu, TextEn) = (text.Hu.Trim(), text.En.Trim());
}

/// <summary>What staff say of a criterion.</summary>
public sealed record JuryCriterionDetails
{
    public required int Weight { get; init; }
    public JuryAspect Aspect { get; init; }
    public required string NameHu { get; init; }
    public required string NameEn { get; init; }

    /// <summary>Of the scores 1 to 5, in this order.</summary>
    public required IReadOnlyList<LocalName> Anchors { get; init; }

    /// <summary>The broken limits, each naming its field; anchors as "AnchorsHu[0]".</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (Weight is < 1 or > JuryCriterion.MaxWeight)
            yield return new Refusal("OutOfRange", nameof(Weight)).With("min", 1).With("max", JuryCriterion.MaxWeight);
        if (!Enum.IsDefined(Aspect)) yield return new Refusal("NotKnown", nameof(Aspect));
        if (Text(NameHu, JuryCriterion.NameMaxLength, nameof(NameHu)) is { } nameHu) yield return nameHu;
        if (Text(NameEn, JuryCriterion.NameMaxLength, nameof(NameEn)) is { } nameEn) yield return nameEn;
        if (Anchors.Count != JuryCriterion.MaxScore - JuryCriterion.MinScore + 1)
        {
            yield return new Refusal("Missing", nameof(Anchors));
            yield break;
        }

        for (var at = 0; at < Anchors.Count; at++)
        {
            if (Text(Anchors[at].Hu, JuryCriterion.AnchorMaxLength, $"AnchorsHu[{at}]") is { } hu) yield return hu;
            if (Text(Anchors[at].En, JuryCriterion.AnchorMaxLength, $"AnchorsEn[{at}]") is { } en) yield return en;
        }
    }

    private static Refusal? Text(string? text, int max, string field) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("Missing", field) : TextRules.Problem(text, max, field);
}
