using Incubator.Core.Companies;

namespace Incubator.Core.Camps;

public enum CampQuestionKind
{
    Text = 0,

    /// <summary>One of a list.</summary>
    Choice = 1,

    YesNo = 2,
}

/// <summary>What staff ask everybody who registers for a camp.</summary>
public sealed class CampQuestion
{
    public const int TextMaxLength = 300;
    public const int ChoicesMaxLength = 1000;

    /// <summary>Of one camp; a longer form is not filled in.</summary>
    public const int MostOfACamp = 12;
    public const int MostChoices = 20;

    private CampQuestion() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public int Position { get; private set; }

    public CampQuestionKind Kind { get; private set; }

    public string TextHu { get; private set; } = "";

    public string TextEn { get; private set; } = "";

    /// <summary>One a line, in the same order in both languages; null where nothing is chosen.</summary>
    public string? ChoicesHu { get; private set; }

    public string? ChoicesEn { get; private set; }

    public bool IsRequired { get; private set; }

    /// <summary>UTC; asked no more, its answers stay.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public string Text(string language) => language == "hu" ? TextHu : TextEn;

    public IReadOnlyList<string> Choices(string language) => Lines(language == "hu" ? ChoicesHu : ChoicesEn);

    /// <summary>What an answer says to a reader: the choice's words.</summary>
    public string Said(string answer, string language) => Kind == CampQuestionKind.Choice && int.TryParse(answer, out var number) &&
        Choices(language).ElementAtOrDefault(number - 1) is { } choice ? choice : answer;

    public static CampQuestion Create(long campId, int position, QuestionOfCamp details) => new()
    {
        Reference = Guid.NewGuid(),
        CampId = campId,
        Position = position,
        Kind = details.Kind,
        TextHu = details.TextHu.Trim(),
        TextEn = details.TextEn.Trim(),
        ChoicesHu = details.Kind == CampQuestionKind.Choice ? string.Join('\n', Lines(details.ChoicesHu)) : null,
        ChoicesEn = details.Kind == CampQuestionKind.Choice ? string.Join('\n', Lines(details.ChoicesEn)) : null,
        IsRequired = details.IsRequired,
    };

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    public static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A skill of the short list that participants of a camp choose from; teams are mixed by it.</summary>
public sealed class CampSkill
{
    public const int NameMaxLength = 80;
    public const int MostOfACamp = 20;

    private CampSkill() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    public int Position { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public static CampSkill Create(long campId, int position, string nameHu, string nameEn) =>
        new() { CampId = campId, Position = position, NameHu = nameHu, NameEn = nameEn };

    public void Describe(int position, string nameHu) => (Position, NameHu) = (position, nameHu);
}

/// <summary>One version of a camp's privacy notice, in both languages; never changed once published.</summary>
public sealed class CampNotice
{
    public const int BodyMaxLength = 8000;

    private CampNotice() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    /// <summary>From 1, within the camp.</summary>
    public int Number { get; private set; }

    public string BodyHu { get; private set; } = "";

    public string BodyEn { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    public long? PublishedById { get; private set; }

    /// <summary>As of accepted texts of companies: SHA-256 of both languages.</summary>
    public string Hash => new MadeText(BodyHu, BodyEn, []).Hash;

    public string Body(string language) => language == "hu" ? BodyHu : BodyEn;

    public static CampNotice Publish(long campId, int number, string bodyHu, string bodyEn, DateTimeOffset now, long? byId) => new()
    {
        CampId = campId,
        Number = number,
        BodyHu = TextTemplate.Tidy(bodyHu),
        BodyEn = TextTemplate.Tidy(bodyEn),
        PublishedAt = now,
        PublishedById = byId,
    };
}
