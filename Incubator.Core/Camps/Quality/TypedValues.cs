using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// Several measurements as people type or paste them: apart by spaces, line breaks, tabs or semicolons. Each has at most one sign, a
/// comma or a point, and that is the decimal one: measurements are not written with signs for thousands. Pure.
/// </summary>
public static class TypedValues
{
    private static readonly char[] Gaps = [' ', '\n', '\r', '\t', ';', '\u00a0', '\u202f', '\u2009'];

    /// <summary>Refused as LotValueUnread, with the first that is no number in "text".</summary>
    public static Result<IReadOnlyList<decimal>> Read(string? text, string field)
    {
        var values = new List<decimal>();
        foreach (var word in (text ?? "").Split(Gaps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = word.Replace(',', '.').Replace('\u2212', '-');
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                return new Refusal("LotValueUnread", field).With("text", word.Length > 40 ? word[..40] : word);
            values.Add(value);
        }

        return values;
    }

    /// <summary>As <see cref="Read"/> takes them again, one in each line, with the decimal sign of the language.</summary>
    public static string Write(IEnumerable<decimal> values, CultureInfo culture) => string.Join('\n', values.Select(v => v.ToString("0.######", culture)));
}
