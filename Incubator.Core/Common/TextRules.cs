namespace Incubator.Core.Common;

/// <summary>What any typed text must keep to.</summary>
public static class TextRules
{
    /// <summary>Too long, or with control characters (line breaks and tabs are welcome); null when fine.</summary>
    public static Refusal? Problem(string? text, int maxLength, string field)
    {
        if (text is null) return null;
        if (text.Trim().Length > maxLength) return new Refusal("TextTooLong", field).With("max", maxLength);
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? new Refusal("ControlCharacters", field) : null;
    }
}
