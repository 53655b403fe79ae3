using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>
/// A secret address from which a person's calendar program reads: the person's own calendar, or that of a resource. It shows what the
/// person may see at that moment, and nothing once it is revoked.
/// </summary>
public sealed class CalendarFeed
{
    public const int HashMaxLength = 64;

    /// <summary>Addresses one person may have at once.</summary>
    public const int MaxOfPerson = 20;

    private CalendarFeed() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>Null: the person's own calendar.</summary>
    public long? ResourceId { get; private set; }

    /// <summary>Of the secret in the address; the secret itself is shown once and not kept.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When a program last asked; to the hour (UTC).</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public static CalendarFeed Create(long personId, long? resourceId, string secret, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        PersonId = personId,
        ResourceId = resourceId,
        SecretHash = LinkSecret.Hash(secret),
        MadeAt = now,
    };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
