using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the kinds of documents are called, and what is said of an imported line.</summary>
public static class CompanyFileWords
{
    /// <summary>Problems of an imported file that are not refusals too; {0} is what stood there, or the number meant.</summary>
    public static readonly IReadOnlyDictionary<string, string> FileProblems = new Dictionary<string, string>
    {
        ["Missing"] = "Nothing stands here, but something must.",
        ["TextTooLong"] = "This text is too long (at most {0} characters).",
        ["ControlCharacters"] = "This text holds characters that cannot be shown.",
        ["CellsMiscounted"] = "This line has another number of cells than the headings ({0}). A decimal comma may need quotation marks.",
        ["QuoteNotClosed"] = "A quotation mark is not closed here.",
        ["TaxNumberTwice"] = "The same tax number stands in line {0}.",
        ["NameTwice"] = "The same name stands in line {0}.",
        ["NotKnown"] = "“{0}” is not known here.",
        ["NotADate"] = "This is no date (write 2027-03-15).",
        ["TooManyActivities"] = "There are too many further activities (at most {0}).",
        ["FoundingDayImpossible"] = "No firm was founded then.",
        ["ColumnIgnored"] = "This column is not taken in.",
    };

    public static string Of(CompanyDocumentKind kind, IStringLocalizer<CompaniesText> text) => kind switch
    {
        CompanyDocumentKind.Agreement => text["Agreement"],
        CompanyDocumentKind.Registration => text["Registration or licence"],
        CompanyDocumentKind.Certificate => text["Certificate"],
        CompanyDocumentKind.FinancialStatement => text["Financial statement"],
        CompanyDocumentKind.ProductSheet => text["Product sheet"],
        _ => text["Other document"],
    };

    public static string Say(FileProblem problem, IStringLocalizer<CompaniesText> text) => FileProblems.TryGetValue(problem.Code, out var sentence)
        ? text[sentence, problem.Text ?? ""]
        : CompanySentences.Refusals.TryGetValue(problem.Code, out var refusal) ? text[refusal] : problem.Code;
}
