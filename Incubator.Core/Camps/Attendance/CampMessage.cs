namespace Incubator.Core.Camps;

public enum MessageAudience
{
    /// <summary>Participants and crew.</summary>
    Everyone = 0,

    /// <summary>The members of one team.</summary>
    Team = 1,

    Crew = 2,
}

/// <summary>A short word of the staff during a camp ("The bus leaves at 17:15"): mailed, and shown on the today view.</summary>
public sealed class CampMessage
{
    public const int TextMaxLength = 500;

    private CampMessage() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    public MessageAudience Audience { get; private set; }

    /// <summary>Of a message to one team.</summary>
    public long? TeamId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset SentAt { get; private set; }

    public long? SentById { get; private set; }

    public static CampMessage Send(long campId, MessageAudience audience, long? teamId, string text, DateTimeOffset now, long? sentById) => new()
    {
        CampId = campId,
        Audience = audience,
        TeamId = audience == MessageAudience.Team ? teamId ?? throw new ArgumentNullException(nameof(teamId)) : null,
        Text = text,
        SentAt = now,
        SentById = sentById,
    };
}
