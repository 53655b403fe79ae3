using System.Globalization;
using System.Text;

namespace Incubator.Core.Documents;

/// <summary>A word without its dress: lower case, no accents, letters and digits only.</summary>
public static class PlainWord
{
    public static string Of(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
