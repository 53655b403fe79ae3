using Incubator.Core.Accounts;

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

/// <summary>
/// Someone who registered for a camp; most have no account and act by the secret link of their mail. Of the date of birth only what
/// follows from it is kept: whether a guardian had to agree.
/// </summary>
public sealed class Participant
{
    public const int NameMaxLength = 160;
    public const int EmailMaxLength = 254;
    public const int OrganisationMaxLength = 160;
    public const int SkillsMaxLength = 300;
    public const int LanguagesMaxLength = 40;
    public const int NeedsMaxLength = 500;
    public const int SecretHashLength = 64;

    private Participant() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public ParticipantKind Kind { get; private set; }

    public ParticipantState State { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In small letters; empty once the person is forgotten.</summary>
    public string Email { get; private set; } = "";

    /// <summary>University, company or house.</summary>
    public string? Organisation { get; private set; }

    /// <summary>What they speak: two-letter codes, comma-separated ("hu,en").</summary>
    public string Languages { get; private set; } = "";

    /// <summary>Beside those of the camp's list (<see cref="ParticipantSkill"/>): in their own words, comma-separated.</summary>
    public string? OtherSkills { get; private set; }

    /// <summary>The account, where they have one.</summary>
    public long? PersonId { get; private set; }

    /// <summary>Language of mails: hu or en.</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>Under 18 on the camp's first day.</summary>
    public bool IsMinor { get; private set; }

    /// <summary>Who agreed for a minor.</summary>
    public string? GuardianName { get; private set; }

    /// <summary>Diet and access, given with express consent (GDPR Article 9(2)(a)); deleted after the camp.</summary>
    public string? Needs { get; private set; }

    /// <summary>UTC; pictures may be taken and shown. Null: not.</summary>
    public DateTimeOffset? PhotoConsentAt { get; private set; }

    /// <summary>The version of the camp's privacy notice that was shown and accepted (<see cref="CampNotice.Number"/>).</summary>
    public int NoticeNumber { get; private set; }

    /// <summary>SHA-256 of that text, hexadecimal.</summary>
    public string? NoticeHash { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>The place in the order of arrival, given under the camp's lock; who comes back goes to the end.</summary>
    public int Turn { get; private set; }

    /// <summary>UTC; null unless offered.</summary>
    public DateTimeOffset? OfferEndsAt { get; private set; }

    /// <summary>UTC; since when nothing is known of this person any more.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Has a place, is offered one or waits for one.</summary>
    public bool IsActive => State is ParticipantState.Admitted or ParticipantState.Waiting or ParticipantState.Offered;

    public IReadOnlyList<string> LanguageList => Languages.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static Participant Create(long campId, ParticipantKind kind, string name, string email, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        CampId = campId,
        Kind = kind,
        Name = name.Trim(),
        Email = Fold(email),
        RegisteredAt = now,
    };

    /// <summary>Mail addresses are compared in small letters.</summary>
    public static string Fold(string email) => email.Trim().ToLowerInvariant();

    /// <summary>What they say of themselves.</summary>
    public void Describe(ParticipantDetails details, DateTimeOffset now)
    {
        Name = details.Name.Trim();
        Organisation = Text(details.Organisation);
        Languages = string.Join(',', details.Languages.Distinct());
        OtherSkills = Text(details.OtherSkills);
        Needs = details.NeedsConsent ? Text(details.Needs) : null;
        PhotoConsentAt = details.PhotoConsent ? PhotoConsentAt ?? now : null;
    }

    /// <summary>Registers, for the first time or once more after it had ended.</summary>
    public void Register(ParticipantKind kind, string language, long? personId, bool isMinor, string? guardian, int turn, DateTimeOffset now)
    {
        (Kind, Language, PersonId) = (kind, language == "en" ? "en" : "hu", personId);
        (IsMinor, GuardianName) = (isMinor, isMinor ? Text(guardian) : null);
        (RegisteredAt, Turn) = (now, turn);
    }

    public void AcceptNotice(int number, string hash) => (NoticeNumber, NoticeHash) = (number, hash);

    public void TakePlace() => (State, OfferEndsAt) = (ParticipantState.Admitted, null);

    /// <param name="turn">Null: keeps its place in the order.</param>
    public void Wait(int? turn = null) => (State, OfferEndsAt, Turn) = (ParticipantState.Waiting, null, turn ?? Turn);

    public void Offer(DateTimeOffset until) => (State, OfferEndsAt) = (ParticipantState.Offered, until);

    public void Lapse() => (State, OfferEndsAt) = (ParticipantState.OfferLapsed, null);

    public void Cancel() => (State, OfferEndsAt) = (ParticipantState.Cancelled, null);

    public void Become(ParticipantKind kind) => Kind = kind;

    public void ForgetNeeds() => Needs = null;

    /// <summary>The row stays for what is counted; the person goes.</summary>
    public void Forget(DateTimeOffset now)
    {
        (Name, Email, Organisation, OtherSkills, PersonId) = (KnownPerson.Gone, "", null, null, null);
        (GuardianName, Needs, PhotoConsentAt, ForgottenAt) = (null, null, null, now);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A secret link that was mailed to a participant; whoever holds it is the participant.</summary>
public sealed class ParticipantLink
{
    private ParticipantLink() { }

    public long Id { get; private set; }

    public long ParticipantId { get; private set; }

    /// <summary>Only the hash of the link's secret is kept.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public static ParticipantLink Create(long participantId, string tokenHash, DateTimeOffset now) =>
        new() { ParticipantId = participantId, TokenHash = tokenHash, CreatedAt = now };
}

/// <summary>A skill of the camp's list that a participant has.</summary>
public sealed class ParticipantSkill
{
    private ParticipantSkill() { }

    public long ParticipantId { get; private set; }

    public long SkillId { get; private set; }

    public static ParticipantSkill Create(long participantId, long skillId) => new() { ParticipantId = participantId, SkillId = skillId };
}

/// <summary>What a participant answered to a question of the camp.</summary>
public sealed class CampAnswer
{
    public const int TextMaxLength = 2000;

    private CampAnswer() { }

    public long ParticipantId { get; private set; }

    public long QuestionId { get; private set; }

    /// <summary>Text; for a choice its number in the list from 1; "yes" or "no".</summary>
    public string Text { get; private set; } = "";

    public static CampAnswer Create(long participantId, long questionId, string text) => new() { ParticipantId = participantId, QuestionId = questionId, Text = text };

    public void Say(string text) => Text = text;
}
