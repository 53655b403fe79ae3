using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Where resources are booked, moved and given back. One write path per act: pages, imports and maintenance come through
/// here, so that no door has weaker rules than another.
/// </summary>
public sealed class BookingDesk(IncubatorDb db, TimeProvider clock)
{
    private readonly CalendarReader calendar = new(db);
    private readonly OccupancyBook occupancy = new(db);
    private readonly ReservationNotices notices = new(db);

    /// <summary>For a room that tells its people of its reservations in its own words.</summary>
    internal bool TellsNobody { init => notices.IsSilent = value; }

    /// <summary>What reserving would be refused for now; none means that it would be accepted. Writes nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(ReserveSlot request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (Texts(request).ToList() is { Count: > 0 } malformed) return malformed;
        var facts = await GatherAsync(request, actor, now, cancel);
        return facts.Succeeded ? Judge(facts.Value, request.OverrideReason, out _) : facts.Refusals;
    }

    public async Task<Result<Booked>> ReserveAsync(ReserveSlot request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (Texts(request).ToList() is { Count: > 0 } malformed) return Result<Booked>.Refused(malformed);
        return await db.CommitAsync<Booked>(token => ReserveWithinAsync(request, actor, now, token), TakenKey, cancel);
    }

    /// <summary>Moves, resizes or changes resources; on refusal the reservation stays as it was.</summary>
    public Task<Result<Done>> MoveAsync(MoveReservation request, Actor actor, CancellationToken cancel = default) =>
        MoveInAsync(request, actor, cancel);

    public async Task<Result<Done>> CancelAsync(CancelReservation request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (TextRules.Problem(request.Reason, Reservation.ReasonMaxLength, nameof(request.Reason)) is { } malformed) return malformed;
        if (request.Forgive && actor.IsStaff && string.IsNullOrWhiteSpace(request.Reason))
            return new Refusal(BookingRefusals.OverrideReasonMissing, nameof(request.Reason));
        return await db.CommitAsync<Done>(token => CancelWithinAsync(request, actor, now, token), cancel: cancel);
    }

    /// <summary>Changes the note that only staff see.</summary>
    public async Task<Result<Done>> NoteAsync(Guid reference, string? note, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(note, Reservation.InternalNoteMaxLength, "InternalNote") is { } malformed) return malformed;
        return await db.CommitAsync<Done>(async token =>
        {
            if (await FindAsync(reference, actor, token) is not { } reservation) return Refusal.NotFound;
            reservation.Note(Clean(note));
            // The note itself stays out of the history: it may name people and is erased with its reservation.
            db.Record(nameof(Reservation), reservation.Id, "Noted", actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>The booking itself, for the desk and (inside its own transaction) for a camp's agenda. Before other reads where nothing is locked yet.</summary>
    internal async Task<Result<Booked>> ReserveWithinAsync(ReserveSlot request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        await occupancy.LockAsync(request.ResourceIds, request.CompanyId, token);
        if (await BookedBeforeAsync(request, token) is { } before) return before;
        var gathered = await GatherAsync(request, actor, now, token);
        if (!gathered.Succeeded) return Result<Booked>.Refused(gathered.Refusals);
        var facts = gathered.Value;
        var refusals = Judge(facts, request.OverrideReason, out var overridden);
        if (refusals.Count > 0) return Result<Booked>.Refused(refusals);

        var reservation = Reservation.Confirm(
            await occupancy.NextNumberAsync(now, token), request.CompanyId, facts.PersonId, actor.PersonId, now, request.Slot,
            request.Purpose.Trim(), Clean(request.ProjectNote), actor.IsStaff ? Clean(request.InternalNote) : null,
            overridden.Count > 0 ? Clean(request.OverrideReason) : null, FreeCancelUntil(facts), request.SubmissionKey,
            request.LotUse);
        await occupancy.TakeAsync(reservation, facts, token);
        db.Record(nameof(Reservation), reservation.Id, nameof(ReservationState.Confirmed), actor, now,
            Overrides(overridden), reservation.OverrideReason);
        await notices.ConfirmedAsync(reservation, facts.Resources.Select(r => r.Resource), now, token);
        return new Booked(reservation.Id, reservation.Reference, reservation.Number);
    }

    /// <summary>The cancelling itself, for the desk and (inside its own transaction) for a camp's agenda.</summary>
    internal async Task<Result<Done>> CancelWithinAsync(CancelReservation request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        await occupancy.LockAsync(request.Reference, token);
        if (await FindAsync(request.Reference, actor, token) is not { } reservation) return Refusal.NotFound;
        if (reservation.State is ReservationState.Cancelled or ReservationState.LateCancelled) return default(Done);
        if (request.SeenVersion is { } seen && seen != reservation.Version) return Refusal.ChangedMeanwhile;
        // Nobody came and the time is over: that is a no-show, which cancelling must not hide; only staff may forgive it.
        var forgiven = request.Forgive && actor.IsStaff;
        if (reservation.State.IsActive() && reservation.State != ReservationState.InUse && now >= reservation.End && !forgiven)
            return new Refusal(BookingRefusals.ReservationOver);
        var late = now > reservation.FreeCancelUntil && !forgiven;
        var state = late && reservation.State == ReservationState.Confirmed ? ReservationState.LateCancelled : ReservationState.Cancelled;
        if (!reservation.State.MayBecome(state)) return WrongState(reservation);
        var told = reservation.Sequence;
        reservation.Become(state, Clean(request.Reason));
        db.RecordChange(reservation, reservation.Id, state.ToString(), actor, now, reservation.EndReason);
        await occupancy.FreeAsync(reservation, token);
        await notices.CancelledAsync(reservation, told, now, token);
        return default(Done);
    }

    /// <summary>The move itself, for the desk and (inside its own transaction) for maintenance.</summary>
    internal async Task<Result<Done>> MoveWithinAsync(MoveReservation request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (await FindAsync(request.Reference, actor, token) is not { } reservation) return Refusal.NotFound;
        if (request.SeenVersion is { } seen && seen != reservation.Version) return Refusal.ChangedMeanwhile;
        var resourceIds = request.ResourceIds ?? [.. reservation.Items.Select(i => i.ResourceId)];
        if (Chosen(resourceIds) is { } unchosen) return unchosen;
        var sameResources = resourceIds.Order().SequenceEqual(reservation.Items.Select(i => i.ResourceId).Order());
        if (reservation.State == ReservationState.InUse ? !sameResources || request.Slot.Start != reservation.Start : reservation.State != ReservationState.Confirmed)
            return WrongState(reservation);
        var lotUse = request.LotUse ?? reservation.LotUse;
        if (sameResources && request.Slot == reservation.Slot && lotUse == reservation.LotUse) return default(Done);

        var facts = await calendar.GatherAsync(
            request.Slot, resourceIds, reservation.CompanyId, reservation.PersonId, actor, now, reservation.Id, lotUse, null, token);
        if (facts.Resources.Count != resourceIds.Distinct().Count()) return Refusal.NotFound;
        facts = facts with { StartStays = sameResources && request.Slot.Start == reservation.Start };
        var refusals = Judge(facts, request.OverrideReason, out var overridden, MovingRules(reservation, request, now));
        if (refusals.Count > 0) return Result<Done>.Refused(refusals);

        if (reservation.State == ReservationState.InUse) return await ResizeRunningAsync(reservation, request, facts, actor, now, overridden, token);
        var before = Describe(reservation);
        var (told, oldSlot, oldResources) = (reservation.Sequence, ReservationNotices.SlotOf(reservation), ResourcesOf(reservation));
        await occupancy.FreeAsync(reservation, token);
        db.ReservationItems.RemoveRange(reservation.Items);
        foreach (var item in reservation.Items.ToList()) reservation.Drop(item);
        reservation.MakeFor(lotUse);
        reservation.MoveTo(request.Slot, FreeCancelUntil(facts), overridden.Count > 0 ? Clean(request.OverrideReason) : null);
        await occupancy.TakeAsync(reservation, facts, token);
        RecordMove(reservation, before, actor, now, overridden, request.OverrideReason);
        await notices.ChangedAsync(reservation, told, oldSlot, oldResources, Clean(request.OverrideReason), now, token);
        return default(Done);
    }

    private async Task<Result<Done>> MoveInAsync(MoveReservation request, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (TextRules.Problem(request.OverrideReason, Reservation.ReasonMaxLength, nameof(request.OverrideReason)) is { } malformed) return malformed;
        if (BookingRules.Shape(request.Slot) is { } misshapen) return misshapen;
        if (request.ResourceIds is { } chosen && Chosen(chosen) is { } unchosen) return unchosen;
        return await db.CommitAsync<Done>(async token =>
        {
            // Which rows to lock is read before the lock and proven after it: a rival's move changes the version.
            var known = await db.Reservations.AsNoTracking().Where(r => r.Reference == request.Reference)
                .Select(r => new { r.CompanyId, r.Version, Ids = r.Items.Select(i => i.ResourceId).ToList() })
                .FirstOrDefaultAsync(token);
            if (known is null) return Refusal.NotFound;
            await occupancy.LockAsync(known.Ids.Concat(request.ResourceIds ?? []), known.CompanyId, token);
            return await MoveWithinAsync(request with { SeenVersion = request.SeenVersion ?? known.Version }, actor, now, token);
        }, TakenKey, cancel);
    }

    // What runs keeps its unit: only the end changes, and what comes later may make room on another.
    private async Task<Result<Done>> ResizeRunningAsync(
        Reservation reservation, MoveReservation request, BookingFacts facts, Actor actor, DateTimeOffset now,
        IReadOnlyList<Refusal> overridden, CancellationToken token)
    {
        if (request.Slot.End < now) return new Refusal(BookingRefusals.InvalidSlot, "End");
        var before = Describe(reservation);
        var (told, oldSlot) = (reservation.Sequence, ReservationNotices.SlotOf(reservation));
        await occupancy.FreeAsync(reservation, token);
        reservation.MakeFor(facts.LotUse);
        reservation.MoveTo(request.Slot, reservation.FreeCancelUntil, overridden.Count > 0 ? Clean(request.OverrideReason) : null);
        foreach (var item in reservation.Items) item.Occupy(request.Slot);
        foreach (var held in reservation.Items.GroupBy(i => i.ResourceId))
        {
            var resource = facts.Resources.Single(r => r.Resource.Id == held.Key);
            IReadOnlyList<Taken> taken = [.. resource.Taken, .. held.Select(i => new Taken(i.Unit, i.FromQuarter, i.UntilQuarter, i.Id, null, false))];
            foreach (var item in held)
            {
                var others = taken.Where(t => t.ItemId != item.Id).ToList();
                if (UnitPlanner.Plan(resource.Resource.Units, item.FromQuarter, item.UntilQuarter, others, item.Unit) is not { } plan)
                {
                    var inTheWay = others.Where(t => t.Overlaps(item.FromQuarter, item.UntilQuarter)).ToList();
                    return BookingRefusals.For(BookingRefusals.SlotTaken, resource.Resource, "End")
                        .With("start", QuarterHour.Start(inTheWay.Min(t => t.From))).With("end", QuarterHour.Start(inTheWay.Max(t => t.Until)));
                }

                await occupancy.ChangeUnitsAsync(plan.Changes, token);
                taken = BookingRules.Move(taken, plan);
            }

            foreach (var item in held) db.Occupancy.AddRange(Occupancy.Of(item));
        }

        RecordMove(reservation, before, actor, now, overridden, request.OverrideReason);
        await db.SaveChangesAsync(token);
        await notices.ChangedAsync(reservation, told, oldSlot, ResourcesOf(reservation), Clean(request.OverrideReason), now, token);
        return default(Done);
    }

    private static List<long> ResourcesOf(Reservation reservation) => [.. reservation.Items.Select(i => i.ResourceId)];

    /// <summary>The reservation of this reference, if the actor acts for its company; with its items, tracked.</summary>
    internal Task<Reservation?> FindAsync(Guid reference, Actor actor, CancellationToken token) =>
        db.Reservations.Include(r => r.Items)
            .Where(r => r.Reference == reference && (actor.IsStaff || actor.CompanyIds.Contains(r.CompanyId)))
            .FirstOrDefaultAsync(token);

    /// <summary>The refusal for a key that a rival took first: the second layer speaking.</summary>
    internal static Refusal? TakenKey(string table) => table switch
    {
        nameof(Occupancy) => new Refusal(BookingRefusals.SlotTaken, "Start"),
        nameof(IncubatorDb.Reservations) or nameof(IncubatorDb.NumberSeries) => Refusal.ChangedMeanwhile,
        _ => null,
    };

    internal static Refusal WrongState(Reservation reservation) =>
        new Refusal(BookingRefusals.WrongState).With("state", reservation.State);

    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<Refusal> Texts(ReserveSlot request)
    {
        if (BookingRules.Shape(request.Slot) is { } misshapen) yield return misshapen;
        if (Chosen(request.ResourceIds) is { } unchosen) yield return unchosen;
        if (string.IsNullOrWhiteSpace(request.Purpose)) yield return new Refusal("Missing", nameof(request.Purpose));
        foreach (var (text, max, field) in new[]
        {
            (request.Purpose, Reservation.PurposeMaxLength, nameof(request.Purpose)),
            (request.ProjectNote, Reservation.ProjectNoteMaxLength, nameof(request.ProjectNote)),
            (request.InternalNote, Reservation.InternalNoteMaxLength, nameof(request.InternalNote)),
            (request.OverrideReason, Reservation.ReasonMaxLength, nameof(request.OverrideReason)),
        })
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
    }

    private static Refusal? Chosen(IReadOnlyList<long> resourceIds) => resourceIds.Count switch
    {
        0 => new Refusal(BookingRefusals.NothingChosen, "ResourceIds"),
        > Reservation.MaxItems => new Refusal(BookingRefusals.TooManyResources, "ResourceIds").With("max", Reservation.MaxItems),
        _ => null,
    };

    private async Task<Result<BookingFacts>> GatherAsync(ReserveSlot request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var personId = request.PersonId
            ?? (actor.PersonId is not null && actor.CompanyIds.Contains(request.CompanyId) ? actor.PersonId : null);
        var facts = await calendar.GatherAsync(request.Slot, request.ResourceIds, request.CompanyId, personId, actor, now, null, request.LotUse, null, token);
        return facts.Resources.Count == request.ResourceIds.Distinct().Count() ? facts : Refusal.NotFound;
    }

    /// <summary>What remains refused after staff's reason was heard.</summary>
    private static IReadOnlyList<Refusal> Judge(
        BookingFacts facts, string? overrideReason, out IReadOnlyList<Refusal> overridden, IEnumerable<Refusal>? more = null)
    {
        IReadOnlyList<Refusal> refusals = [.. BookingRules.Check(facts), .. more ?? []];
        overridden = [];
        if (!facts.ByStaff || string.IsNullOrWhiteSpace(overrideReason) || refusals.Any(r => !r.Overridable)) return refusals;
        overridden = refusals;
        return [];
    }

    // Who moves out of the late-cancellation window would get round it.
    private static IEnumerable<Refusal> MovingRules(Reservation reservation, MoveReservation request, DateTimeOffset now)
    {
        if (reservation.State == ReservationState.Confirmed && now > reservation.FreeCancelUntil && request.Slot.Start != reservation.Start)
            yield return new Refusal(BookingRefusals.TooLateToMove, "Start") { Overridable = true };
    }

    private static DateTimeOffset FreeCancelUntil(BookingFacts facts) =>
        facts.Slot.Start.AddMinutes(-facts.Resources.Max(r => r.Policy.FreeCancelMinutes));

    private static Dictionary<string, string?[]>? Overrides(IReadOnlyList<Refusal> overridden) =>
        overridden.Count == 0 ? null : new() { ["Overridden"] = [null, string.Join(", ", overridden.Select(r => r.Code).Distinct())] };

    private static (string Start, string End, string Resources, string LotUse) Describe(Reservation reservation) => (
        HistoryBook.Text(reservation.Start)!, HistoryBook.Text(reservation.End)!,
        string.Join(", ", reservation.Items.Select(i => i.ResourceId).Order()), reservation.LotUse.ToString());

    private void RecordMove(
        Reservation reservation, (string Start, string End, string Resources, string LotUse) before, Actor actor, DateTimeOffset now,
        IReadOnlyList<Refusal> overridden, string? reason)
    {
        var after = Describe(reservation);
        var changes = Overrides(overridden) ?? [];
        if (before.Start != after.Start) changes["Start"] = [before.Start, after.Start];
        if (before.End != after.End) changes["End"] = [before.End, after.End];
        if (before.Resources != after.Resources) changes["Resources"] = [before.Resources, after.Resources];
        if (before.LotUse != after.LotUse) changes["LotUse"] = [before.LotUse, after.LotUse];
        db.Record(nameof(Reservation), reservation.Id, "Moved", actor, now, changes, Clean(reason));
    }

    private async Task<Booked?> BookedBeforeAsync(ReserveSlot request, CancellationToken token) => await db.Reservations
        .Where(r => r.SubmissionKey == request.SubmissionKey && r.CompanyId == request.CompanyId)
        .Select(r => new Booked(r.Id, r.Reference, r.Number))
        .FirstOrDefaultAsync(token);
}
