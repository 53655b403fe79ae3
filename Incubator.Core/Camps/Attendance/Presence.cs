namespace Incubator.Core.Camps;

/// <summary>A participant has come to the camp.</summary>
public sealed class Arrival
{
    private Arrival() { }

    public long ParticipantId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public long? RecordedById { get; private set; }

    public static Arrival Record(long participantId, DateTimeOffset now, long? recordedById) =>
        new() { ParticipantId = participantId, At = now, RecordedById = recordedById };
}

/// <summary>A participant is, or was, at a session of the agenda.</summary>
public sealed class Presence
{
    private Presence() { }

    public long SessionId { get; private set; }

    public long ParticipantId { get; private set; }

    /// <summary>When it was noted (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    public long? RecordedById { get; private set; }

    public static Presence Record(long sessionId, long participantId, DateTimeOffset now, long? recordedById) =>
        new() { SessionId = sessionId, ParticipantId = participantId, At = now, RecordedById = recordedById };
}
