using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

public enum QuestionType
{
    ShortText = 0,
    LongText = 1,
    WholeNumber = 2,
    DecimalNumber = 3,

    /// <summary>An amount in HUF or EUR.</summary>
    Money = 4,

    ChooseOne = 5,
    ChooseMany = 6,
    YesNo = 7,
    File = 8,

    /// <summary>To be ticked; its full text stands with the question.</summary>
    Consent = 9,
}

/// <summary>A headed part of a call's own form.</summary>
public sealed class CallSection
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 1000;

    private CallSection() { }

    public long Id { get; private set; }

    public long CallId { get; private set; }

    /// <summary>Place in the form, from 1.</summary>
    public int Position { get; private set; }

    public string TitleHu { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string? TextHu { get; private set; }

    public string? TextEn { get; private set; }

    public Guid Version { get; private set; }

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;

    public string? Text(string language) => language == "hu" ? TextHu : TextEn;

    public static CallSection Create(long callId, int position, SectionDetails details)
    {
        var section = new CallSection { CallId = callId, Position = position };
        section.Describe(details);
        return section;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(SectionDetails details)
    {
        if (details.Problems().Any()) throw new ArgumentException(string.Join(", ", details.Problems()), nameof(details));
        (TitleHu, TitleEn, TextHu, TextEn) = (details.TitleHu, details.TitleEn, details.TextHu, details.TextEn);
    }

    public void MoveTo(int position) => Position = position;

    internal SectionDetails Details => new() { TitleHu = TitleHu, TitleEn = TitleEn, TextHu = TextHu, TextEn = TextEn };
}

/// <summary>What staff say of a section.</summary>
public sealed record SectionDetails
{
    public required string TitleHu { get; init; }
    public required string TitleEn { get; init; }
    public string? TextHu { get; init; }
    public string? TextEn { get; init; }

    public IEnumerable<Refusal> Problems()
    {
        foreach (var (text, field) in new[] { (TitleHu, nameof(TitleHu)), (TitleEn, nameof(TitleEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, CallSection.TitleMaxLength, field) is { } problem) yield return problem;
        }

        foreach (var (text, field) in new[] { (TextHu, nameof(TextHu)), (TextEn, nameof(TextEn)) })
            if (TextRules.Problem(text, CallSection.TextMaxLength, field) is { } problem) yield return problem;
    }

    internal SectionDetails Tidied() =>
        this with { TitleHu = TitleHu.Trim(), TitleEn = TitleEn.Trim(), TextHu = QuestionDetails.Tidy(TextHu), TextEn = QuestionDetails.Tidy(TextEn) };
}

/// <summary>One typed question of a call's form.</summary>
public sealed class CallQuestion
{
    public const int LabelMaxLength = 300;
    public const int HelpMaxLength = 1000;
    public const int ConsentMaxLength = 4000;
    public const int UnitMaxLength = Quantity.UnitMaxLength;
    public const int ChoiceMaxLength = 160;
    public const int MaxChoices = 20;

    /// <summary>Characters that an answer may have at most.</summary>
    public const int ShortTextMaxLength = 300;

    public const int LongTextMaxLength = 4000;

    private readonly List<CallChoice> choices = [];

    private CallQuestion() { }

    public long Id { get; private set; }

    public long CallId { get; private set; }

    public long SectionId { get; private set; }

    /// <summary>Place in its section, from 1.</summary>
    public int Position { get; private set; }

    public QuestionType Type { get; private set; }

    public bool IsRequired { get; private set; }

    public string LabelHu { get; private set; } = "";

    public string LabelEn { get; private set; } = "";

    public string? HelpHu { get; private set; }

    public string? HelpEn { get; private set; }

    /// <summary>Full text of what is agreed to; of consents only.</summary>
    public string? ConsentHu { get; private set; }

    public string? ConsentEn { get; private set; }

    /// <summary>Characters; of texts only.</summary>
    public int? MaxLength { get; private set; }

    /// <summary>Of numbers and money.</summary>
    public decimal? Min { get; private set; }

    public decimal? Max { get; private set; }

    /// <summary>Of numbers: what is counted ("kg", "fő").</summary>
    public string? UnitHu { get; private set; }

    public string? UnitEn { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Of choices, in their order.</summary>
    public IReadOnlyList<CallChoice> Choices => choices;

    /// <summary>Under which name its answer is kept.</summary>
    public string Field => FieldOf(Id);

    public static string FieldOf(long questionId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{questionId}");

    public string Label(string language) => language == "hu" ? LabelHu : LabelEn;

    public string? Help(string language) => language == "hu" ? HelpHu : HelpEn;

    public string? Consent(string language) => language == "hu" ? ConsentHu : ConsentEn;

    public string? Unit(string language) => language == "hu" ? UnitHu : UnitEn;

    public static CallQuestion Create(CallSection section, int position, QuestionDetails details)
    {
        var question = new CallQuestion { CallId = section.CallId, SectionId = section.Id, Position = position };
        question.Describe(details);
        return question;
    }

    /// <summary>Gives the choices that are no more, for the desk to delete. The choices must be loaded.</summary>
    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public IReadOnlyList<CallChoice> Describe(QuestionDetails details)
    {
        if (details.Problems().Any()) throw new ArgumentException(string.Join(", ", details.Problems()), nameof(details));
        Type = details.Type;
        IsRequired = details.IsRequired;
        (LabelHu, LabelEn, HelpHu, HelpEn) = (details.LabelHu, details.LabelEn, details.HelpHu, details.HelpEn);
        (ConsentHu, ConsentEn) = (details.ConsentHu, details.ConsentEn);
        (MaxLength, Min, Max) = (details.MaxLength, details.Min, details.Max);
        (UnitHu, UnitEn) = (details.UnitHu, details.UnitEn);
        // A choice that keeps its place keeps its id: answers of drafts hold it.
        var there = choices.OrderBy(c => c.Position).ToList();
        for (var i = 0; i < details.Choices.Count; i++)
        {
            if (i < there.Count) there[i].Rename(details.Choices[i]);
            else choices.Add(CallChoice.Create(i + 1, details.Choices[i]));
        }

        var gone = there.Skip(details.Choices.Count).ToList();
        choices.RemoveAll(gone.Contains);
        return gone;
    }

    public void MoveTo(long sectionId, int position) => (SectionId, Position) = (sectionId, position);

    internal QuestionDetails Details => new()
    {
        Type = Type,
        IsRequired = IsRequired,
        LabelHu = LabelHu,
        LabelEn = LabelEn,
        HelpHu = HelpHu,
        HelpEn = HelpEn,
        ConsentHu = ConsentHu,
        ConsentEn = ConsentEn,
        MaxLength = MaxLength,
        Min = Min,
        Max = Max,
        UnitHu = UnitHu,
        UnitEn = UnitEn,
        Choices = [.. choices.OrderBy(c => c.Position).Select(c => new LocalName(c.LabelHu, c.LabelEn))],
    };
}

/// <summary>One of the answers among which a question lets choose.</summary>
public sealed class CallChoice
{
    private CallChoice() { }

    public long Id { get; private set; }

    public long QuestionId { get; private set; }

    public int Position { get; private set; }

    public string LabelHu { get; private set; } = "";

    public string LabelEn { get; private set; } = "";

    public string Label(string language) => language == "hu" ? LabelHu : LabelEn;

    internal static CallChoice Create(int position, LocalName label) => new() { Position = position, LabelHu = label.Hu, LabelEn = label.En };

    internal void Rename(LocalName label) => (LabelHu, LabelEn) = (label.Hu, label.En);
}

/// <summary>What staff say of a question. What does not belong to its type is dropped when tidied.</summary>
public sealed record QuestionDetails
{
    public required QuestionType Type { get; init; }
    public bool IsRequired { get; init; }
    public required string LabelHu { get; init; }
    public required string LabelEn { get; init; }
    public string? HelpHu { get; init; }
    public string? HelpEn { get; init; }
    public string? ConsentHu { get; init; }
    public string? ConsentEn { get; init; }
    public int? MaxLength { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public string? UnitHu { get; init; }
    public string? UnitEn { get; init; }
    public IReadOnlyList<LocalName> Choices { get; init; } = [];

    public bool IsText => Type is QuestionType.ShortText or QuestionType.LongText;

    public bool IsNumber => Type is QuestionType.WholeNumber or QuestionType.DecimalNumber or QuestionType.Money;

    public bool IsChoice => Type is QuestionType.ChooseOne or QuestionType.ChooseMany;

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (!Enum.IsDefined(Type)) yield return new Refusal("NotKnown", nameof(Type));
        foreach (var (text, max, field, needed) in new[]
        {
            (LabelHu, CallQuestion.LabelMaxLength, nameof(LabelHu), true), (LabelEn, CallQuestion.LabelMaxLength, nameof(LabelEn), true),
            (HelpHu, CallQuestion.HelpMaxLength, nameof(HelpHu), false), (HelpEn, CallQuestion.HelpMaxLength, nameof(HelpEn), false),
            (ConsentHu, CallQuestion.ConsentMaxLength, nameof(ConsentHu), Type == QuestionType.Consent),
            (ConsentEn, CallQuestion.ConsentMaxLength, nameof(ConsentEn), Type == QuestionType.Consent),
            (UnitHu, CallQuestion.UnitMaxLength, nameof(UnitHu), false), (UnitEn, CallQuestion.UnitMaxLength, nameof(UnitEn), false),
        })
        {
            if (needed && string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        var longest = Type == QuestionType.ShortText ? CallQuestion.ShortTextMaxLength : CallQuestion.LongTextMaxLength;
        if (IsText && MaxLength is { } length && (length < 1 || length > longest))
            yield return new Refusal("OutOfRange", nameof(MaxLength)).With("min", 1).With("max", longest);
        if (IsNumber && Min > Max) yield return new Refusal("LeastAboveMost", nameof(Max));
        foreach (var (limit, field) in new[] { (Min, nameof(Min)), (Max, nameof(Max)) })
        {
            if (IsNumber && limit is { } number && Math.Abs(number) > NumberLimit)
                yield return new Refusal("OutOfRange", field).With("min", -NumberLimit).With("max", NumberLimit);
        }

        if (!IsChoice) yield break;
        if (Choices.Count is < 2 or > CallQuestion.MaxChoices)
            yield return new Refusal("ChoicesMiscounted", nameof(Choices)).With("min", 2).With("max", CallQuestion.MaxChoices);
        if (Choices.Any(c => string.IsNullOrWhiteSpace(c.Hu) || string.IsNullOrWhiteSpace(c.En)))
            yield return new Refusal("ChoiceInOneLanguageOnly", nameof(Choices));
        if (Choices.SelectMany(c => new[] { c.Hu, c.En }).Select(t => TextRules.Problem(t, CallQuestion.ChoiceMaxLength, nameof(Choices))).FirstOrDefault(p => p is not null) is { } wrong)
            yield return wrong;
    }

    /// <summary>The farthest that a number's limits may lie from nothing.</summary>
    public const decimal NumberLimit = 1_000_000_000_000m;

    internal QuestionDetails Tidied() => this with
    {
        LabelHu = LabelHu.Trim(),
        LabelEn = LabelEn.Trim(),
        HelpHu = Tidy(HelpHu),
        HelpEn = Tidy(HelpEn),
        ConsentHu = Type == QuestionType.Consent ? Tidy(ConsentHu) : null,
        ConsentEn = Type == QuestionType.Consent ? Tidy(ConsentEn) : null,
        MaxLength = IsText ? MaxLength : null,
        Min = IsNumber ? Min : null,
        Max = IsNumber ? Max : null,
        UnitHu = IsNumber && Type != QuestionType.Money ? Tidy(UnitHu) : null,
        UnitEn = IsNumber && Type != QuestionType.Money ? Tidy(UnitEn) : null,
        Choices = IsChoice ? [.. Choices.Select(c => new LocalName(c.Hu.Trim(), c.En.Trim()))] : [],
    };

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
