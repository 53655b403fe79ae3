using System.Text.RegularExpressions;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>
/// A Hungarian tax number (adószám): eight digits of which the last is a check digit, then the VAT code and the county.
/// The eight digits alone, the core, say who it is. Source of the check: python-stdnum hu/anum.
/// </summary>
/// <param name="Core">Eight digits; the weighted sum 9,7,3,1,9,7,3,1 is a multiple of ten.</param>
/// <param name="Vat">1 exempt, 2 normal, 3 simplified (formerly), 4 group member, 5 group representative; null for the core alone.</param>
/// <param name="County">Two digits of the tax office; null for the core alone.</param>
public sealed partial record TaxNumber(string Core, char? Vat = null, string? County = null)
{
    public const int MaxLength = 13;
    public const int CoreLength = 8;

    private static readonly int[] Weights = [9, 7, 3, 1, 9, 7, 3, 1];

    /// <summary>False is odd but not wrong: the offices' numbers have changed before.</summary>
    public bool CountyIsKnown => County is null || int.Parse(County, System.Globalization.CultureInfo.InvariantCulture) is >= 2 and <= 20 or >= 22 and <= 44 or 51;

    /// <summary>Reads it with or without hyphens, with any spaces between or around. Refused as TaxNumberMisshapen or TaxNumberMistyped.</summary>
    public static Result<TaxNumber> Read(string text, string field = nameof(CompanyFacts.TaxNumber))
    {
        var match = Shape().Match(Identifier.Bare(text));
        if (!match.Success) return new Refusal("TaxNumberMisshapen", field);
        var core = match.Groups["core"].Value;
        if (!Checks(core)) return new Refusal("TaxNumberMistyped", field);
        return match.Groups["vat"].Success
            ? new TaxNumber(core, match.Groups["vat"].Value[0], match.Groups["county"].Value)
            : new TaxNumber(core);
    }

    /// <summary>Whether eight digits agree with their check digit.</summary>
    internal static bool Checks(string core) => core.Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 10 == 0;

    public override string ToString() => Vat is null ? Core : $"{Core}-{Vat}-{County}";

    [GeneratedRegex("^(?<core>[0-9]{8})(?<vat>[1-5])?(?(vat)(?<county>[0-9]{2}))$")]
    private static partial Regex Shape();
}

/// <summary>What pasting does to a number: spaces of every width, hyphens of every kind, letters of either case.</summary>
internal static class Identifier
{
    public static string Bare(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
