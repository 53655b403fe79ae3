using System.Security.Cryptography;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>One use that is over, as another system recorded it.</summary>
public sealed record ImportedReservation
{
    /// <summary>How the other system names the row; faults say it.</summary>
    public required string Row { get; init; }

    public required long ResourceId { get; init; }

    /// <summary>The single machine used; it cannot have been used twice at once.</summary>
    public required string Machine { get; init; }

    /// <summary>To the second; the reservation holds the quarter-hours around it.</summary>
    public required TimeSlot Used { get; init; }
}

/// <summary>A row that was left out, and why.</summary>
public sealed record ImportFault(string Row, Refusal Refusal);

/// <param name="Kept">Rows that are reservations now.</param>
/// <param name="AlreadyThere">Rows that an earlier import brought.</param>
public sealed record ReservationImportOutcome(int Kept, int AlreadyThere, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// Brings in what was used before this program: completed reservations with their use sessions. The rules on shape, length and
/// overlap judge them as they judge a booking; those about the future (notice, horizon, quota, opening times) have nothing to say
/// of the past. Each resource is a transaction of its own; the same rows again change nothing.
/// </summary>
public sealed class ReservationImport(IncubatorDb db, TimeProvider clock)
{
    private const string Purpose = "Import";
    private readonly OccupancyBook occupancy = new(db);
    private readonly CalendarReader calendar = new(db);

    public async Task<Result<ReservationImportOutcome>> ImportAsync(
        long companyId, IEnumerable<ImportedReservation> rows, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff || !await db.Companies.AnyAsync(c => c.Id == companyId, cancel)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var faults = new List<ImportFault>();
        int kept = 0, there = 0;
        foreach (var resource in rows.GroupBy(r => r.ResourceId).OrderBy(g => g.Key))
        {
            var part = await db.CommitAsync<ReservationImportOutcome>(
                token => ImportAsync(companyId, resource.Key, [.. resource], actor, now, token), BookingDesk.TakenKey, cancel);
            if (part.Succeeded)
            {
                kept += part.Value.Kept;
                there += part.Value.AlreadyThere;
                faults.AddRange(part.Value.Faults);
            }
            else
            {
                faults.AddRange(resource.Select(r => new ImportFault(r.Row, part.Refusals[0])));
            }
        }

        return new ReservationImportOutcome(kept, there, faults);
    }

    private async Task<Result<ReservationImportOutcome>> ImportAsync(
        long companyId, long resourceId, IReadOnlyList<ImportedReservation> rows, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        await occupancy.LockAsync([resourceId], null, token);
        if (await db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == resourceId, token) is not { } resource) return Refusal.NotFound;
        var policies = await db.BookingPolicies.AsNoTracking().ToListAsync(token);
        var faults = new List<ImportFault>();
        var sound = new List<(ImportedReservation Row, TimeSlot Slot, Guid Key)>();
        foreach (var row in rows)
        {
            if (Fault(row, resource, policies, now) is { } fault) faults.Add(new ImportFault(row.Row, fault));
            else sound.Add((row, Rounded(row.Used), KeyOf(row)));
        }

        if (sound.Count == 0) return new ReservationImportOutcome(0, 0, faults);
        var known = await KnownAsync(resourceId, token);
        var there = sound.RemoveAll(s => known.Contains(s.Key));
        var placed = await PlaceAsync(resource, sound, faults, token);
        await WriteAsync(companyId, resource, placed, actor, now, token);
        return new ReservationImportOutcome(placed.Count, there, faults);
    }

    private static Refusal? Fault(ImportedReservation row, Resource resource, List<BookingPolicy> policies, DateTimeOffset now)
    {
        if (!row.Used.IsValid) return new Refusal(BookingRefusals.InvalidSlot, "End");
        if (row.Used.End > now) return new Refusal(BookingRefusals.NotOverYet, "End");
        var policy = EffectivePolicy.Of(resource, policies, LabTime.DateOf(row.Used.Start));
        return BookingRules.Terms(row.Used, now, resource, policy).FirstOrDefault(r => r.Code == BookingRefusals.TooLong)
            ?? BookingRules.Shape(Rounded(row.Used));
    }

    /// <summary>A unit for each, in the order they happened; what meets an earlier one is a fault.</summary>
    private async Task<List<(ImportedReservation Row, TimeSlot Slot, Guid Key, int Unit)>> PlaceAsync(
        Resource resource, List<(ImportedReservation Row, TimeSlot Slot, Guid Key)> rows, List<ImportFault> faults, CancellationToken token)
    {
        var placed = new List<(ImportedReservation, TimeSlot, Guid, int)>(rows.Count);
        if (rows.Count == 0) return placed;
        var near = await calendar.TakenAsync(
            resource.Id, From(rows.Min(r => r.Slot.Start)), Until(rows.Max(r => r.Slot.End)), exceptReservation: null, token);
        var busyUntil = new Dictionary<string, DateTimeOffset>();
        foreach (var row in rows.OrderBy(r => r.Row.Used.Start).ThenBy(r => r.Row.Used.End))
        {
            int from = From(row.Slot.Start), until = Until(row.Slot.End);
            near.RemoveAll(t => t.Until <= from);
            var machineBusy = busyUntil.TryGetValue(row.Row.Machine, out var busy) && busy > row.Row.Used.Start;
            if (machineBusy || UnitPlanner.FreeUnit(resource.Units, from, until, near) is not { } unit)
            {
                faults.Add(new ImportFault(row.Row.Row, BookingRefusals.For(BookingRefusals.SlotTaken, resource, "Start")
                    .With("start", row.Row.Used.Start)
                    .With("end", machineBusy ? busy : QuarterHour.Start(near.Where(t => t.Overlaps(from, until)).Max(t => t.Until)))));
                continue;
            }

            busyUntil[row.Row.Machine] = row.Row.Used.End;
            near.Add(new Taken(unit, from, until, null, null, false));
            placed.Add((row.Row, row.Slot, row.Key, unit));
        }

        return placed;

        int From(DateTimeOffset start) => QuarterHour.Of(start.AddMinutes(-resource.SetupMinutes));
        int Until(DateTimeOffset end) => QuarterHour.AtOrAfter(end.AddMinutes(resource.CleanupMinutes));
    }

    private async Task WriteAsync(
        long companyId, Resource resource, List<(ImportedReservation Row, TimeSlot Slot, Guid Key, int Unit)> rows, Actor actor,
        DateTimeOffset now, CancellationToken token)
    {
        var numbers = await occupancy.NextNumbersAsync(rows.Count, now, token);
        var reservations = rows.Select((row, i) =>
        {
            var reservation = Reservation.Confirm(
                numbers[i], companyId, null, actor.PersonId, now, row.Slot, Purpose, row.Row.Row, null, null, row.Slot.Start, row.Key);
            reservation.Take(resource, row.Unit);
            reservation.Become(ReservationState.InUse);
            reservation.Become(ReservationState.Completed);
            return reservation;
        }).ToList();
        db.Reservations.AddRange(reservations);
        // The ids; what carries them follows in the same transaction.
        await db.SaveChangesAsync(token);
        for (var i = 0; i < rows.Count; i++)
        {
            var item = reservations[i].Items[0];
            var session = UseSession.Open(item, rows[i].Row.Used.Start, null);
            session.Close(rows[i].Row.Used.End, null);
            db.UseSessions.Add(session);
            db.Occupancy.AddRange(Occupancy.Of(item));
            foreach (var act in new[] { ReservationState.Confirmed, ReservationState.InUse, ReservationState.Completed })
                db.Record(nameof(Reservation), reservations[i].Id, act.ToString(), actor, now, reason: act == ReservationState.Confirmed ? Purpose : null);
        }
    }

    private async Task<HashSet<Guid>> KnownAsync(long resourceId, CancellationToken token) =>
        [.. await db.Reservations.Where(r => r.Purpose == Purpose && r.Items.Any(i => i.ResourceId == resourceId)).Select(r => r.SubmissionKey).ToListAsync(token)];

    private static TimeSlot Rounded(TimeSlot used) =>
        new(QuarterHour.Start(QuarterHour.Of(used.Start)), QuarterHour.RoundUp(used.End));

    private static Guid KeyOf(ImportedReservation row)
    {
        var text = string.Join('\n', row.ResourceId, row.Machine, row.Row, row.Used.Start.UtcTicks, row.Used.End.UtcTicks);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
