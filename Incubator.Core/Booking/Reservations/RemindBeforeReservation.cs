using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Reminds of reservations the day before and two hours before: a sweep over those that are due and not yet said, whenever it comes
/// round. What is still unsent of a reservation that has begun, moved or ended is taken back.
/// </summary>
public sealed class RemindBeforeReservation(IncubatorDb db, TimeProvider clock) : IJob
{
    private const int Chunk = 500;
    private readonly ReservationNotices notices = new(db);

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var withdrawn = await TakeBackAsync(now, cancel);
        var reminded = await Sweep.EachAsync(await DueAsync(now, cancel), async due =>
        {
            var told = await db.CommitAsync<int>(async token =>
            {
                // The row's own lock: whoever moves or cancels it comes before, or finds what is written here.
                var still = await db.Reservations
                    .Where(r => r.Id == due.Id && r.Sequence == due.Sequence && r.State == ReservationState.Confirmed)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.Sequence, x => x.Sequence), token);
                if (still == 0) return 0;
                var reservation = await db.Reservations.AsNoTracking().Include(r => r.Items).SingleAsync(r => r.Id == due.Id, token);
                return await notices.RemindAsync(reservation, due.Kind, now, token);
            }, Untold.ToldMeanwhile, cancel);
            return told.Count();
        }, cancel);
        return JobReport.Of("Told", reminded).And("Withdrawn", withdrawn);
    }

    private async Task<List<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + ReminderRules.Earliest;
        var coming = await db.Reservations.AsNoTracking()
            .Where(r => r.State == ReservationState.Confirmed && r.Start > now && r.Start <= until)
            .OrderBy(r => r.Start).Select(r => new { r.Id, r.Sequence, r.Start, r.BookedAt }).ToListAsync(cancel);
        var due = coming
            .Select(r => new DueReminder(r.Id, r.Sequence, ReminderRules.Due(r.Start, r.BookedAt, now)!))
            .Where(r => r.Kind is not null).ToList();
        var unsaid = new List<DueReminder>();
        foreach (var some in due.Chunk(Chunk))
        {
            var events = some.Select(r => r.Event).ToList();
            var said = (await db.Notices.Where(n => events.Contains(n.Event)).Select(n => new { n.Event, n.Kind }).ToListAsync(cancel))
                .Select(n => (n.Event, n.Kind)).ToHashSet();
            unsaid.AddRange(some.Where(r => !said.Contains((r.Event, r.Kind))));
        }

        return unsaid;
    }

    // Where mail stood still for hours, or use began before the mail left.
    private async Task<int> TakeBackAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var unsent = await db.Notices
            .Where(n => n.State == NoticeState.Waiting &&
                (n.Kind == ReservationNotices.NoticeTomorrow || n.Kind == ReservationNotices.NoticeSoon))
            .Select(n => n.Event).Distinct().ToListAsync(cancel);
        var stale = new List<string>();
        foreach (var some in unsent.Chunk(Chunk))
        {
            var ids = some.Select(e => ReservationNotices.ReadReminder(e).ReservationId).ToList();
            var known = await db.Reservations.AsNoTracking().Where(r => ids.Contains(r.Id))
                .Select(r => new { r.Id, r.Sequence, IsComing = r.State == ReservationState.Confirmed && r.Start > now }).ToListAsync(cancel);
            var current = known.Where(r => r.IsComing).Select(r => ReservationNotices.ReminderOf(r.Id, r.Sequence)).ToHashSet();
            stale.AddRange(some.Where(e => !current.Contains(e)));
        }

        if (stale.Count > 0)
        {
            await db.CommitAsync<Done>(async token =>
            {
                await db.WithdrawAllAsync(stale, now, token);
                return default(Done);
            }, cancel: cancel);
        }

        return stale.Count;
    }

    private sealed record DueReminder(long Id, int Sequence, string Kind)
    {
        public string Event => ReservationNotices.ReminderOf(Id, Sequence);
    }
}
