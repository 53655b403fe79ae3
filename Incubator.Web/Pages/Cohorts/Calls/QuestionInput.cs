using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the form of a question holds; what does not belong to its type is left out when it is saved.</summary>
public sealed class QuestionInput
{
    private const int ChoicesMaxLength = CallQuestion.MaxChoices * (CallQuestion.ChoiceMaxLength + 2);

    public QuestionType Type { get; set; }

    public bool IsRequired { get; set; }

    [Required, StringLength(CallQuestion.LabelMaxLength)]
    public string LabelHu { get; set; } = "";

    [Required, StringLength(CallQuestion.LabelMaxLength)]
    public string LabelEn { get; set; } = "";

    [StringLength(CallQuestion.HelpMaxLength)]
    public string? HelpHu { get; set; }

    [StringLength(CallQuestion.HelpMaxLength)]
    public string? HelpEn { get; set; }

    [StringLength(CallQuestion.ConsentMaxLength)]
    public string? ConsentHu { get; set; }

    [StringLength(CallQuestion.ConsentMaxLength)]
    public string? ConsentEn { get; set; }

    public int? MaxLength { get; set; }

    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    [StringLength(CallQuestion.UnitMaxLength)]
    public string? UnitHu { get; set; }

    [StringLength(CallQuestion.UnitMaxLength)]
    public string? UnitEn { get; set; }

    /// <summary>One in a line.</summary>
    [StringLength(ChoicesMaxLength)]
    public string? Choices { get; set; }

    [StringLength(ChoicesMaxLength)]
    public string? ChoicesEn { get; set; }

    public Guid Version { get; set; }

    public static QuestionInput Of(CallQuestion question) => new()
    {
        Type = question.Type,
        IsRequired = question.IsRequired,
        LabelHu = question.LabelHu,
        LabelEn = question.LabelEn,
        HelpHu = question.HelpHu,
        HelpEn = question.HelpEn,
        ConsentHu = question.ConsentHu,
        ConsentEn = question.ConsentEn,
        MaxLength = question.MaxLength,
        Min = Plain(question.Min),
        Max = Plain(question.Max),
        UnitHu = question.UnitHu,
        UnitEn = question.UnitEn,
        Choices = string.Join('\n', question.Choices.OrderBy(c => c.Position).Select(c => c.LabelHu)),
        ChoicesEn = string.Join('\n', question.Choices.OrderBy(c => c.Position).Select(c => c.LabelEn)),
        Version = question.Version,
    };

    public QuestionDetails Details(Func<string?, string?, IReadOnlyList<LocalName>> lines) => new()
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
        Choices = lines(Choices, ChoicesEn),
    };

    // Stored with four decimals; nobody wants to read 5.0000.
    private static decimal? Plain(decimal? number) => number / 1.000000000000000000000000000000000m;
}
