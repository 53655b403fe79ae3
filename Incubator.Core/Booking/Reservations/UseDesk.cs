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

    private readonly OccupancyBook occupancy = new(db);

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
            reservation.Become(ReservationState.NoShow);
            db.RecordChange(reservation, reservation.Id, nameof(ReservationState.NoShow), actor, now);
            await occupancy.FreeAsync(reservation, token);
            return default(Done);
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
}
