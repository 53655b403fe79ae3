using System.Security.Cryptography;
using System.Text;

namespace Incubator.Core.Cohorts;

/// <summary>A field that was changed in two places: what stands there now, and what was typed here.</summary>
public sealed record AnswerConflict(string Field, string Stands, string Typed);

/// <summary>
/// Brings together what is saved and what a page sends, which may be stale: each field by itself. The page sends with each field a mark of
/// what it was shown. Pure.
/// </summary>
public static class AnswerMerge
{
    /// <summary>A short mark of a text; empty for no text.</summary>
    public static string Mark(string text) =>
        text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    /// <param name="stored">What is saved, by field.</param>
    /// <param name="typed">What the page sends.</param>
    /// <param name="seen">Marks of what the page was shown; a field not named was empty.</param>
    /// <returns>What is to be saved, and what was changed here and elsewhere alike: that stands as it is saved.</returns>
    public static (IReadOnlyDictionary<string, string> Changed, IReadOnlyList<AnswerConflict> Conflicts) Merge(
        IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> seen)
    {
        var (changed, conflicts) = (new Dictionary<string, string>(), new List<AnswerConflict>());
        foreach (var (field, text) in typed)
        {
            var stands = stored.GetValueOrDefault(field, "");
            var was = seen.GetValueOrDefault(field, "");
            if (text == stands || Mark(text) == was) continue;
            if (Mark(stands) == was) changed[field] = text;
            else conflicts.Add(new AnswerConflict(field, stands, text));
        }

        return (changed, conflicts);
    }
}
