namespace Incubator.Core.History;

/// <summary>One change: who, when (UTC), what (old → new), why. Append only; written in the change's own transaction.</summary>
public sealed class HistoryEntry
{
    public const int SubjectMaxLength = 40;
    public const int ActMaxLength = 40;
    public const int ReasonMaxLength = 500;

    private HistoryEntry() { }

    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null: the system itself.</summary>
    public long? PersonId { get; private set; }

    /// <summary>The kind of thing changed, by its entity's name ("Reservation").</summary>
    public string Subject { get; private set; } = "";

    public long SubjectId { get; private set; }

    /// <summary>What was done, as a past fact ("Moved").</summary>
    public string Act { get; private set; } = "";

    /// <summary>JSON: {"field": ["old", "new"]}; null where nothing is told beyond the act.</summary>
    public string? Changes { get; private set; }

    public string? Reason { get; private set; }

    internal static HistoryEntry Create(
        DateTimeOffset at, long? personId, string subject, long subjectId, string act, string? changes, string? reason) => new()
        {
            At = at,
            PersonId = personId,
            Subject = subject,
            SubjectId = subjectId,
            Act = act,
            Changes = changes,
            Reason = reason,
        };
}
