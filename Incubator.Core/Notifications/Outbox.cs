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

    /// <summary>Whose messages show it too; null where the recipient has no account.</summary>
    public long? PersonId { get; init; }

    /// <summary>What the person may choose not to be mailed about; null where it is always mailed.</summary>
    public NoticeTopic? Topic { get; init; }

    /// <summary>
    /// Texts for the sentence; "link" is a path of this site. Days as yyyy-MM-dd, instants as yyyy-MM-ddTHH:mmZ (UTC) and two of
    /// those with a slash between them (from, until) are shown as the reader's language writes them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows under the sentence (digests), by the name of their list; the kind's words say how a row reads.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    /// <summary>What the mail's calendar attachment tells; null: it has none.</summary>
    public Appointment? Appointment { get; init; }

    /// <summary>The link opens something without signing in: it is kept only until the mail is sent.</summary>
    public bool LinkIsSecret { get; init; }

    /// <summary>UTC; null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>Notices are written beside the change they tell of, and leave the house later.</summary>
public static class Outbox
{
    /// <summary>Adds the notice to the running transaction, unless it was told before.</summary>
    public static async Task TellAsync(this IncubatorDb db, Tell tell, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (db.Notices.Local.Any(n => n.Event == tell.Event && n.Kind == tell.Kind && n.Recipient == tell.Recipient)) return;
        if (await db.Notices.AnyAsync(n => n.Event == tell.Event && n.Kind == tell.Kind && n.Recipient == tell.Recipient, cancel)) return;
        db.TellNew(tell, now);
    }

    /// <summary>The same for what came into being in this very transaction, and cannot have been told before.</summary>
    public static void TellNew(this IncubatorDb db, Tell tell, DateTimeOffset now)
    {
        var facts = new NoticeFacts { Texts = tell.Facts, Lists = tell.Lists, Appointment = tell.Appointment };
        db.Notices.Add(Notice.Create(tell, facts.Write(), now));
    }

    /// <summary>What has not been said of this event shall not be said.</summary>
    public static async Task WithdrawAsync(this IncubatorDb db, string happened, DateTimeOffset now, CancellationToken cancel = default)
    {
        foreach (var unsaved in db.Notices.Local.Where(n => n.Event == happened && n.Id == 0)) unsaved.Withdraw(now);
        await db.Notices.Where(n => n.Event == happened).WithdrawAsync(now, cancel);
    }

    /// <summary>What of these has not been said shall not be said; how many. Saved rows only.</summary>
    public static async Task<int> WithdrawAsync(this IQueryable<Notice> notices, DateTimeOffset now, CancellationToken cancel)
    {
        // Judged by the database at that instant. What was handed over just now is said; put off by the mail server it is not said later.
        await notices.Where(n => n.State == NoticeState.HandedOver && n.WithdrawnAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.WithdrawnAt, now), cancel);
        return await notices.Where(n => n.State == NoticeState.Waiting || n.State == NoticeState.Parked)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Withdrawn).SetProperty(x => x.WithdrawnAt, now), cancel);
    }
}
