using System.Net.Mail;
using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Cohorts;

/// <summary>Something an application lacks, or that cannot be understood; the refusal's field is the form's.</summary>
public sealed record AnswerProblem(string Section, string Field, Refusal Refusal);

/// <summary>How complete an application is: what is wanted, and what of it is missing or wrong.</summary>
public sealed record Completeness(int Wanted, IReadOnlyList<AnswerProblem> Problems)
{
    public int Missing => Problems.Select(p => p.Field).Distinct().Count();

    public bool IsComplete => Problems.Count == 0;
}

/// <summary>What the answers must be before an application may be submitted. Saving asks none of this. Pure.</summary>
public static class ApplicationRules
{
    private const int NumberDecimals = 4;
    private const int MoneyDecimals = 2;

    /// <summary>What of the facts of a company stands in which field.</summary>
    private static readonly Dictionary<string, string> FieldsOfFacts = new()
    {
        [nameof(CompanyFacts.Name)] = "company.name",
        [nameof(CompanyFacts.TaxNumber)] = "company.tax",
        [nameof(CompanyFacts.EuVatNumber)] = "company.vat",
        [nameof(CompanyFacts.RegisterNumber)] = "company.register",
        [nameof(CompanyFacts.Postcode)] = "company.postcode",
        [nameof(CompanyFacts.Settlement)] = "company.settlement",
        [nameof(CompanyFacts.Address)] = "company.address",
        [nameof(CompanyFacts.Country)] = "company.country",
        [nameof(CompanyFacts.Website)] = "company.website",
        [nameof(CompanyFacts.NaceMain)] = "company.nace",
        [nameof(CompanyFacts.Phone)] = "contact.phone",
    };

    /// <param name="today">The local day; accounting years end before it.</param>
    public static Completeness Check(ApplicationForm form, ApplicationAnswers answers, DateOnly today)
    {
        var (wanted, problems) = (0, new List<AnswerProblem>());
        foreach (var section in form.Sections)
        {
            foreach (var field in section.Fields)
            {
                var required = IsWanted(field, answers);
                var text = answers.Text(field.Name);
                if (required) wanted++;
                if (string.IsNullOrWhiteSpace(text))
                {
                    if (required) problems.Add(new AnswerProblem(section.Key, field.Name, new Refusal("Missing", field.Name)));
                }
                else if (Problem(field, text) is { } problem)
                {
                    problems.Add(new AnswerProblem(section.Key, field.Name, problem));
                }
            }
        }

        problems.AddRange(OfCompany(answers, today, problems));
        problems.AddRange(OfYears(answers, today, problems));
        return new Completeness(wanted, problems);
    }

    /// <summary>Whether the field must be filled in, which may depend on others.</summary>
    public static bool IsWanted(FormField field, ApplicationAnswers answers)
    {
        if (field.IsRequired) return true;
        var parts = field.Name.Split('.');
        return parts switch
        {
            ["company", "tax"] => answers.IsHungarian,
            ["food", "number"] => answers.Text("food.state") == ApplicationForm.FoodStates[0],
            ["idea", var n, _] => answers.HasAny($"idea.{n}."),
            // One of the two suffices for the class of size; without either it cannot be said.
            ["size", "1", "turnover"] => answers.IsEmpty("size.1.balance"),
            ["size", var y, "rate"] => answers.Text("size.currency") != YearFigures.Euro &&
                (!answers.IsEmpty($"size.{y}.turnover") || !answers.IsEmpty($"size.{y}.balance")),
            ["size", "2", "year" or "staff"] => answers.HasAny("size.2."),
            ["firm", var f, "name" or "share" or "direction" or "kind"] => answers.HasAny($"firm.{f}."),
            ["firm", var f, "1", "staff"] => answers.HasAny($"firm.{f}."),
            ["wish", var r, "hours"] => answers.Text($"wish.{r}") == FormField.Ticked,
            [_, "currency"] when field.Name[0] == 'q' => !answers.IsEmpty(parts[0]),
            _ => false,
        };
    }

