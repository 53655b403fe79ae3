namespace Incubator.Web.Pages.Shared;

/// <summary>
/// One change of a thing in the reader's words: <c>&lt;partial name="_History" model="lines" /&gt;</c>. The room that knows the thing
/// puts it into words.
/// </summary>
public sealed record HistoryLine(DateTimeOffset At, string Act, string? Who, string? Reason, IReadOnlyList<HistoryChange> Changes);

/// <param name="Old">Null: nothing before, or not told.</param>
/// <param name="New">Null: gone.</param>
public sealed record HistoryChange(string Field, string? Old, string? New);
