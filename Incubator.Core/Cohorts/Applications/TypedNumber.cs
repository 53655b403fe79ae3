using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Numbers as people write them in either language: "12 500", "12,500", "1 234,5", "1,234.5". Where one sign could mean
/// thousands or decimals it is asked back rather than guessed.
/// </summary>
public static class TypedNumber
{
    private const string Spaces = " \u00a0\u202f\u2009";

    /// <summary>Refused as NotANumber, NotWhole (no decimals allowed), TooManyDecimals or NumberAmbiguous.</summary>
    /// <param name="decimals">Decimals allowed; with fewer than three, three digits after one sign can only be thousands.</param>
    public static Result<decimal> Read(string text, int decimals, string field)
    {
        var bare = new string([.. text.Where(c => !Spaces.Contains(c, StringComparison.Ordinal))]);
        var negative = bare.StartsWith('-') || bare.StartsWith('−');
        if (negative) bare = bare[1..];
        if (bare.Length is 0 or > 24 || bare.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')) || !char.IsAsciiDigit(bare[^1]))
            return new Refusal("NotANumber", field);
        var signs = bare.Where(c => c is '.' or ',').ToList();
        var last = bare.LastIndexOfAny(['.', ',']);
        char? point;
        if (signs.Count == 0) point = null;
        else if (signs.Distinct().Count() == 2) point = signs.Count(c => c == bare[last]) == 1 ? bare[last] : '!';
        else if (signs.Count > 1) point = null;
        else if (bare.Length - last - 1 != 3 || last == 0 || bare.StartsWith('0')) point = bare[last];
        else if (decimals < 3) point = null;
        else return new Refusal("NumberAmbiguous", field);
        var (whole, part) = point is { } mark ? (bare[..Math.Max(bare.LastIndexOf(mark), 0)], bare[(bare.LastIndexOf(mark) + 1)..]) : (bare, "");
        if (point == '!' || !Grouped(whole)) return new Refusal("NotANumber", field);
        if (part.TrimEnd('0').Length > decimals) return decimals == 0 ? new Refusal("NotWhole", field) : new Refusal("TooManyDecimals", field).With("max", decimals);
        var digits = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse($"{(digits.Length == 0 ? "0" : digits)}.{(part.Length == 0 ? "0" : part)}",
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return new Refusal("NotANumber", field);
        return negative ? -number : number;
    }

    // Signs for thousands stand before groups of three, all the same.
    private static bool Grouped(string whole)
    {
        var groups = whole.Split('.', ',');
        return groups.Length == 1 ||
            (whole.Where(c => c is '.' or ',').Distinct().Count() == 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
    }
}
