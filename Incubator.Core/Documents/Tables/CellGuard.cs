namespace Incubator.Core.Documents;

/// <summary>
/// A cell that a spreadsheet would run as a formula, or that a reader would take for "nothing", is written with an
/// apostrophe before it; reading takes it off again, so that a round trip changes nothing.
/// </summary>
internal static class CellGuard
{
    private static readonly HashSet<string> Nothings = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "–", "—", "?", "n/a", "na", "n.a.", "nincs", "nincs adat", "none", "null",
    };

    public static bool IsNothing(string cell) => cell.Length == 0 || Nothings.Contains(cell);

    public static string Protect(string? text) => text is { Length: > 0 } && NeedsGuard(text) ? "'" + text : text ?? "";

    public static string Unprotect(string cell) => cell.Length > 1 && cell[0] == '\'' && NeedsGuard(cell[1..]) ? cell[1..] : cell;

    private static bool NeedsGuard(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' || Nothings.Contains(text);
}
