using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Writes occupancy rows: the one place that knows how a claim is taken and given back. Inside a write transaction only.</summary>
public sealed class OccupancyBook(IncubatorDb db)
{
    /// <summary>
    /// Makes rivals wait: bumps the calendar version of every resource concerned in ascending id order, then of the company
    /// where a quota counts. Before the first read of the transaction.
    /// </summary>
    public async Task LockAsync(IEnumerable<long> resourceIds, long? companyId, CancellationToken cancel)
    {
        foreach (var id in resourceIds.Distinct().Order())
            await db.Resources.Where(r => r.Id == id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), cancel);
        if (companyId is { } company)
            await db.Companies.Where(c => c.Id == company)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), cancel);
    }

    /// <summary>The same for an act on a reservation that exists; what it holds is read before the lock, so it is read again after.</summary>
    public async Task LockAsync(Guid reference, CancellationToken cancel)
    {
        var ids = await db.ReservationItems
            .Where(i => db.Reservations.Any(r => r.Id == i.ReservationId && r.Reference == reference))
            .Select(i => i.ResourceId).ToListAsync(cancel);
        await LockAsync(ids, companyId: null, cancel);
    }

    /// <summary>Takes units for the reservation's wanted resources; others' future items make room where the plan says so.</summary>
    /// <exception cref="InvalidOperationException">The rules were not asked first.</exception>
    public async Task TakeAsync(Reservation reservation, BookingFacts facts, CancellationToken cancel)
    {
        foreach (var wanted in facts.Resources)
        {
            var taken = wanted.Taken.ToList();
            int from = wanted.FromQuarter(facts.Slot), until = wanted.UntilQuarter(facts.Slot);
            for (var n = 0; n < wanted.Units; n++)
            {
                var plan = UnitPlanner.Plan(wanted.Resource.Units, from, until, taken)
                    ?? throw new InvalidOperationException($"{wanted.Resource.Code} has no free unit.");
                await ChangeUnitsAsync(plan.Changes, cancel);
                reservation.Take(wanted.Resource, plan.Unit);
                taken = BookingRules.Apply(taken, plan, from, until);
            }
        }

        if (db.Entry(reservation).State == EntityState.Detached) db.Reservations.Add(reservation);
        // The items get their ids here; the rows that carry them follow in the same transaction.
        await db.SaveChangesAsync(cancel);
        foreach (var item in reservation.Items) db.Occupancy.AddRange(Occupancy.Of(item));
    }

    /// <summary>Gives back all that the reservation holds. Before its times or units change.</summary>
    public async Task FreeAsync(Reservation reservation, CancellationToken cancel)
    {
        foreach (var item in reservation.Items) await FreeAsync(item, item.FromQuarter, item.UntilQuarter, cancel);
    }

    /// <summary>Gives back the quarters [from, until) of an item.</summary>
    public async Task FreeAsync(ReservationItem item, int from, int until, CancellationToken cancel)
    {
        var id = (long?)item.Id;
        await db.Occupancy
            .Where(o => o.ResourceId == item.ResourceId && o.Quarter >= from && o.Quarter < until && o.ReservationItemId == id)
            .ExecuteDeleteAsync(cancel);
        // Rows taken earlier in the same act would be remembered, and stand in the way of whoever comes there now.
        foreach (var row in db.ChangeTracker.Entries<Occupancy>().Where(e => e.Entity.ReservationItemId == id &&
            e.Entity.Quarter >= from && e.Entity.Quarter < until).ToList())
            row.State = EntityState.Detached;
    }

    /// <summary>Takes the window's quarters on its unit, or on every unit.</summary>
    public async Task TakeAsync(MaintenanceWindow window, Resource resource, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        foreach (var unit in window.Unit is { } one ? [one] : Enumerable.Range(1, resource.Units))
            db.Occupancy.AddRange(Occupancy.Of(window, unit));
    }

    /// <summary>Gives back the quarters [from, until) of a window.</summary>
    public async Task FreeAsync(MaintenanceWindow window, int from, int until, CancellationToken cancel)
    {
        var id = (long?)window.Id;
        await db.Occupancy
            .Where(o => o.ResourceId == window.ResourceId && o.Quarter >= from && o.Quarter < until && o.MaintenanceId == id)
            .ExecuteDeleteAsync(cancel);
    }

    /// <summary>The next human number: BK-2026-00123, the year being the local one.</summary>
    public async Task<string> NextNumberAsync(DateTimeOffset now, CancellationToken cancel) => (await NextNumbersAsync(1, now, cancel))[0];

    /// <summary>That many numbers in a row.</summary>
    public Task<IReadOnlyList<string>> NextNumbersAsync(int count, DateTimeOffset now, CancellationToken cancel) =>
        db.NextNumbersAsync("BK", 5, count, now, cancel);

    /// <summary>Units added to a resource that is under maintenance as a whole are under it too, from now on.</summary>
    public async Task HoldNewUnitsAsync(Resource resource, int unitsBefore, DateTimeOffset now, CancellationToken cancel)
    {
        if (resource.Units <= unitsBefore) return;
        var windows = await db.MaintenanceWindows.AsNoTracking()
            .Where(w => w.ResourceId == resource.Id && w.Unit == null && !w.IsCancelled && w.End > now).ToListAsync(cancel);
        foreach (var window in windows)
        {
            for (var unit = unitsBefore + 1; unit <= resource.Units; unit++)
            {
                var there = await db.Occupancy.Where(o => o.ResourceId == resource.Id && o.Unit == unit &&
                    o.Quarter >= window.FromQuarter && o.Quarter < window.UntilQuarter).Select(o => o.Quarter).ToListAsync(cancel);
                db.Occupancy.AddRange(Occupancy.Of(window, unit).Where(o => !there.Contains(o.Quarter)));
            }
        }
    }

    /// <summary>Others' future items change unit.</summary>
    public async Task ChangeUnitsAsync(IReadOnlyList<(long ItemId, int Unit)> changes, CancellationToken cancel)
    {
        if (changes.Count == 0) return;
        var ids = changes.Select(c => c.ItemId).ToList();
        var items = await db.ReservationItems.Where(i => ids.Contains(i.Id)).ToListAsync(cancel);
        // All leave before any arrives: two may swap.
        foreach (var item in items) await FreeAsync(item, item.FromQuarter, item.UntilQuarter, cancel);
        foreach (var item in items)
        {
            item.PutOn(changes.First(c => c.ItemId == item.Id).Unit);
            db.Occupancy.AddRange(Occupancy.Of(item));
        }

        await db.SaveChangesAsync(cancel);
    }
}
