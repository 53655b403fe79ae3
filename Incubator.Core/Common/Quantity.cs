using System.Globalization;
using System.Text.RegularExpressions;

namespace Incubator.Core.Common;

/// <summary>
/// A capacity as makers publish it: one figure ("4.5"), a range ("50-400") or a choice ("4 and 6"), with its unit.
/// Figures are kept with a decimal point.
/// </summary>
public sealed partial record Quantity(string Figure, string Unit)
{
    public const int FigureMaxLength = 40;
    public const int UnitMaxLength = 30;

    /// <summary>Reads "25kg", "1,5 l", "50-400", "4 and 6"; the unit may come apart in <paramref name="unit"/>.</summary>
    public static Quantity? Read(string figure, string? unit = null)
    {
        var match = Shape().Match(figure.Trim());
        if (!match.Success) return null;
        var read = match.Groups["figure"].Value.Replace(',', '.');
        read = Joint().Replace(read, m => m.Value.Trim() switch { "-" or "–" => "-", var word => $" {word} " });
        var glued = match.Groups["unit"].Value.Trim();
        var own = unit?.Trim() ?? "";
        if (glued.Length > 0 && own.Length > 0 && !string.Equals(glued, own, StringComparison.OrdinalIgnoreCase)) return null;
        var whole = own.Length > 0 ? own : glued;
        return read.Length > FigureMaxLength || whole.Length > UnitMaxLength ? null : new Quantity(read, whole);
    }

    /// <summary>The figure with the reader's decimal mark and the unit.</summary>
    public string ToString(CultureInfo culture) =>
        $"{Figure.Replace(".", culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal)} {Unit}".Trim();

    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<figure>\d{1,9}([.,]\d{1,6})?(\s*(-|–|and|és|/)\s*\d{1,9}([.,]\d{1,6})?)*)\s*(?<unit>[^\d].*)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s*(-|–|and|és|/)\s*")]
    private static partial Regex Joint();
}
