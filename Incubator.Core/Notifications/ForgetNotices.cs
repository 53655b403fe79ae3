using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Notifications;

/// <summary>
/// Deletes notices that were said 400 days ago (sent, kept, declined or given up), and those withdrawn 90 days ago. They were kept so
/// that people find their messages again and the lab can show what it told whom (GDPR Article 6(1)(b) and (e)): a year and the month
/// after it, in which last year's are asked for; what was never said serves only to find mistakes. Not longer: Article 5(1)(e).
/// </summary>
public sealed class ForgetNotices(IncubatorDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);
    public static readonly TimeSpan WithdrawnKeptFor = TimeSpan.FromDays(90);
    private const int AtOnce = 500;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var gone = 0;
        foreach (var state in new[] { NoticeState.Sent, NoticeState.Kept, NoticeState.Declined, NoticeState.Parked, NoticeState.Withdrawn })
        {
            var before = now - (state == NoticeState.Withdrawn ? WithdrawnKeptFor : KeptFor);
            // By the index of what is due. Nothing is deleted before its day has come: a sweep would write it anew.
            for (var ids = await DueAsync(state, before, cancel); ids.Count > 0; ids = await DueAsync(state, before, cancel))
            {
                var due = ids;
                // Staff may try a parked one again at this instant.
                var deleted = (await db.CommitAsync<int>(async token =>
                    await db.Notices.Where(n => due.Contains(n.Id) && n.State == state).ExecuteDeleteAsync(token), cancel: cancel)).Value;
                gone += deleted;
            }
        }

        return JobReport.Of("Deleted", gone);
    }

    private Task<List<long>> DueAsync(NoticeState state, DateTimeOffset before, CancellationToken cancel) => db.Notices
        .Where(n => n.State == state && n.NextTryAt < before && (n.WithdrawnAt == null || n.WithdrawnAt < before))
        .OrderBy(n => n.NextTryAt).ThenBy(n => n.Id).Select(n => n.Id).Take(AtOnce).ToListAsync(cancel);
}
