namespace Incubator.Core.Notifications;

public enum NoticeState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting = 0,

    /// <summary>Given to the mail server; its answer is not known yet.</summary>
    HandedOver = 1,

    /// <summary>The mail server took it.</summary>
    Sent = 2,

    /// <summary>Not mailed, read here only: no mail server is set.</summary>
    Kept = 3,

    /// <summary>Not mailed, read here only: the person chose so.</summary>
    Declined = 4,

    /// <summary>Given up; staff see why and may try again.</summary>
    Parked = 5,

    /// <summary>Shall not be said any more.</summary>
    Withdrawn = 6,
}

/// <summary>
/// Something to be said to one address: written in the transaction of what it tells of, unique per event, kind and recipient.
/// Rows wait here until they are due and a deliverer takes them; only <see cref="OutboxDesk"/> changes their state.
/// </summary>
public sealed class Notice
{
    public const int EventMaxLength = 120;
    public const int KindMaxLength = 60;
    public const int AddressMaxLength = 256;
    public const int LanguageMaxLength = 5;
    public const int ProblemMaxLength = 500;

    private Notice() { }

    public long Id { get; private set; }

    /// <summary>What happened, as a stable key ("Invitation:12:1"); said once to each recipient.</summary>
    public string Event { get; private set; } = "";

    /// <summary>Which mail ("InvitationMade"); the page and the mail put it into words.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Whose messages show it; null where the recipient has no account.</summary>
    public long? PersonId { get; private set; }

    /// <summary>What the person may choose not to be mailed about; null where it is always mailed.</summary>
    public NoticeTopic? Topic { get; private set; }

    /// <summary>Mail address.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Language of the recipient: "hu" or "en".</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>JSON object of texts, and of lists of rows, for the sentences; "link" is a path of this site. Read by <see cref="NoticeFacts"/>.</summary>
    public string Facts { get; private set; } = "{}";

    /// <summary>The link opens something without signing in: it is dropped once the mail is sent.</summary>
    public bool HoldsSecret { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be said before this instant (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    public NoticeState State { get; private set; }

    /// <summary>When it is tried next, while it waits (UTC).</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>How often it was given to the mail server.</summary>
    public int Attempts { get; private set; }

    /// <summary>Of the deliverer that took it; nobody else may send it until <see cref="ClaimedUntil"/>.</summary>
    public Guid? Claim { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last attempt failed: a code of ours, then what the server said.</summary>
    public string? Problem { get; private set; }

    /// <summary>When the person first saw it among their messages (UTC).</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Set where it shall not be said any more (UTC).</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal static Notice Create(Tell tell, string facts, DateTimeOffset now) => new()
    {
        Event = tell.Event,
        Kind = tell.Kind,
        PersonId = tell.PersonId,
        Topic = tell.Topic,
        Recipient = tell.Recipient,
        Language = tell.Language,
        Facts = facts,
        HoldsSecret = tell.LinkIsSecret,
        CreatedAt = now,
        DueAt = tell.DueAt ?? now,
        NextTryAt = tell.DueAt ?? now,
    };

    /// <summary>Of a row that is not saved yet; saved ones are withdrawn in the database, where a deliverer may be faster.</summary>
    internal void Withdraw(DateTimeOffset now) => (State, WithdrawnAt) = (NoticeState.Withdrawn, now);
}
