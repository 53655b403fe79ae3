namespace Incubator.Core.Camps;

/// <summary>Kinds of participants; each has its own places.</summary>
public enum ParticipantKind
{
    Student = 0,
    Company = 1,
    Expert = 2,
}

public enum ParticipantState
{
    /// <summary>Has a place.</summary>
    Admitted = 0,

    /// <summary>In order of arrival.</summary>
    Waiting = 1,

    /// <summary>A place is kept until <see cref="Participant.OfferEndsAt"/>.</summary>
    Offered = 2,

    /// <summary>The offer passed unanswered or was declined.</summary>
    OfferLapsed = 3,

    Cancelled = 4,
}

/// <summary>Someone who registered for a camp; most have no account and act by the secret link of their mail.</summary>
public sealed class Participant
{
    public const int NameMaxLength = 160;
    public const int EmailMaxLength = 254;
    public const int OrganisationMaxLength = 160;
    public const int SkillsMaxLength = 300;
    public const int LanguagesMaxLength = 40;
    public const int SecretHashLength = 64;

    private Participant() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public ParticipantKind Kind { get; private set; }

    public ParticipantState State { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>University, company or house.</summary>
    public string? Organisation { get; private set; }

    /// <summary>The account, where they have one.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Language of mails: hu or en.</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>UTC; the place in the waiting list.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>UTC; null unless offered.</summary>
    public DateTimeOffset? OfferEndsAt { get; private set; }

    public Guid Version { get; private set; }

    public static Participant Create(long campId, ParticipantKind kind, string name, string email, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        CampId = campId,
        Kind = kind,
        Name = name,
        Email = email,
        RegisteredAt = now,
    };
}
