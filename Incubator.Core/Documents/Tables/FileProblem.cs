namespace Incubator.Core.Documents;

/// <summary>What is wrong (or only odd) at one place of an imported file.</summary>
/// <param name="Line">Counted from 1, the headings included, as an editor shows it.</param>
/// <param name="Column">The heading as the file writes it; null where the whole line is meant.</param>
/// <param name="Code">A past fact, as in a refusal.</param>
/// <param name="Text">What stood there, shortened; or the number the fact is about.</param>
public sealed record FileProblem(int Line, string? Column, string Code, string? Text = null)
{
    public const int TextMaxLength = 60;

    public static string Shorten(string text) => text.Length <= TextMaxLength ? text : text[..(TextMaxLength - 1)] + "…";
}
