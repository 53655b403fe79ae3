namespace Incubator.Core.Common;

/// <summary>
/// Why an act was not done: a code (past fact), the field it concerns, and the facts a sentence needs.
/// Core never writes the sentence; the page does, in the reader's language.
/// </summary>
public sealed record Refusal(string Code, string? Field = null)
{
    /// <summary>Named values for the sentence (instants in UTC, lengths in minutes, texts as stored).</summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = new Dictionary<string, object>();

    /// <summary>Staff may go past this refusal with a reason that is kept.</summary>
    public bool Overridable { get; init; }

    public static readonly Refusal NotFound = new("NotFound");

    /// <summary>Someone else changed the same thing since the reader opened it.</summary>
    public static readonly Refusal ChangedMeanwhile = new("ChangedMeanwhile");

    public Refusal With(string fact, object value) =>
        this with { Facts = new Dictionary<string, object>(Facts) { [fact] = value } };
}
