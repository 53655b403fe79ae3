using System.Text.Encodings.Web;
using System.Text.Json;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Notifications;

/// <summary>What shall be said, to whom.</summary>
public sealed record Tell
{
    /// <summary>A stable key of what happened ("Invitation:12:1"): the same event is told once per kind and recipient.</summary>
    public required string Event { get; init; }

    public required string Kind { get; init; }

    /// <summary>Mail address.</summary>
    public required string Recipient { get; init; }

    public required string Language { get; init; }

    /// <summary>Texts for the sentence; "link" is a path of this site.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>UTC; null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>Notices are written beside the change they tell of, and leave the house later.</summary>
public static class Outbox
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the notice to the running transaction, unless it was told before.</summary>
    public static async Task TellAsync(this IncubatorDb db, Tell tell, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (db.Notices.Local.Any(n => n.Event == tell.Event && n.Kind == tell.Kind && n.Recipient == tell.Recipient)) return;
        if (await db.Notices.AnyAsync(n => n.Event == tell.Event && n.Kind == tell.Kind && n.Recipient == tell.Recipient, cancel)) return;
        db.Notices.Add(Notice.Create(
            tell.Event, tell.Kind, tell.Recipient, tell.Language, JsonSerializer.Serialize(tell.Facts, Plain), now, tell.DueAt));
    }

    /// <summary>What has not been said of these events shall not be said.</summary>
    public static async Task WithdrawAsync(this IncubatorDb db, string happened, DateTimeOffset now, CancellationToken cancel = default)
    {
        foreach (var notice in await db.Notices.Where(n => n.Event == happened && n.WithdrawnAt == null).ToListAsync(cancel)) notice.Withdraw(now);
    }
}
