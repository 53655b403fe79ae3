using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A camp as staff want it from now on.</summary>
public sealed record EditCamp
{
    public required Guid Reference { get; init; }

    public required CampDetails Details { get; init; }

    /// <summary>Why what people rely on changes; wanted only for an open camp.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the editor saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }
}

/// <summary>The next step of a camp.</summary>
public sealed record MoveCampOn
{
    public required Guid Reference { get; init; }

    public required CampStatus To { get; init; }

    /// <summary>Wanted where it is cancelled; told to all who are concerned.</summary>
    public string? Reason { get; init; }

    /// <summary>The status that the page showed; another means that it went stale.</summary>
    public required CampStatus Seen { get; init; }
}

/// <summary>Where staff write camps and move them on.</summary>
public sealed class CampDesk(IncubatorDb db, TimeProvider clock)
{
    // The camp's people are told of the camp; nobody hears of its single reservations.
    private readonly BookingDesk booking = new(db, clock) { TellsNobody = true };

    public async Task<Result<Guid>> CreateAsync(CampDetails details, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            var camp = Camp.Create(details);
            db.Camps.Add(camp);
            await db.SaveChangesAsync(token);
            db.RecordChange(camp, camp.Id, "Created", actor, now);
            return camp.Reference;
        }, cancel: cancel);
    }

    /// <summary>
    /// What people rely on stays once the camp is open (<see cref="CampRules.FixedByOpening"/>); places never become fewer than are
    /// taken. Where the days or the place change, everybody concerned is told why.
    /// </summary>
    public async Task<Result<Done>> EditAsync(EditCamp request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var problems = request.Details.Problems().ToList();
        if (TextRules.Problem(request.Reason, Camp.ReasonMaxLength, nameof(request.Reason)) is { } tooLong) problems.Add(tooLong);
        if (problems.Count > 0) return Result<Done>.Refused(problems);
        var now = clock.GetUtcNow();
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(request.Reference, token);
            var camp = await db.Camps.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (camp is null) return Refusal.NotFound;
            if (camp.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var refusals = CampRules.FixedByOpening(camp, request.Details, reason).Concat(await PlacesTakenAsync(camp, request.Details, token)).ToList();
            if (refusals.Count > 0) return Result<Done>.Refused(refusals);
            var moves = camp.IsPublic && CampRules.Moves(camp, request.Details);
            camp.Describe(request.Details);
            if (db.Entry(camp).State != EntityState.Modified) return default(Done);
            db.RecordChange(camp, camp.Id, moves ? "Moved" : "Edited", actor, now, reason);
            // By its new version: moved twice, it is told twice.
            await db.SaveChangesAsync(token);
            if (moves) await db.TellAllOfCampAsync(camp, "CampMoved", $"CampMoved:{camp.Id}:{camp.Version:N}", reason!, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>The next step; whoever is concerned is told of a cancelled one, with its reason.</summary>
    public async Task<Result<Done>> MoveOnAsync(MoveCampOn request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        if (TextRules.Problem(reason, Camp.ReasonMaxLength, nameof(request.Reason)) is { } tooLong) return tooLong;
        if (request.To == CampStatus.Cancelled && reason is null) return new Refusal("CampCancelReasonMissing", nameof(request.Reason));
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(request.Reference, token);
            var camp = await db.Camps.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (camp is null) return Refusal.NotFound;
            if (camp.Status == request.To) return default(Done);
            if (camp.Status != request.Seen) return Refusal.ChangedMeanwhile;
            var inUse = await db.Participants.AnyAsync(p => p.CampId == camp.Id && p.State != ParticipantState.Cancelled, token) ||
                await db.Challenges.AnyAsync(c => c.CampId == camp.Id && c.State != ChallengeState.Withdrawn, token);
            if (CampRules.Obstacles(camp, request.To, now, inUse).ToList() is { Count: > 0 } obstacles) return Result<Done>.Refused(obstacles);
            camp.Become(request.To);
            db.RecordChange(camp, camp.Id, request.To == CampStatus.Cancelled ? "Cancelled" : "MovedOn", actor, now, reason);
            if (request.To != CampStatus.Cancelled) return default(Done);
            if (await GiveLabBackAsync(camp, reason!, actor, now, token) is { Count: > 0 } kept) return Result<Done>.Refused(kept);
            await db.TellAllOfCampAsync(camp, "CampCalledOff", $"CampCalledOff:{camp.Id}", reason!, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>What its sessions still hold in the lab is free for others; what is in use ends with its session.</summary>
    private async Task<List<Refusal>> GiveLabBackAsync(Camp camp, string reason, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var held = await db.Reservations.AsNoTracking()
            .Where(r => r.State == ReservationState.Confirmed && r.End > now && db.SessionReservations.Any(h => h.CampId == camp.Id && h.ReservationId == r.Id))
            .OrderBy(r => r.Id).Select(r => r.Reference).ToListAsync(token);
        var refusals = new List<Refusal>();
        foreach (var reference in held)
        {
            var given = await booking.CancelWithinAsync(new CancelReservation { Reference = reference, Reason = reason, Forgive = true }, actor, now, token);
            if (!given.Succeeded) refusals.AddRange(given.Refusals);
        }

        return refusals;
    }

    /// <summary>A new draft after an earlier camp, with what <see cref="CampParts"/> take over.</summary>
    public async Task<Result<Guid>> CloneAsync(Guid from, CampDetails details, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCampAsync(from, token);
            var old = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == from, token);
            if (old is null) return Refusal.NotFound;
            var camp = Camp.Create(details, old.Id);
            db.Camps.Add(camp);
            await db.SaveChangesAsync(token);
            foreach (var copy in CampParts.Copied) await copy(db, old.Id, camp.Id, token);
            db.Record(nameof(Camp), camp.Id, "Cloned", actor, now, new Dictionary<string, string?[]> { ["ClonedFrom"] = [null, old.NameEn] });
            return camp.Reference;
        }, cancel: cancel);
    }

    private async Task<List<Refusal>> PlacesTakenAsync(Camp camp, CampDetails wanted, CancellationToken token)
    {
        var taken = await db.Participants
            .Where(p => p.CampId == camp.Id && (p.State == ParticipantState.Admitted || p.State == ParticipantState.Offered))
            .GroupBy(p => p.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.Count, token);
        return [.. new[]
        {
            (ParticipantKind.Student, wanted.StudentPlaces, nameof(wanted.StudentPlaces)),
            (ParticipantKind.Company, wanted.CompanyPlaces, nameof(wanted.CompanyPlaces)),
            (ParticipantKind.Expert, wanted.ExpertPlaces, nameof(wanted.ExpertPlaces)),
        }.Where(k => k.Item2 < taken.GetValueOrDefault(k.Item1))
            .Select(k => new Refusal("CampPlacesBelowTaken", k.Item3).With("taken", taken[k.Item1]))];
    }
}

internal static class CampLock
{
    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampAsync(this IncubatorDb db, Guid reference, CancellationToken token) => db.Camps.Where(c => c.Reference == reference)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);

    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampAsync(this IncubatorDb db, long id, CancellationToken token) => db.Camps.Where(c => c.Id == id)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
}
