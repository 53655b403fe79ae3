using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

public sealed record PublishAgenda
{
    public required Guid Camp { get; init; }

    /// <summary>Wanted where something is less than good (<see cref="AgendaDesk.NeedsNote"/>).</summary>
    public string? Note { get; init; }

    /// <summary>Of the plan that the publisher saw (<see cref="PlannedCamp.Stamp"/>).</summary>
    public required string Stamp { get; init; }
}

/// <summary>
/// Where an agenda is published. One transaction freezes the version, reserves what its sessions take of the lab and gives back what
/// they no longer take, and tells those affected: where the lab refuses, nothing of it happens.
/// </summary>
public sealed class AgendaDesk(IncubatorDb db, CampPlan plans, TimeProvider clock)
{
    // Reservations of a camp are told by its agenda, once for each person.
    private readonly BookingDesk booking = new(db, clock) { TellsNobody = true };
    private readonly OccupancyBook occupancy = new(db);

    /// <summary>Soft rules are broken, or something has no time, no room or no word of those who hold it.</summary>
    public static bool NeedsNote(PlannedCamp planned, Judgement judgement) =>
        judgement.Penalties.Count > 0 || judgement.Unplaced.Count > 0 || judgement.Roomless.Count > 0 || planned.Sessions.Any(s => !s.IsConfirmed);

    /// <summary>What has a time, as it would be published.</summary>
    public static IReadOnlyList<AgendaItem> ItemsOf(PlannedCamp planned) =>
        [.. planned.Sessions.Where(s => s.Start is not null).Select(s => AgendaItem.Of(s, planned.Rooms.FirstOrDefault(r => r.Id == s.RoomId)?.Name))];

