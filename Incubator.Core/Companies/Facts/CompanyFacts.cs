using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>What is said of a company: by itself in an application, by staff, or by an import.</summary>
public sealed record CompanyFacts
{
    public const string Hungary = "HU";

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public LegalForm? LegalForm { get; init; }

    public OrganisationRole Role { get; init; } = OrganisationRole.Company;

    /// <summary>Hungarian; whole or its core only.</summary>
    public string? TaxNumber { get; init; }

    public string? EuVatNumber { get; init; }

    public string? RegisterNumber { get; init; }

    public string? Postcode { get; init; }

    public string? Settlement { get; init; }

    /// <summary>Street and number of the seat.</summary>
    public string? Address { get; init; }

    /// <summary>Two letters (ISO 3166-1).</summary>
    public string Country { get; init; } = Hungary;

    public string? Website { get; init; }

    /// <summary>The company's own address, not a person's.</summary>
    public string? ContactEmail { get; init; }

    public string? Phone { get; init; }

    public string? NaceMain { get; init; }

    /// <summary>Of <see cref="NaceMain"/> and <see cref="NaceOthers"/> alike.</summary>
    public NaceRevision NaceRevision { get; init; } = NaceRevision.Rev21;

    public IReadOnlyList<string> NaceOthers { get; init; } = [];

    public DateOnly? FoundedOn { get; init; }

    public S3Priority? S3Priority { get; init; }

    /// <summary>As it is kept: one line each, numbers in their usual form, codes normalised. What cannot be read stays as written.</summary>
    public CompanyFacts Tidied() => this with
    {
        Name = Line(Name) ?? "",
        ShortName = Line(ShortName),
        TaxNumber = Normal(TaxNumber, text => Companies.TaxNumber.Read(text)),
        EuVatNumber = Normal(EuVatNumber, text => Companies.EuVatNumber.Read(text)),
        RegisterNumber = Normal(RegisterNumber, text => Companies.RegisterNumber.Read(text)),
        Postcode = Line(Postcode),
        Settlement = Line(Settlement),
        Address = Line(Address),
        Country = (Line(Country) ?? Hungary).ToUpperInvariant(),
        Website = Site(Line(Website)),
        ContactEmail = Line(ContactEmail),
        Phone = Line(Phone),
        NaceMain = Normal(NaceMain, text => NaceCode.Read(text, NaceRevision)),
        NaceOthers = [.. NaceOthers.Select(n => Normal(n, text => NaceCode.Read(text, NaceRevision))).OfType<string>().Distinct()],
    };

    /// <summary>The broken limits, each naming its field.</summary>
    /// <param name="today">The local day; no firm was founded later.</param>
    public IEnumerable<Refusal> Problems(DateOnly? today = null)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal("Missing", nameof(Name));
        foreach (var (text, max, field) in new (string? Text, int Max, string Field)[]
        {
            (Name, Company.NameMaxLength, nameof(Name)),
            (ShortName, Company.ShortNameMaxLength, nameof(ShortName)),
            (Postcode, Company.PostcodeMaxLength, nameof(Postcode)),
            (Settlement, Company.SettlementMaxLength, nameof(Settlement)),
            (Address, Company.AddressMaxLength, nameof(Address)),
            (Website, Company.WebsiteMaxLength, nameof(Website)),
            (ContactEmail, Company.ContactEmailMaxLength, nameof(ContactEmail)),
            (Phone, Company.PhoneMaxLength, nameof(Phone)),
        })
        {
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (Country.Trim() is not { Length: 2 } country || !country.All(char.IsAsciiLetter)) yield return new Refusal("CountryUnknown", nameof(Country));
        if (!string.IsNullOrWhiteSpace(TaxNumber))
            foreach (var refusal in Companies.TaxNumber.Read(TaxNumber).Refusals) yield return refusal;
        if (!string.IsNullOrWhiteSpace(EuVatNumber))
            foreach (var refusal in Companies.EuVatNumber.Read(EuVatNumber).Refusals) yield return refusal;
        if (!string.IsNullOrWhiteSpace(RegisterNumber))
            foreach (var refusal in Companies.RegisterNumber.Read(RegisterNumber).Refusals) yield return refusal;
        if (!string.IsNullOrWhiteSpace(NaceMain))
            foreach (var refusal in NaceCode.Read(NaceMain, NaceRevision).Refusals) yield return refusal;
        foreach (var other in NaceOthers)
            foreach (var refusal in NaceCode.Read(other, NaceRevision, nameof(NaceOthers)).Refusals) yield return refusal;
        if (NaceOthers.Count > Company.MaxOtherActivities)
            yield return new Refusal("TooManyActivities", nameof(NaceOthers)).With("max", Company.MaxOtherActivities);
        if (!string.IsNullOrWhiteSpace(Postcode) && Country.Trim().Equals(Hungary, StringComparison.OrdinalIgnoreCase) &&
            !(Postcode.Trim() is { Length: 4 } code && code.All(char.IsAsciiDigit) && code[0] != '0'))
            yield return new Refusal("PostcodeMisshapen", nameof(Postcode));
        if (!string.IsNullOrWhiteSpace(Website) && !(Uri.TryCreate(Site(Website.Trim()), UriKind.Absolute, out var address) &&
            address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0))
            yield return new Refusal("WebsiteMisshapen", nameof(Website));
        if (!string.IsNullOrWhiteSpace(ContactEmail) && !AddressShape.IsOne(ContactEmail.Trim())) yield return new Refusal("EmailMisshapen", nameof(ContactEmail));
        if (FoundedOn is { } founded && (founded.Year < Company.EarliestFounding || founded > today))
            yield return new Refusal("FoundingDayImpossible", nameof(FoundedOn)).With("from", Company.EarliestFounding);
    }

    // People write "sajt.hu".
    private static string? Site(string? website) =>
        website is null || website.Contains("://", StringComparison.Ordinal) ? website : $"https://{website}";

    private static string? Normal<T>(string? text, Func<string, Result<T>> read)
        where T : notnull =>
        Line(text) is not { } line ? null : read(line) is { Succeeded: true, Value: var value } ? value.ToString() : line;

    internal static string? Line(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split([' ', '\t', '\r', '\n', '\u00a0', '\u202f', '\u2009'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }
}

/// <summary>The shape of a mail address; whether mail arrives only sending shows.</summary>
internal static class AddressShape
{
    public static bool IsOne(string text) =>
        text.Length > 2 && !text.Any(char.IsWhiteSpace) && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] &&
        host.Contains('.', StringComparison.Ordinal) && host[0] != '.' && host[^1] != '.';
}
