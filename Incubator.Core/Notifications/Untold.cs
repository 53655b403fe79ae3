using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Notifications;

/// <summary>For sweeps that find what is due: most of it was said before.</summary>
public static class Untold
{
    private const int AtOnce = 500;

    /// <summary>Those that were not told yet. Read without a lock: <see cref="TellOnceAsync"/> looks again.</summary>
    public static async Task<IReadOnlyList<Tell>> UntoldAsync(this IncubatorDb db, IReadOnlyCollection<Tell> tells, CancellationToken cancel)
    {
        var told = new HashSet<(string, string, string)>();
        foreach (var events in tells.Select(t => t.Event).Distinct().Chunk(AtOnce))
        {
            var found = await db.Notices.AsNoTracking().Where(n => events.Contains(n.Event))
                .Select(n => new { n.Event, n.Kind, n.Recipient }).ToListAsync(cancel);
            told.UnionWith(found.Select(n => (n.Event, n.Kind, n.Recipient)));
        }

        return [.. tells.Where(t => !told.Contains((t.Event, t.Kind, t.Recipient)))];
    }

    /// <summary>
    /// For a commit of notices alone: adds those that are new. Where a rival told the same at that instant, the commit is refused by
    /// <see cref="ToldMeanwhile"/>, and the next run finds nothing left.
    /// </summary>
    /// <returns>How many were new.</returns>
    public static async Task<int> TellOnceAsync(this IncubatorDb db, IEnumerable<Tell> tells, DateTimeOffset now, CancellationToken cancel)
    {
        var before = db.Notices.Local.Count;
        foreach (var tell in tells) await db.TellAsync(tell, now, cancel);
        return db.Notices.Local.Count - before;
    }

    /// <summary>What has not been said of these events shall not be said.</summary>
    public static async Task WithdrawAllAsync(this IncubatorDb db, IEnumerable<string> happened, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var events in happened.Chunk(AtOnce)) await db.Notices.Where(n => events.Contains(n.Event)).WithdrawAsync(now, cancel);
    }

    public static Refusal? ToldMeanwhile(string table) => table == nameof(IncubatorDb.Notices) ? Refusal.ChangedMeanwhile : null;

    /// <summary>What the commit did; nothing where a rival did it.</summary>
    public static int Count(this Result<int> told) => told.Succeeded ? told.Value : 0;
}
