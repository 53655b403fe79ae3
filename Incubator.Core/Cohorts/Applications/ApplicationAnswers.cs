using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Cohorts;

/// <summary>A product that the applicant wants to make.</summary>
public sealed record ProductIdea(string Name, string Text, string Stage, string Category);

/// <summary>A machine that the applicant would use.</summary>
/// <param name="Hours">Expected in a month; null where it is not said or cannot be read.</param>
public sealed record EquipmentWish(long ResourceId, decimal? Hours);

/// <summary>The answers of an application, as typed and as far as they can be read. Pure.</summary>
public sealed class ApplicationAnswers(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>What stands in the field, trimmed; empty where nothing does.</summary>
    public string Text(string field) => texts.TryGetValue(field, out var text) ? text.Trim() : "";

    /// <summary>Exactly as typed.</summary>
    public string Typed(string field) => texts.GetValueOrDefault(field, "");

    public bool IsEmpty(string field) => Text(field).Length == 0;

    /// <summary>Whether any field beginning so is filled in.</summary>
    public bool HasAny(string prefix) => texts.Any(t => t.Key.StartsWith(prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(t.Value));

    public bool IsHungarian => Text("company.country") is "" or "HU" or "hu" or "Hu";

    public IReadOnlyList<string> Chosen(string field) => Text(field).Split(',', StringSplitOptions.RemoveEmptyEntries);

    public decimal? Number(string field, int decimals = 4) =>
        Text(field) is { Length: > 0 } text && TypedNumber.Read(text, decimals, field) is { Succeeded: true, Value: var number } ? number : null;

    public int? Whole(string field) => Number(field, 0) is { } number && number is > -1_000_000_000 and < 1_000_000_000 ? (int)number : null;

    /// <summary>What an admitted company enters the register with. Unchecked: what cannot be read is left as it was typed.</summary>
    public CompanyFacts Company() => new()
    {
        Name = Text("company.name"),
        LegalForm = Enum.TryParse<LegalForm>(Text("company.form"), out var form) ? form : null,
        TaxNumber = OrNull("company.tax"),
        EuVatNumber = OrNull("company.vat"),
        RegisterNumber = OrNull("company.register"),
        Postcode = OrNull("company.postcode"),
        Settlement = OrNull("company.settlement"),
        Address = OrNull("company.address"),
        Country = OrNull("company.country") ?? CompanyFacts.Hungary,
        Website = OrNull("company.website"),
        NaceMain = OrNull("company.nace"),
        NaceRevision = Enum.TryParse<NaceRevision>(Text("company.naceRevision"), out var revision) ? revision : NaceRevision.Rev21,
        S3Priority = Enum.TryParse<S3Priority>(Text("company.priority"), out var priority) ? priority : null,
    };

    /// <summary>The yearly figures that can be read, the latest year first.</summary>
    public IReadOnlyList<YearFigures> Years() => [.. Enumerable.Range(1, ApplicationForm.Years).Select(Year).OfType<YearFigures>()];

    /// <summary>The links to other firms, each with its figures of the years of <see cref="Years"/> as far as they are said.</summary>
    public IReadOnlyList<(LinkFacts Link, IReadOnlyList<YearFigures> Years)> Firms() =>
    [
        .. Enumerable.Range(1, ApplicationForm.Firms)
            .Where(f => !IsEmpty($"firm.{f}.name") && Number($"firm.{f}.share") is > 0 and <= 100)
            .Select(f => (new LinkFacts
            {
                Name = Text($"firm.{f}.name"),
                SharePercent = Number($"firm.{f}.share")!.Value,
                Direction = Enum.TryParse<LinkDirection>(Text($"firm.{f}.direction"), out var direction) ? direction : LinkDirection.Owns,
                Kind = Enum.TryParse<LinkedFirmKind>(Text($"firm.{f}.kind"), out var kind) ? kind : LinkedFirmKind.Enterprise,
            }, (IReadOnlyList<YearFigures>)[.. Enumerable.Range(1, ApplicationForm.Years).Select(y => FirmYear(f, y)).OfType<YearFigures>()])),
    ];

    /// <summary>The class of Recommendation 2003/361/EC, with its working.</summary>
    public SizeWorking SizeWorking()
    {
        var firms = Firms();
        return SizeRules.Classify(Years().Select(own => new SizeYear(own.Year, own.InEuro(), [.. firms.Select(f => new SizeFirm(
            f.Link.Name, f.Link.SharePercent, f.Link.Kind, f.Years.FirstOrDefault(y => y.Year == own.Year)?.InEuro(), f.Link.Direction == LinkDirection.OwnedBy))])));
    }

    public IReadOnlyList<ProductIdea> Ideas() =>
    [
        .. Enumerable.Range(1, ApplicationForm.Ideas).Where(i => HasAny($"idea.{i}."))
            .Select(i => new ProductIdea(Text($"idea.{i}.name"), Text($"idea.{i}.text"), Text($"idea.{i}.stage"), Text($"idea.{i}.category"))),
    ];

    public IReadOnlyList<EquipmentWish> Wishes() =>
    [
        .. texts.Where(t => t.Value == FormField.Ticked && t.Key.StartsWith("wish.", StringComparison.Ordinal))
            .Select(t => long.TryParse(t.Key.AsSpan("wish.".Length), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Order()
            .Select(id => new EquipmentWish(id, Number(ApplicationForm.WishHours(id)))),
    ];

    /// <summary>Whether the call aims elsewhere: the applicant is warned, staff decide. What is not said yet is not judged.</summary>
    public bool IsOutside(Call call)
    {
        var facts = Company();
        var division = facts.NaceMain is { } text && NaceCode.Read(text, facts.NaceRevision) is { Succeeded: true, Value: var code } ? code.Division : null;
        var aimedAt = division is null || call.DivisionList.Count == 0 || call.DivisionList.Contains(division);
        var priority = facts.S3Priority is not { } own || call.Priorities == S3Priorities.None || call.Priorities.HasFlag((S3Priorities)(1 << (int)own));
        return !aimedAt || !priority;
    }

    private YearFigures? Year(int y) =>
        Whole($"size.{y}.year") is { } year && Number($"size.{y}.staff") is { } staff ? Figures($"size.{y}", year, staff, y) : null;

    private YearFigures? FirmYear(int f, int y) =>
        Whole($"size.{y}.year") is { } year && Number($"firm.{f}.{y}.staff") is { } staff ? Figures($"firm.{f}.{y}", year, staff, y) : null;

    private YearFigures Figures(string prefix, int year, decimal staff, int y) => new()
    {
        Year = year,
        Headcount = staff,
        Turnover = Number($"{prefix}.turnover", 2),
        BalanceTotal = Number($"{prefix}.balance", 2),
        Currency = Text("size.currency") == YearFigures.Euro ? YearFigures.Euro : YearFigures.Forint,
        Rate = Number($"size.{y}.rate"),
    };

    private string? OrNull(string field) => Text(field) is { Length: > 0 } text ? text : null;
}
