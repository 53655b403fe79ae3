using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>A row that breaks what must always hold.</summary>
/// <param name="Code">Which invariant, as a past fact.</param>
/// <param name="Rows">The rows, as "Table id".</param>
public sealed record Finding(string Code, string Rows);

/// <summary>
/// Proves on any database what booking promises: nothing overlaps, the occupancy rows say just what reservations and
/// maintenance say, states and history agree. Reads resource by resource, so that its memory does not grow with the years.
/// </summary>
public sealed class InvariantCheck(IncubatorDb db, TimeProvider clock)
{
    private static readonly string[] StateActs = [.. Enum.GetNames<ReservationState>()];

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel = default)
    {
        var findings = new List<Finding>();
        foreach (var resource in await db.Resources.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel))
            findings.AddRange(await CheckResourceAsync(resource, cancel));
        findings.AddRange(await CheckReservationsAsync(cancel));
        findings.AddRange(await CheckUseAsync(cancel));
        findings.AddRange(await CheckNumbersAsync(cancel));
        return findings;
    }

    private async Task<List<Finding>> CheckResourceAsync(long resourceId, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var units = await db.Resources.Where(r => r.Id == resourceId).Select(r => r.Units).SingleAsync(cancel);
        var occupying = ReservationStates.Occupying;
        var claims = (await (
                from item in db.ReservationItems
                join reservation in db.Reservations on item.ReservationId equals reservation.Id
                where item.ResourceId == resourceId && occupying.Contains(reservation.State)
                select new { item.Id, item.Unit, item.FromQuarter, item.UntilQuarter, item.SetupMinutes, item.CleanupMinutes, reservation.Start, reservation.End })
            .AsNoTracking().ToListAsync(cancel));
        foreach (var item in claims.Where(i => QuarterHour.Of(i.Start.AddMinutes(-i.SetupMinutes)) != i.FromQuarter ||
            QuarterHour.AtOrAfter(i.End.AddMinutes(i.CleanupMinutes)) != i.UntilQuarter))
            findings.Add(new Finding("WindowDiffersFromTimes", $"ReservationItems {item.Id}"));

        var expected = claims
            .Select(i => (i.Unit, From: i.FromQuarter, Until: i.UntilQuarter, Item: (long?)i.Id, Window: (long?)null))
            .ToList();
        var windows = await db.MaintenanceWindows.AsNoTracking()
            .Where(w => w.ResourceId == resourceId && !w.IsCancelled).ToListAsync(cancel);
        foreach (var window in windows)
            foreach (var unit in window.Unit is { } one ? [one] : Enumerable.Range(1, units))
                expected.Add((unit, window.FromQuarter, window.UntilQuarter, null, window.Id));

        foreach (var unit in expected.GroupBy(e => e.Unit))
        {
            var last = default((int Unit, int From, int Until, long? Item, long? Window));
            foreach (var claim in unit.OrderBy(e => e.From).ThenBy(e => e.Until))
            {
                if (last.Until > claim.From && claim.From < claim.Until && last.From < last.Until)
                    findings.Add(new Finding("Overlapped", $"{Name(last.Item, last.Window)} and {Name(claim.Item, claim.Window)}"));
                if (claim.Until > last.Until) last = claim;
            }
        }

        findings.AddRange(await CheckOccupancyAsync(resourceId, expected, windows.Select(w => w.Id).ToHashSet(), units, cancel));
        return findings;
    }

    private async Task<List<Finding>> CheckOccupancyAsync(
        long resourceId, List<(int Unit, int From, int Until, long? Item, long? Window)> expected, HashSet<long> windows, int units,
        CancellationToken cancel)
    {
        var now = QuarterHour.Of(clock.GetUtcNow());
        var findings = new List<Finding>();
        var present = new Dictionary<(long? Item, long? Window, int Unit), (int Count, int Min, int Max)>();
        var rows = db.Occupancy.AsNoTracking().Where(o => o.ResourceId == resourceId)
            .OrderBy(o => o.Quarter).ThenBy(o => o.Unit)
            .Select(o => new { o.Quarter, o.Unit, o.ReservationItemId, o.MaintenanceId }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var key = (row.ReservationItemId, row.MaintenanceId, row.Unit);
            present[key] = present.TryGetValue(key, out var seen) ? (seen.Count + 1, seen.Min, row.Quarter) : (1, row.Quarter, row.Quarter);
        }

        foreach (var (unit, from, until, item, window) in expected)
        {
            var had = present.Remove((item, window, unit), out var seen);
            if (until <= from ? had : !had || seen != (until - from, from, until - 1))
            {
                // Units added after a window of the whole resource was over were never under it.
                if (window is not null && !had && unit > 1 && until <= now) continue;
                findings.Add(new Finding("OccupancyDiffered", $"{Name(item, window)} on resource {resourceId} unit {unit}"));
            }
        }

        foreach (var (item, window, unit) in present.Keys)
        {
            // A window of the whole resource keeps the units the resource had when it was placed.
            if (window is { } known && windows.Contains(known) && unit > units) continue;
            findings.Add(new Finding("OccupancyWithoutClaim", $"Occupancy of resource {resourceId} unit {unit}: {Name(item, window)}"));
        }

        return findings;
    }

    private async Task<List<Finding>> CheckReservationsAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        const int page = 20_000;
        long after = 0;
        while (true)
        {
            var reservations = await db.Reservations.AsNoTracking().Where(r => r.Id > after).OrderBy(r => r.Id).Take(page)
                .Select(r => new { r.Id, r.State, r.Start, r.End, Items = r.Items.Count }).ToListAsync(cancel);
            if (reservations.Count == 0) return findings;
            var (first, last) = (reservations[0].Id, reservations[^1].Id);
            var history = (await db.History.AsNoTracking()
                    .Where(h => h.Subject == nameof(Reservation) && h.SubjectId >= first && h.SubjectId <= last)
                    .OrderBy(h => h.Id).Select(h => new { h.SubjectId, h.Act }).ToListAsync(cancel))
                .ToLookup(h => h.SubjectId, h => h.Act);
            foreach (var r in reservations)
            {
                var name = $"Reservations {r.Id}";
                if (r.Items == 0) findings.Add(new Finding("WithoutItems", name));
                if (r.End < r.Start || (r.End == r.Start && r.State != ReservationState.Completed)) findings.Add(new Finding("TimesOutOfOrder", name));
                if (!QuarterHour.IsOn(r.Start) || !QuarterHour.IsOn(r.End)) findings.Add(new Finding("OffTheQuarter", name));
                if (!Enum.IsDefined(r.State)) findings.Add(new Finding("UnknownState", name));
                var acts = history[r.Id].Where(StateActs.Contains).ToList();
                if (acts.Count == 0) findings.Add(new Finding("HistoryMissing", name));
                else if (acts[^1] != r.State.ToString()) findings.Add(new Finding("HistoryDiffered", name));
                else if (acts[0] is not (nameof(ReservationState.Confirmed) or nameof(ReservationState.Requested) or nameof(ReservationState.Held)) ||
                    acts.Zip(acts.Skip(1)).Any(p => !Enum.Parse<ReservationState>(p.First).MayBecome(Enum.Parse<ReservationState>(p.Second))))
                    findings.Add(new Finding("HistoryImpossible", name));
            }

            after = last;
        }
    }

    private async Task<List<Finding>> CheckUseAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var open = await (
            from session in db.UseSessions
            join item in db.ReservationItems on session.ReservationItemId equals item.Id
            join reservation in db.Reservations on item.ReservationId equals reservation.Id
            where session.EndedAt == null && reservation.State != ReservationState.InUse
            select session.Id).ToListAsync(cancel);
        findings.AddRange(open.Select(id => new Finding("UseLeftOpen", $"UseSessions {id}")));
        var backwards = await db.UseSessions.Where(s => s.EndedAt < s.StartedAt).Select(s => s.Id).ToListAsync(cancel);
        findings.AddRange(backwards.Select(id => new Finding("TimesOutOfOrder", $"UseSessions {id}")));
        var running = await db.Reservations
            .Where(r => r.State == ReservationState.InUse && r.Items.Any(i => !db.UseSessions.Any(s => s.ReservationItemId == i.Id && s.EndedAt == null)))
            .Select(r => r.Id).ToListAsync(cancel);
        findings.AddRange(running.Select(id => new Finding("InUseWithoutSession", $"Reservations {id}")));
        return findings;
    }

    private async Task<List<Finding>> CheckNumbersAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var series in await db.NumberSeries.AsNoTracking().ToListAsync(cancel))
        {
            var prefix = $"{series.Key}-{series.Year}-";
            var highest = await db.Reservations.Where(r => r.Number.StartsWith(prefix))
                .OrderByDescending(r => r.Number.Length).ThenByDescending(r => r.Number).Select(r => r.Number).FirstOrDefaultAsync(cancel);
            if (highest is not null && long.TryParse(highest.AsSpan(prefix.Length), out var number) && number > series.Last)
                findings.Add(new Finding("NumberBeyondSeries", $"NumberSeries {prefix}{series.Last} below {highest}"));
        }

        return findings;
    }

    private static string Name(long? item, long? window) => item is not null ? $"ReservationItems {item}" : $"MaintenanceWindows {window}";
}
