using System.Text.RegularExpressions;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>A VAT number of the EU with its country's letters. The Hungarian one is checked by its digit, the others by their shape only.</summary>
public sealed partial record EuVatNumber(string Country, string Number)
{
    public const int MaxLength = 14;

    private static readonly HashSet<string> Countries =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO",
        "SE", "SI", "SK", "XI",
    ];

    /// <summary>Reads it with any spaces, hyphens and dots. Refused as VatNumberMisshapen or VatNumberMistyped.</summary>
    public static Result<EuVatNumber> Read(string text, string field = nameof(CompanyFacts.EuVatNumber))
    {
        var bare = Identifier.Bare(text);
        if (!Shape().IsMatch(bare) || !Countries.Contains(bare[..2])) return new Refusal("VatNumberMisshapen", field);
        var number = new EuVatNumber(bare[..2], bare[2..]);
        if (number.Country != "HU") return number;
        if (!Hungarian().IsMatch(number.Number)) return new Refusal("VatNumberMisshapen", field);
        return TaxNumber.Checks(number.Number) ? number : new Refusal("VatNumberMistyped", field);
    }

    public override string ToString() => Country + Number;

    [GeneratedRegex("^[A-Z]{2}(?=[A-Z]{0,2}[0-9])[0-9A-Z]{2,12}$")]
    private static partial Regex Shape();

    [GeneratedRegex("^[0-9]{8}$")]
    private static partial Regex Hungarian();
}