    /// <returns>The number of the version.</returns>
    public async Task<Result<int>> PublishAsync(PublishAgenda request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(request.Note, AgendaVersion.NoteMaxLength, nameof(request.Note)) is { } malformed) return malformed;
        var now = clock.GetUtcNow();
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        return await db.CommitAsync<int>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            if (await plans.ReadAsync(request.Camp, token) is not { } seen) return Refusal.NotFound;
            var held = await db.SessionReservations.Where(h => h.CampId == seen.Camp.Id).ToListAsync(token);
            // Rivals for the lab wait from here on; what is decided on is read after it.
            await LockLabAsync(seen, held, token);
            var planned = (await plans.ReadAsync(request.Camp, token))!;
            if (Obstacle(planned, request.Stamp) is { } obstacle) return obstacle;
            var judgement = planned.Judge();
            if (judgement.Clashes.Count > 0) return new Refusal("AgendaClashes").With("count", judgement.Clashes.Count);
            if (note is null && NeedsNote(planned, judgement)) return new Refusal("AgendaNoteMissing", nameof(request.Note));
            var (before, last) = await AgendaReader.LatestAsync(db, planned.Camp.Id, token);
            var items = AgendaRules.Next(before?.Items ?? [], ItemsOf(planned), last);
            if (before is null ? items.Count == 0 : items.All(i => i.Change == AgendaChange.None))
                return new Refusal(before is null ? "AgendaEmpty" : "AgendaUnchanged");
            var number = (before?.Number ?? 0) + 1;
            if (await ReserveAsync(planned, held, number, actor, now, token) is { Count: > 0 } refused) return Result<int>.Refused(refused);
            var version = AgendaVersion.Publish(planned.Camp.Id, number, now, actor.PersonId, note, judgement.Penalty, items);
            db.AgendaVersions.Add(version);
            await db.SaveChangesAsync(token);
            db.Record(nameof(Camp), planned.Camp.Id, "AgendaPublished", actor, now, new Dictionary<string, string?[]>
            {
                ["Number"] = [before is null ? null : HistoryBook.Text(before.Number), HistoryBook.Text(number)],
            }, note);
            await new AgendaNotices(db).TellAsync(planned.Camp, version, before?.Items ?? [], now, token);
            return number;
        }, table => table == nameof(IncubatorDb.AgendaVersions) ? Refusal.ChangedMeanwhile : BookingDesk.TakenKey(table), cancel);
    }

    private static Refusal? Obstacle(PlannedCamp planned, string stamp)
    {
        if (!SessionRules.MayPlan(planned.Camp.Status)) return new Refusal("AgendaOver");
        if (planned.Camp.Status == CampStatus.Draft) return new Refusal("CampStillDraft");
        if (planned.Stamp != stamp) return Refusal.ChangedMeanwhile;
        return planned.Settings.HostCompanyId is null && planned.Sessions.Any(s => s.Start is not null && planned.LabOf(s).Count > 0)
            ? new Refusal("CampHostMissing")
            : null;
    }

    private async Task LockLabAsync(PlannedCamp planned, List<SessionReservation> held, CancellationToken token)
    {
        var ids = held.ConvertAll(h => h.ReservationId);
        var before = await db.ReservationItems.Where(i => ids.Contains(i.ReservationId)).Select(i => i.ResourceId).Distinct().ToListAsync(token);
        await occupancy.LockAsync(planned.Sessions.SelectMany(planned.LabOf).Concat(before), planned.Settings.HostCompanyId, token);
    }

    /// <summary>
    /// Brings the lab's reservations up to the plan: what is no longer as it was is given back first, so that two sessions may change
    /// places; then the rest is taken. What is over stays as it was.
    /// </summary>
    private async Task<List<Refusal>> ReserveAsync(
        PlannedCamp planned, List<SessionReservation> held, int number, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var ids = held.ConvertAll(h => h.ReservationId);
        var reservations = await db.Reservations.AsNoTracking().Include(r => r.Items).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, token);
        var wanted = planned.Sessions.Where(s => s.Slot is { } slot && slot.End > now && planned.LabOf(s).Count > 0).ToDictionary(s => s.Reference);
        var reason = $"{planned.Camp.NameEn}: agenda {number}";
        reason = reason[..Math.Min(reason.Length, Reservation.ReasonMaxLength)];
        var refusals = new List<Refusal>();
        foreach (var one in held)
        {
            var reservation = reservations[one.ReservationId];
            if (wanted.TryGetValue(one.SessionReference, out var session) && IsAsWanted(reservation, planned, session))
            {
                wanted.Remove(one.SessionReference);
                continue;
            }

            if (reservation.End <= now) continue;
            if (reservation.State.IsActive())
            {
                var cancelled = await booking.CancelWithinAsync(
                    new CancelReservation { Reference = reservation.Reference, Reason = reason, Forgive = true }, actor, now, token);
                if (!cancelled.Succeeded) refusals.AddRange(cancelled.Refusals);
            }

            if (session is null) db.SessionReservations.Remove(one);
        }

        await db.SaveChangesAsync(token);
        foreach (var session in wanted.Values.OrderBy(s => s.Start).ThenBy(s => s.Id))
        {
            var purpose = $"{planned.Camp.NameHu}: {session.TitleHu}";
            var booked = await booking.ReserveWithinAsync(new ReserveSlot
            {
                ResourceIds = planned.LabOf(session),
                Slot = SessionRules.QuartersOf(session.Slot!.Value),
                CompanyId = planned.Settings.HostCompanyId!.Value,
                Purpose = purpose[..Math.Min(purpose.Length, Reservation.PurposeMaxLength)],
                LotUse = LotUse.ResearchOnly,
                OverrideReason = reason,
                SubmissionKey = Guid.NewGuid(),
            }, actor, now, token);
            if (!booked.Succeeded)
            {
                refusals.Add(new Refusal("LabRefusedSession").With("session", new LocalName(session.TitleHu, session.TitleEn)).With("start", session.Start!.Value));
                refusals.AddRange(booked.Refusals);
                continue;
            }

            // Under its key: what was held for the session before is given back by now.
            if (held.Find(h => h.SessionReference == session.Reference) is { } row) row.Renew(booked.Value.Id);
            else db.SessionReservations.Add(SessionReservation.Create(session.Reference, planned.Camp.Id, booked.Value.Id));
        }

        return refusals;
    }

    private static bool IsAsWanted(Reservation reservation, PlannedCamp planned, CampSession session) =>
        reservation.State is ReservationState.Confirmed or ReservationState.InUse &&
        reservation.Slot == SessionRules.QuartersOf(session.Slot!.Value) && reservation.CompanyId == planned.Settings.HostCompanyId &&
        reservation.Items.Select(i => i.ResourceId).Order().SequenceEqual(planned.LabOf(session));
}
