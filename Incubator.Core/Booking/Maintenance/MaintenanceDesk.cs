using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Staff take time for maintenance or take a resource out of service. Reservations in the way are listed first and then
/// kept, moved or displaced in the same transaction; a window and a reservation never hold the same quarter.
/// </summary>
public sealed class MaintenanceDesk(IncubatorDb db, BookingDesk booking, UseDesk use, TimeProvider clock)
{
    private readonly OccupancyBook occupancy = new(db);
    private readonly CalendarReader calendar = new(db);
    private readonly ReservationNotices notices = new(db);

    /// <summary>The reservations that a window would meet, in order of start. Writes nothing.</summary>
    public Task<List<AffectedReservation>> AffectedAsync(
        long resourceId, int? unit, TimeSlot slot, CancellationToken cancel = default)
    {
        int from = QuarterHour.Of(slot.Start), until = QuarterHour.AtOrAfter(slot.End);
        var items = db.Occupancy
            .Where(o => o.ResourceId == resourceId && o.Quarter >= from && o.Quarter < until && o.ReservationItemId != null && (unit == null || o.Unit == unit))
            .Select(o => o.ReservationItemId!.Value);
        return (from reservation in db.Reservations
                where reservation.Items.Any(i => items.Contains(i.Id)) &&
                    (reservation.State == ReservationState.Requested || reservation.State == ReservationState.Held ||
                     reservation.State == ReservationState.Confirmed || reservation.State == ReservationState.InUse)
                orderby reservation.Start, reservation.Id
                select new AffectedReservation(
                    reservation.Id, reservation.Reference, reservation.Number, reservation.CompanyId,
                    new TimeSlot(reservation.Start, reservation.End), reservation.State,
                    reservation.PersonId, reservation.LotUse))
            .AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Places the window, around the reservations that are kept; the references of the windows that came of it.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> PlaceAsync(PlaceMaintenance request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        if (Problem(request.Slot, request.Reason, request.IsPlanned, now) is { } malformed) return malformed;
        return await db.CommitAsync<IReadOnlyList<Guid>>(async token =>
        {
            await LockAsync(request.ResourceId, request.Choices, token);
            var resource = await db.Resources.SingleOrDefaultAsync(r => r.Id == request.ResourceId, token);
            if (resource is null) return Refusal.NotFound;
            if (request.Unit is { } unit && (unit < 1 || unit > resource.Units))
                return new Refusal("OutOfRange", nameof(request.Unit)).With("min", 1).With("max", resource.Units);
            return await PlaceWithinAsync(request, resource, actor, now, token);
        }, BookingDesk.TakenKey, cancel);
    }

    /// <summary>Moves or extends a window that is not over; what comes in the way is decided as when placing.</summary>
    public async Task<Result<Done>> MoveAsync(
        Guid reference, TimeSlot slot, IReadOnlyDictionary<long, AffectedChoice> choices, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        return await db.CommitAsync<Done>(async token =>
        {
            var known = await db.MaintenanceWindows.AsNoTracking().FirstOrDefaultAsync(w => w.Reference == reference, token);
            if (known is null) return Refusal.NotFound;
            await LockAsync(known.ResourceId, choices, token);
            var window = await db.MaintenanceWindows.SingleAsync(w => w.Id == known.Id, token);
            if (window.IsCancelled || window.ExternalCalendarId is not null || (!window.IsOpen && window.End <= now)) return new Refusal(BookingRefusals.WrongState);
            if (Problem(slot, window.Reason, window.IsPlanned, now) is { } malformed) return malformed;
            // What has begun has begun: only the end of a running window changes.
            if (window.Start <= now && slot.Start != window.Start) return new Refusal(BookingRefusals.StartInPast, "Start");

            var resource = await db.Resources.SingleAsync(r => r.Id == window.ResourceId, token);
            await occupancy.FreeAsync(window, window.FromQuarter, window.UntilQuarter, token);
            var before = window.Slot;
            window.MoveTo(slot);
            if (await ClearAsync(window.ResourceId, window.Unit, slot, choices, mayKeep: false, window.Reason, actor, now, token) is { } refused)
                return Result<Done>.Refused(refused);
            await occupancy.TakeAsync(window, resource, token);
            db.Record(nameof(MaintenanceWindow), window.Id, "Moved", actor, now, new Dictionary<string, string?[]>
            {
                ["Start"] = [HistoryBook.Text(before.Start), HistoryBook.Text(slot.Start)],
                ["End"] = [HistoryBook.Text(before.End), HistoryBook.Text(slot.End)],
            });
            return default(Done);
        }, BookingDesk.TakenKey, cancel);
    }

    /// <summary>The resource works again: the outage ends now, the rest of its time is free.</summary>
    public async Task<Result<Done>> ReturnToServiceAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        return await db.CommitAsync<Done>(async token =>
        {
            var window = await db.MaintenanceWindows.FirstOrDefaultAsync(w => w.Reference == reference, token);
            if (window is null) return Refusal.NotFound;
            if (!window.IsOpen) return default(Done);
            int from = Math.Max(QuarterHour.AtOrAfter(now), window.FromQuarter), until = window.UntilQuarter;
            window.Close(now);
            db.RecordChange(window, window.Id, "ReturnedToService", actor, now);
            await occupancy.FreeAsync(window, from, until, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Gives up a planned window that has not begun.</summary>
    public async Task<Result<Done>> CancelAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        return await db.CommitAsync<Done>(async token =>
        {
            var window = await db.MaintenanceWindows.FirstOrDefaultAsync(w => w.Reference == reference, token);
            if (window is null) return Refusal.NotFound;
            if (window.IsCancelled) return default(Done);
            // What another house's calendar says would stand here again with its next reading.
            if (window.Start <= now || window.ExternalCalendarId is not null) return new Refusal(BookingRefusals.WrongState);
            window.Cancel();
            db.RecordChange(window, window.Id, "Cancelled", actor, now);
            await occupancy.FreeAsync(window, window.FromQuarter, window.UntilQuarter, token);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<IReadOnlyList<Guid>>> PlaceWithinAsync(
        PlaceMaintenance request, Resource resource, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (await ClearAsync(resource.Id, request.Unit, request.Slot, request.Choices, mayKeep: true, request.Reason.Trim(), actor, now, token) is { } refused)
            return Result<IReadOnlyList<Guid>>.Refused(refused);

        var references = new List<Guid>();
        foreach (var slot in await AroundKeptAsync(request, token))
        {
            var window = request.IsPlanned
                ? MaintenanceWindow.Plan(resource.Id, request.Unit, slot, request.Reason.Trim(), actor.PersonId)
                : MaintenanceWindow.TakeOutOfService(resource.Id, request.Unit, slot, request.Reason.Trim(), actor.PersonId);
            db.MaintenanceWindows.Add(window);
            await occupancy.TakeAsync(window, resource, token);
            db.Record(nameof(MaintenanceWindow), window.Id, request.IsPlanned ? "Planned" : "TakenOutOfService", actor, now, reason: window.Reason);
            references.Add(window.Reference);
        }

        return references.Count > 0 ? references : new Refusal(BookingRefusals.AffectedReservations, "Choices");
    }

    /// <summary>Carries out the choices; a refusal where one is missing or cannot be done.</summary>
    private async Task<IReadOnlyList<Refusal>?> ClearAsync(
        long resourceId, int? unit, TimeSlot slot, IReadOnlyDictionary<long, AffectedChoice> choices, bool mayKeep,
        string reason, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        await ResourceBusyTimes.YieldAsync(db, await db.Resources.SingleAsync(r => r.Id == resourceId, token), unit, slot, token);
        var other = await db.Occupancy.AnyAsync(o => o.ResourceId == resourceId && o.MaintenanceId != null &&
            o.Quarter >= QuarterHour.Of(slot.Start) && o.Quarter < QuarterHour.AtOrAfter(slot.End) && (unit == null || o.Unit == unit), token);
        if (other)
        {
            var resource = await db.Resources.SingleAsync(r => r.Id == resourceId, token);
            return [BookingRefusals.For(BookingRefusals.UnderMaintenance, resource, "Start").With("start", slot.Start).With("end", slot.End)];
        }

        var affected = await AffectedAsync(resourceId, unit, slot, token);
        var undecided = affected.Count(a => !choices.TryGetValue(a.Id, out var choice) || (choice.Keep && !mayKeep));
        if (undecided > 0) return [new Refusal(BookingRefusals.AffectedReservations, "Choices").With("count", undecided)];
        // Displaced ones leave first, so that a moved one may take their place.
        foreach (var one in affected.Where(a => choices[a.Id] is { Keep: false, MoveTo: null }))
        {
            var reservation = await db.Reservations.Include(r => r.Items).SingleAsync(r => r.Id == one.Id, token);
            if (reservation.State == ReservationState.InUse)
            {
                await use.FinishWithinAsync(reservation, actor, now, token);
                await FreeCleanupAsync(reservation, resourceId, slot, token);
                continue;
            }

            var told = reservation.Sequence;
            reservation.Become(ReservationState.Displaced, reason);
            db.RecordChange(reservation, reservation.Id, nameof(ReservationState.Displaced), actor, now, reason);
            await occupancy.FreeAsync(reservation, token);
            await notices.DisplacedAsync(reservation, told, now, token);
        }

        foreach (var one in affected.Where(a => choices[a.Id].MoveTo is not null))
        {
            var moved = await booking.MoveWithinAsync(new MoveReservation
            {
                Reference = one.Reference,
                Slot = one.Slot.ShiftedTo(choices[one.Id].MoveTo!.Value.ToUniversalTime()),
                OverrideReason = reason,
            }, actor, now, token);
            if (!moved.Succeeded) return moved.Refusals;
            await db.SaveChangesAsync(token);
        }

        return null;
    }

    // What broke down is not cleaned as planned: the outage takes the cleanup's time.
    private async Task FreeCleanupAsync(Reservation reservation, long resourceId, TimeSlot slot, CancellationToken token)
    {
        foreach (var item in reservation.Items.Where(i => i.ResourceId == resourceId && i.UntilQuarter > QuarterHour.Of(slot.Start)))
        {
            var until = item.UntilQuarter;
            item.SkipCleanup(QuarterHour.Of(slot.Start));
            await occupancy.FreeAsync(item, item.UntilQuarter, until, token);
        }
    }

    /// <summary>The parts of the wanted window that no kept reservation holds (all of it, where none is kept).</summary>
    private async Task<List<TimeSlot>> AroundKeptAsync(PlaceMaintenance request, CancellationToken token)
    {
        int from = QuarterHour.Of(request.Slot.Start), until = QuarterHour.AtOrAfter(request.Slot.End);
        var taken = (await calendar.TakenAsync(request.ResourceId, from, until, null, token))
            .Where(t => request.Unit is null || t.Unit == request.Unit)
            .OrderBy(t => t.From);
        var parts = new List<TimeSlot>();
        foreach (var held in taken)
        {
            if (held.From > from) parts.Add(new TimeSlot(QuarterHour.Start(from), QuarterHour.Start(held.From)));
            from = Math.Max(from, held.Until);
        }

        if (from < until) parts.Add(new TimeSlot(QuarterHour.Start(from), QuarterHour.Start(until)));
        return parts;
    }

    // The resources of every reservation that may move are locked with the window's own, in one ascending order.
    private async Task LockAsync(long resourceId, IReadOnlyDictionary<long, AffectedChoice> choices, CancellationToken token)
    {
        var ids = choices.Keys.ToList();
        var others = ids.Count == 0
            ? []
            : await db.ReservationItems.Where(i => ids.Contains(i.ReservationId)).Select(i => i.ResourceId).Distinct().ToListAsync(token);
        await occupancy.LockAsync(others.Append(resourceId), companyId: null, token);
    }

    private static Refusal? Problem(TimeSlot slot, string reason, bool isPlanned, DateTimeOffset now)
    {
        if (!slot.IsValid) return new Refusal(BookingRefusals.InvalidSlot, "End");
        if (slot.Length > MaintenanceWindow.MaxLength)
            return new Refusal(BookingRefusals.LongerThanAnyReservation, "End").With("maxDays", MaintenanceWindow.MaxLength.Days);
        if (!QuarterHour.IsOn(slot.Start)) return new Refusal(BookingRefusals.NotOnQuarter, "Start");
        if (!QuarterHour.IsOn(slot.End)) return new Refusal(BookingRefusals.NotOnQuarter, "End");
        if (slot.End <= now) return new Refusal(BookingRefusals.StartInPast, isPlanned ? "Start" : "End");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Missing", "Reason");
        return TextRules.Problem(reason, MaintenanceWindow.ReasonMaxLength, "Reason");
    }
}
