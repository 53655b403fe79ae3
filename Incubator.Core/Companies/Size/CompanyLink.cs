using Incubator.Core.Common;

namespace Incubator.Core.Companies;

public enum LinkDirection
{
    /// <summary>The company holds a share of the other firm.</summary>
    Owns = 0,

    /// <summary>The other firm holds a share of the company.</summary>
    OwnedBy = 1,
}

/// <summary>What is said of a link to another firm.</summary>
public sealed record LinkFacts
{
    public required string Name { get; init; }

    public string? TaxNumber { get; init; }

    public required decimal SharePercent { get; init; }

    public required LinkDirection Direction { get; init; }

    public LinkedFirmKind Kind { get; init; }

    /// <summary>Which of the listed exceptions applies; asked for with <see cref="LinkedFirmKind.ExemptInvestor"/>.</summary>
    public string? Note { get; init; }

    /// <summary>First year in which it counts; null: always did.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last year in which it counts; null: still does.</summary>
    public int? UntilYear { get; init; }

    public LinkFacts Tidied() => this with
    {
        Name = CompanyFacts.Line(Name) ?? "",
        TaxNumber = CompanyFacts.Line(TaxNumber) is { } line ? Companies.TaxNumber.Read(line) is { Succeeded: true, Value: var number } ? number.ToString() : line : null,
        Note = CompanyFacts.Line(Note),
    };

    public IEnumerable<Refusal> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal("Missing", nameof(Name));
        if (TextRules.Problem(Name, Company.NameMaxLength, nameof(Name)) is { } name) yield return name;
        if (TextRules.Problem(Note, CompanyLink.NoteMaxLength, nameof(Note)) is { } note) yield return note;
        if (Kind == LinkedFirmKind.ExemptInvestor && string.IsNullOrWhiteSpace(Note)) yield return new Refusal("ExceptionUnnamed", nameof(Note));
        if (!string.IsNullOrWhiteSpace(TaxNumber))
            foreach (var refusal in Companies.TaxNumber.Read(TaxNumber).Refusals) yield return refusal;
        if (SharePercent is <= 0 or > 100) yield return new Refusal("OutOfRange", nameof(SharePercent)).With("min", 0).With("max", 100);
        if (UntilYear < FromYear) yield return new Refusal("LinkEndsBeforeItBegins", nameof(UntilYear));
    }
}

/// <summary>Another firm joined to a company by a share; its figures count by the weight of that share.</summary>
public sealed class CompanyLink
{
    public const int NoteMaxLength = 200;

    private readonly List<CompanyLinkYear> years = [];

    private CompanyLink() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CompanyId { get; private set; }

    /// <summary>The other firm, where it is in the register too; for the staff's eyes.</summary>
    public long? OtherCompanyId { get; private set; }

    public string Name { get; private set; } = "";

    public string? TaxNumber { get; private set; }

    /// <summary>Of the capital or the votes, whichever is higher.</summary>
    public decimal SharePercent { get; private set; }

    public LinkDirection Direction { get; private set; }

    public LinkedFirmKind Kind { get; private set; }

    public string? Note { get; private set; }

    public int? FromYear { get; private set; }

    public int? UntilYear { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<CompanyLinkYear> Years => years;

    public static CompanyLink Create(long companyId, LinkFacts facts, long? otherCompanyId = null)
    {
        var link = new CompanyLink { CompanyId = companyId, Reference = Guid.NewGuid() };
        link.Describe(facts, otherCompanyId);
        return link;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the register checks first, so this is a bug.</exception>
    public void Describe(LinkFacts facts, long? otherCompanyId = null)
    {
        if (facts.Problems().Any()) throw new ArgumentException(string.Join(", ", facts.Problems()), nameof(facts));
        Name = facts.Name;
        TaxNumber = facts.TaxNumber;
        SharePercent = facts.SharePercent;
        Direction = facts.Direction;
        Kind = facts.Kind;
        Note = facts.Note;
        FromYear = facts.FromYear;
        UntilYear = facts.UntilYear;
        OtherCompanyId = otherCompanyId;
    }

    public LinkFacts Facts() => new()
    {
        Name = Name,
        TaxNumber = TaxNumber,
        SharePercent = SharePercent,
        Direction = Direction,
        Kind = Kind,
        Note = Note,
        FromYear = FromYear,
        UntilYear = UntilYear,
    };

    /// <summary>Puts the year's figures in place of what was said before. The years must have been read too.</summary>
    public void Say(YearFigures figures)
    {
        if (years.FirstOrDefault(y => y.Year == figures.Year) is { } there) there.Say(figures);
        else years.Add(CompanyLinkYear.Create(figures));
    }

    public bool CountsIn(int year) => (FromYear is null || FromYear <= year) && (UntilYear is null || year <= UntilYear);

    public SizeFirm InYear(int year) => new(
        Name, SharePercent, Kind, years.FirstOrDefault(y => y.Year == year)?.Figures().InEuro(), Direction == LinkDirection.OwnedBy);
}