    /// <summary>What is wrong with a text that stands in a field; null when it can be understood.</summary>
    public static Refusal? Problem(FormField field, string text)
    {
        if (TextRules.Problem(text, field.MaxLength, field.Name) is { } problem && field.Type is FieldType.ShortText or FieldType.LongText or FieldType.Phone) return problem;
        return field.Type switch
        {
            FieldType.WholeNumber => OfNumber(field, text, 0),
            FieldType.DecimalNumber => OfNumber(field, text, NumberDecimals),
            FieldType.Money => OfNumber(field, text, MoneyDecimals),
            FieldType.ChooseOne or FieldType.YesNo => field.Choices.Contains(text) ? null : new Refusal("NotKnown", field.Name),
            FieldType.ChooseMany => OfChoices(field, text.Split(',')),
            FieldType.Email => IsMail(text) ? null : new Refusal("MailMisshapen", field.Name),
            FieldType.Phone => text.Count(char.IsAsciiDigit) >= 6 && text.All(c => char.IsAsciiDigit(c) || " +-/().".Contains(c, StringComparison.Ordinal))
                ? null
                : new Refusal("PhoneMisshapen", field.Name),
            _ => null,
        };
    }

    public static bool IsMail(string text) =>
        text.Length <= Application.EmailMaxLength && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var address) &&
        address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    internal static int DecimalsOf(FieldType type) => type switch { FieldType.WholeNumber => 0, FieldType.Money => MoneyDecimals, _ => NumberDecimals };

    private static Refusal? OfNumber(FormField field, string text, int decimals)
    {
        var read = TypedNumber.Read(text, decimals, field.Name);
        if (!read.Succeeded) return read.Refusals[0];
        if (read.Value >= (field.Min ?? decimal.MinValue) && read.Value <= (field.Max ?? decimal.MaxValue)) return null;
        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) => new Refusal("OutOfRange", field.Name).With("min", min / 1.0000m).With("max", max / 1.0000m),
            ({ } min, null) => new Refusal("NumberTooSmall", field.Name).With("min", min / 1.0000m),
            _ => new Refusal("NumberTooLarge", field.Name).With("max", field.Max!.Value / 1.0000m),
        };
    }

    private static Refusal? OfChoices(FormField field, string[] chosen)
    {
        if (chosen.Any(c => !field.Choices.Contains(c))) return new Refusal("NotKnown", field.Name);
        return chosen.Length > 1 && chosen.Contains(ApplicationForm.NoAllergen) ? new Refusal("NoneAndSome", field.Name) : null;
    }

    // What the register would refuse is said here, so that an admitted company can always be taken in.
    private static List<AnswerProblem> OfCompany(ApplicationAnswers answers, DateOnly today, List<AnswerProblem> known)
    {
        var fields = known.Select(p => p.Field).ToHashSet();
        return [.. answers.Company().Problems(today)
            .Where(p => p.Code != "Missing" && p.Field is not null && FieldsOfFacts.ContainsKey(p.Field))
            .Select(p => new AnswerProblem(ApplicationForm.Company, FieldsOfFacts[p.Field!], p with { Field = FieldsOfFacts[p.Field!] }))
            .Where(p => fields.Add(p.Field))];
    }

    private static IEnumerable<AnswerProblem> OfYears(ApplicationAnswers answers, DateOnly today, List<AnswerProblem> known)
    {
        int?[] years = [answers.Whole("size.1.year"), answers.Whole("size.2.year")];
        for (var i = 0; i < years.Length; i++)
        {
            var field = $"size.{i + 1}.year";
            if (years[i] is not { } year || known.Any(p => p.Field == field)) continue;
            if (year > today.Year)
                yield return new AnswerProblem(ApplicationForm.Size, field,
                    new Refusal("OutOfRange", field).With("min", YearFigures.EarliestYear).With("max", today.Year));
            else if (i == 1 && years[0] is { } first && year != first - 1)
                yield return new AnswerProblem(ApplicationForm.Size, field, new Refusal("NotTheYearBefore", field).With("year", first - 1));
        }
    }
}
