namespace Incubator.Core.Notifications;

/// <summary>
/// Something to be said to one address: written in the transaction of what it tells of, unique per event, kind and recipient.
/// Rows wait here until they are due and a deliverer takes them.
/// </summary>
public sealed class Notice
{
    public const int EventMaxLength = 120;
    public const int KindMaxLength = 60;
    public const int AddressMaxLength = 256;
    public const int LanguageMaxLength = 5;
    public const int FactsMaxLength = 4000;

    private Notice() { }

    public long Id { get; private set; }

    /// <summary>What happened, as a stable key ("Invitation:12:1"); said once to each recipient.</summary>
    public string Event { get; private set; } = "";

    /// <summary>Which mail ("InvitationMade"); the page and the mail put it into words.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Mail address.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Language of the recipient: "hu" or "en".</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>JSON object of texts for the sentence; "link" is a path of this site.</summary>
    public string Facts { get; private set; } = "{}";

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be said before this instant (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Set where it shall not be said any more (UTC).</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal static Notice Create(
        string happened, string kind, string recipient, string language, string facts, DateTimeOffset now, DateTimeOffset? dueAt) => new()
        {
            Event = happened,
            Kind = kind,
            Recipient = recipient,
            Language = language,
            Facts = facts,
            CreatedAt = now,
            DueAt = dueAt ?? now,
        };

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
