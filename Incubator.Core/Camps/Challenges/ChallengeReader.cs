namespace Incubator.Core.Camps;

/// <summary>Somebody named to read a challenge's confidential part; reads it only after agreeing to keep it.</summary>
public sealed class ChallengeReader
{
    private ChallengeReader() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ChallengeId { get; private set; }

    /// <summary>One with an account; null: a participant.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Null: a person with an account.</summary>
    public long? ParticipantId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>UTC; null: has not agreed yet.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>The version of the words agreed to (<see cref="ChallengeRules.PledgeNumber"/>).</summary>
    public int? PledgeNumber { get; private set; }

    public static ChallengeReader OfPerson(long challengeId, long personId, DateTimeOffset now) =>
        new() { Reference = Guid.NewGuid(), ChallengeId = challengeId, PersonId = personId, NamedAt = now };

    public static ChallengeReader OfParticipant(long challengeId, long participantId, DateTimeOffset now) =>
        new() { Reference = Guid.NewGuid(), ChallengeId = challengeId, ParticipantId = participantId, NamedAt = now };

    public void Agree(int pledge, DateTimeOffset now)
    {
        if (AgreedAt is not null) return;
        (AgreedAt, PledgeNumber) = (now, pledge);
    }
}

/// <summary>One opening of a challenge's confidential part, or of a file of it, by somebody neither of the company nor of staff. Append only.</summary>
public sealed class ChallengeOpening
{
    private ChallengeOpening() { }

    public long Id { get; private set; }

    public long ChallengeId { get; private set; }

    public long? PersonId { get; private set; }

    public long? ParticipantId { get; private set; }

    /// <summary>Null: the text.</summary>
    public long? AttachmentId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public static ChallengeOpening Create(long challengeId, long? personId, long? participantId, long? attachmentId, DateTimeOffset at) =>
        new() { ChallengeId = challengeId, PersonId = personId, ParticipantId = participantId, AttachmentId = attachmentId, At = at };
}
