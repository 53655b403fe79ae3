using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Beside the machine: use begins, use ends, or nobody came.</summary>
public sealed class UseDesk(IncubatorDb db, BookingDesk desk, TimeProvider clock)
{
    /// <summary>After this long without a check-in the reservation may be called a no-show.</summary>
    public static readonly TimeSpan NoShowGrace = TimeSpan.FromMinutes(30);

    /// <summary>After this long past its end, use that nobody ended is taken to be over.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(30);

    private readonly OccupancyBook occupancy = new(db);
    private readonly ReservationNotices notices = new(db);

    /// <summary>Opens a use session on every unit of the reservation; from the beginning of its setup until its end.</summary>
    public async Task<Result<Done>> CheckInAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await occupancy.LockAsync(reference, token);
            if (await desk.FindAsync(reference, actor, token) is not { } reservation) return Refusal.NotFound;
            if (reservation.State == ReservationState.InUse) return default(Done);
            if (reservation.State != ReservationState.Confirmed) return BookingDesk.WrongState(reservation);
            var from = QuarterHour.Start(reservation.Items.Min(i => i.FromQuarter));
            if (now < from) return new Refusal(BookingRefusals.TooEarlyToCheckIn).With("from", from);
            if (now >= reservation.End) return new Refusal(BookingRefusals.ReservationOver);
            foreach (var item in reservation.Items)
            {
                if (await db.UseSessions.AnyAsync(s => s.ResourceId == item.ResourceId && s.Unit == item.Unit && s.EndedAt == null, token))
                    return BookingRefusals.For(
                        BookingRefusals.UnitStillInUse, await db.Resources.SingleAsync(r => r.Id == item.ResourceId, token));
                db.UseSessions.Add(UseSession.Open(item, now, actor.PersonId));
            }

            reservation.Become(ReservationState.InUse);
            db.RecordChange(reservation, reservation.Id, nameof(ReservationState.InUse), actor, now);
            return default(Done);
        }, table => table == nameof(IncubatorDb.UseSessions) ? new Refusal(BookingRefusals.UnitStillInUse) : null, cancel);
    }

    /// <summary>Closes the sessions; finishing early gives back the rest after the cleanup.</summary>
    public async Task<Result<Done>> CheckOutAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await occupancy.LockAsync(reference, token);
            if (await desk.FindAsync(reference, actor, token) is not { } reservation) return Refusal.NotFound;
            if (reservation.State == ReservationState.Completed) return default(Done);
            if (reservation.State != ReservationState.InUse) return BookingDesk.WrongState(reservation);
            await FinishWithinAsync(reservation, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Staff record that nobody came: the record stays, the time still to come is free again.</summary>
    public async Task<Result<Done>> MarkNoShowAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        return await db.CommitAsync<Done>(async token =>
        {
            await occupancy.LockAsync(reference, token);
            if (await desk.FindAsync(reference, actor, token) is not { } reservation) return Refusal.NotFound;
            if (reservation.State == ReservationState.NoShow) return default(Done);
            if (reservation.State != ReservationState.Confirmed || now < reservation.Start + NoShowGrace)
                return BookingDesk.WrongState(reservation);
            await MarkWithinAsync(reservation, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>The same by the program itself, where it can know that nobody came.</summary>
    /// <returns>1; or 0 where it cannot know, or not yet.</returns>
    internal async Task<Result<int>> MarkMissedAsync(Guid reference, DateTimeOffset watchingSince, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<int>(async token =>
        {
            await occupancy.LockAsync(reference, token);
            if (await desk.FindAsync(reference, Actor.System, token) is not { State: ReservationState.Confirmed } reservation) return 0;
            var downs = await new NoShowWatch(db, clock).DownTimesAsync([reservation.Id], token);
            if (NoShowRules.Judge(reservation.Slot, watchingSince, downs[reservation.Id], now) != NoShowVerdict.NoShow) return 0;
            await MarkWithinAsync(reservation, Actor.System, now, token);
            return 1;
        }, cancel: cancel);
    }

    /// <summary>Closes use that nobody ended at the reservation's end, as assumed.</summary>
    /// <returns>1; or 0 where it may still go on.</returns>
    internal async Task<Result<int>> CloseForgottenAsync(Guid reference, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<int>(async token =>
        {
            await occupancy.LockAsync(reference, token);
            if (await desk.FindAsync(reference, Actor.System, token) is not { State: ReservationState.InUse } reservation) return 0;
            if (now < reservation.End + ForgottenAfter && !(now >= reservation.End && await IsNextDueAsync(reservation, now, token))) return 0;
            var itemIds = reservation.Items.Select(i => i.Id).ToList();
            foreach (var session in await db.UseSessions.Where(s => itemIds.Contains(s.ReservationItemId) && s.EndedAt == null).ToListAsync(token))
                session.CloseUnseen(reservation.End);
            reservation.FinishAt(reservation.End);
            db.RecordChange(reservation, reservation.Id, nameof(ReservationState.Completed), Actor.System, now);
            await notices.UseClosedAsync(reservation, now, token);
            return 1;
        }, cancel: cancel);
    }

    /// <summary>The end of use itself, also for maintenance that must stop what runs.</summary>
    internal async Task FinishWithinAsync(Reservation reservation, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var itemIds = reservation.Items.Select(i => i.Id).ToList();
        foreach (var session in await db.UseSessions.Where(s => itemIds.Contains(s.ReservationItemId) && s.EndedAt == null).ToListAsync(token))
            session.Close(now, actor.PersonId);
        var held = reservation.Items.ToDictionary(i => i.Id, i => i.UntilQuarter);
        var end = QuarterHour.RoundUp(now);
        reservation.FinishAt(end > reservation.Start ? end : reservation.Start);
        db.RecordChange(reservation, reservation.Id, nameof(ReservationState.Completed), actor, now);
        foreach (var item in reservation.Items.Where(i => i.UntilQuarter < held[i.Id]))
            await occupancy.FreeAsync(item, item.UntilQuarter, held[item.Id], token);
    }

    private async Task MarkWithinAsync(Reservation reservation, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        reservation.Become(ReservationState.NoShow);
        db.RecordChange(reservation, reservation.Id, nameof(ReservationState.NoShow), actor, now);
        await occupancy.FreeAsync(reservation, token);
        await notices.NoShowAsync(reservation, now, token);
    }

    /// <summary>Another reservation's time on one of the same units, preparation included, has begun.</summary>
    private async Task<bool> IsNextDueAsync(Reservation reservation, DateTimeOffset now, CancellationToken token)
    {
        var quarter = QuarterHour.Of(now);
        foreach (var item in reservation.Items)
        {
            var next = await (
                    from other in db.ReservationItems
                    join coming in db.Reservations on other.ReservationId equals coming.Id
                    where other.ResourceId == item.ResourceId && other.Unit == item.Unit && other.ReservationId != reservation.Id &&
                        coming.State == ReservationState.Confirmed && coming.Start >= reservation.End && other.FromQuarter <= quarter
                    select other.Id)
                .AnyAsync(token);
            if (next) return true;
        }

        return false;
    }
}
