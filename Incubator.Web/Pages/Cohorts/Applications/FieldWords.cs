using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>What the fields, their choices and the pages of an application are called.</summary>
public static partial class FieldWords
{
    /// <summary>Labels by field; numbers in a name stand for any of its kind.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["company.name"] = "Name of the company",
        ["company.form"] = "Legal form",
        ["company.country"] = "Country (two letters)",
        ["company.tax"] = "Tax number",
        ["company.vat"] = "EU VAT number",
        ["company.register"] = "Company register number",
        ["company.postcode"] = "Postcode",
        ["company.settlement"] = "Settlement",
        ["company.address"] = "Street and number",
        ["company.website"] = "Website",
        ["company.nace"] = "Main activity (NACE/TEÁOR code)",
        ["company.naceRevision"] = "Of which list the code is",
        ["company.priority"] = "S3 priority that fits best",
        ["contact.name"] = "Contact person",
        ["contact.role"] = "Their role in the company",
        ["contact.phone"] = "Their phone number",
        ["size.currency"] = "Currency of the figures",
        ["size.#.year"] = "Accounting year",
        ["size.#.staff"] = "Staff (annual work units)",
        ["size.#.turnover"] = "Net turnover",
        ["size.#.balance"] = "Balance sheet total",
        ["size.#.rate"] = "Forints in a euro",
        ["firm.#.name"] = "Name of the other firm",
        ["firm.#.share"] = "Share, per cent",
        ["firm.#.direction"] = "Who owns the share",
        ["firm.#.kind"] = "What the other firm is",
        ["firm.#.#.staff"] = "Staff (annual work units)",
        ["firm.#.#.turnover"] = "Net turnover",
        ["firm.#.#.balance"] = "Balance sheet total",
        ["idea.#.name"] = "Name of the product",
        ["idea.#.text"] = "What it is, and what you want to try in the lab",
        ["idea.#.stage"] = "How far it is",
        ["idea.#.category"] = "Category",
        ["food.state"] = "Registration as a food business",
        ["food.number"] = "Registration number",
        ["food.allergens"] = "Allergens that you handle",
        ["wish.#.hours"] = "Hours a month",
    };

    public static readonly IReadOnlyDictionary<string, string> Hints = new Dictionary<string, string>
    {
        ["company.country"] = "HU for Hungary.",
        ["company.tax"] = "Eight digits, or all eleven, such as 12345676-2-09.",
        ["company.vat"] = "Such as HU12345676; leave it empty if you have none.",
        ["company.register"] = "Such as 09-09-012345.",
        ["company.nace"] = "Such as 10.51.",
        ["size.1.year"] = "The last one that is closed; a new company gives this year and estimates.",
        ["size.#.rate"] = "The central bank's rate on the last day of that year; only for figures in forints.",
        ["food.number"] = "From the food-chain authority.",
        ["food.allergens"] = "Of the fourteen that the law names; shared machines are cleaned by it.",
    };

    public static readonly IReadOnlyDictionary<string, string> Choices = new Dictionary<string, string>
    {
        [FormField.Yes] = "Yes",
        [FormField.No] = "No",
        [nameof(NaceRevision.Rev21)] = "NACE Rev. 2.1 (TEÁOR'25)",
        [nameof(NaceRevision.Rev2)] = "NACE Rev. 2 (TEÁOR'08)",
        [nameof(LinkDirection.Owns)] = "We own it of them",
        [nameof(LinkDirection.OwnedBy)] = "They own it of us",
        [nameof(LinkedFirmKind.Enterprise)] = "A business",
        [nameof(LinkedFirmKind.PublicBody)] = "A public body",
        [nameof(LinkedFirmKind.ExemptInvestor)] = "University, venture capital or institutional investor",
        ["idea"] = "An idea",
        ["kitchen"] = "Tried in a kitchen",
        ["pilot"] = "Pilot batches",
        ["market"] = "On the market",
        ["dairy"] = "Dairy",
        ["meat"] = "Meat",
        ["fish"] = "Fish",
        ["bakery"] = "Bakery and cereals",
        ["fruit"] = "Fruit and vegetables",
        ["drinks"] = "Drinks",
        ["sweets"] = "Confectionery",
        ["meals"] = "Ready meals",
        ["functional"] = "Functional food and supplements",
        ["plant"] = "Plant-based alternatives",
        ["other"] = "Something else",
        ["registered"] = "Registered",
        ["progress"] = "In progress",
        ["none"] = "None",
        ["notForSale"] = "Not for sale: research only",
        ["gluten"] = "Cereals with gluten",
        ["crustaceans"] = "Crustaceans",
        ["eggs"] = "Eggs",
        ["peanuts"] = "Peanuts",
        ["soybeans"] = "Soybeans",
        ["milk"] = "Milk",
        ["nuts"] = "Nuts",
        ["celery"] = "Celery",
        ["mustard"] = "Mustard",
        ["sesame"] = "Sesame",
        ["sulphites"] = "Sulphites",
        ["lupin"] = "Lupin",
        ["molluscs"] = "Molluscs",
    };

    public static readonly IReadOnlyDictionary<string, string> Forms = new Dictionary<string, string>
    {
        [nameof(LegalForm.Kft)] = "Limited company (Kft.)",
        [nameof(LegalForm.Zrt)] = "Private company limited by shares (Zrt.)",
        [nameof(LegalForm.Nyrt)] = "Public company limited by shares (Nyrt.)",
        [nameof(LegalForm.Bt)] = "Limited partnership (Bt.)",
        [nameof(LegalForm.Kkt)] = "General partnership (Kkt.)",
        [nameof(LegalForm.SoleTrader)] = "Sole trader",
        [nameof(LegalForm.Cooperative)] = "Cooperative",
        [nameof(LegalForm.NonProfitKft)] = "Non-profit limited company",
        [nameof(LegalForm.AssociationOrFoundation)] = "Association or foundation",
        [nameof(LegalForm.PublicBody)] = "Public institution",
        [nameof(LegalForm.UniversityOrResearch)] = "University or research institute",
        [nameof(LegalForm.Foreign)] = "Foreign company",
        [nameof(LegalForm.Other)] = "Another form",
    };

    public static readonly IReadOnlyDictionary<string, string> Pages = new Dictionary<string, string>
    {
        [ApplicationForm.Company] = "Your company",
        [ApplicationForm.Size] = "Size",
        [ApplicationForm.Products] = "Products and food safety",
        [ApplicationForm.Equipment] = "Equipment",
        [ApplicationForm.Files] = "Files",
    };

    public static string Label(FormField field, IStringLocalizer text) =>
        field.Question is { } question ? question.Label(LabFormat.Language)
        : field.Name.EndsWith(FormField.CurrencySuffix, StringComparison.Ordinal) && field.Name[0] == 'q' ? text["Currency"]
        : Labels.TryGetValue(Pattern(field.Name), out var label) ? text[label] : field.Name;

    public static string? Hint(FormField field, IStringLocalizer text) =>
        field.Question is { } question ? question.Help(LabFormat.Language)
        : Hints.TryGetValue(field.Name, out var hint) || Hints.TryGetValue(Pattern(field.Name), out hint) ? text[hint].Value : null;

    public static string Choice(FormField field, string value, IStringLocalizer text) => field.Question is { Choices.Count: > 0 } question
        ? question.Choices.FirstOrDefault(c => c.Id.ToString(CultureInfo.InvariantCulture) == value)?.Label(LabFormat.Language) ?? value
        : field.Name switch
        {
            "company.form" => Forms.TryGetValue(value, out var form) ? text[form] : value,
            "company.priority" => Enum.TryParse<S3Priority>(value, out var priority) ? Calls.CallWords.Of((S3Priorities)(1 << (int)priority), text) : value,
            "food.allergens" when value == "fish" => text["Fish"],
            _ => Choices.TryGetValue(value, out var words) ? text[words] : value,
        };

    public static string Page(FormSection section, IStringLocalizer text) => section.Own?.Title(LabFormat.Language) ?? text[Pages[section.Key]];

    public static string Of(ApplicationState state, IStringLocalizer text) => state switch
    {
        ApplicationState.Draft => text["Being written"],
        ApplicationState.Submitted => text["Submitted"],
        ApplicationState.Withdrawn => text["Withdrawn"],
        ApplicationState.Admitted => text["Admitted"],
        ApplicationState.Reserve => text["On the reserve list"],
        _ => text["Rejected"],
    };

    public static string Of(SizeClass? size, IStringLocalizer text) => size switch
    {
        SizeClass.Micro => text["Micro-enterprise"],
        SizeClass.Small => text["Small enterprise"],
        SizeClass.Medium => text["Medium-sized enterprise"],
        SizeClass.Large => text["Large enterprise"],
        _ => text["Not known yet"],
    };

    private static string Pattern(string field) => Digits().Replace(field, ".#");

    [GeneratedRegex(@"\.\d+(?=\.|$)")]
    private static partial Regex Digits();
}
