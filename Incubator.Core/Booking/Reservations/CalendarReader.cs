using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Gathers what the rules look at. Inside a write transaction call it after <see cref="OccupancyBook.LockAsync"/>;
/// outside it gives the same facts for a preview.
/// </summary>
public sealed class CalendarReader(IncubatorDb db)
{
    private readonly OnboardingReader gate = new(db);

    /// <param name="resourceIds">Named twice: two units.</param>
    /// <param name="exceptReservation">The reservation that is being moved: its own claims do not stand in its way.</param>
    /// <param name="onboarding">Where it was read already; null: it is read here.</param>
    public async Task<BookingFacts> GatherAsync(
        TimeSlot slot, IReadOnlyList<long> resourceIds, long companyId, long? personId, Actor actor, DateTimeOffset now,
        long? exceptReservation, LotUse lotUse, OnboardingFacts? onboarding, CancellationToken cancel)
    {
        var wanted = resourceIds.GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());
        var ids = wanted.Keys.Order().ToList();
        var resources = await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancel);
        var policies = await db.BookingPolicies.AsNoTracking().ToListAsync(cancel);
        DateOnly first = LabTime.DateOf(slot.Start), last = LabTime.DateOf(slot.End);
        var calendar = await OpeningAsync(first.AddDays(-1), last.AddDays(2), cancel);
        var facts = new List<ResourceFacts>(resources.Count);
        foreach (var resource in resources)
        {
            var one = new ResourceFacts
            {
                Resource = resource,
                Units = wanted[resource.Id],
                Policy = EffectivePolicy.Of(resource, policies, first),
                Open = calendar.Open(first.AddDays(-1), last.AddDays(2), resource.SiteId, resource.Id),
                Taken = [],
            };
            facts.Add(await WithTakenAsync(one, slot, exceptReservation, now, cancel));
        }

        var member = actor.PersonId is { } acting
            ? await db.CompanyMembers.AsNoTracking().FirstOrDefaultAsync(m => m.CompanyId == companyId && m.PersonId == acting, cancel)
            : null;
        var company = actor.ActsFor(companyId)
            ? await db.Companies.AsNoTracking().FirstOrDefaultAsync(c => c.Id == companyId, cancel)
            : null;
        var belongs = personId is null || personId == member?.PersonId ||
            await db.CompanyMembers.AnyAsync(m => m.CompanyId == companyId && m.PersonId == personId, cancel);
        return new BookingFacts
        {
            Now = now,
            Slot = slot,
            ByStaff = actor.IsStaff,
            Company = company,
            Membership = member?.Role,
            PersonBelongs = belongs,
            PersonId = personId,
            Onboarding = company is null ? OnboardingFacts.None : onboarding ?? await gate.ReadAsync(companyId, cancel),
            LotUse = lotUse,
            Resources = facts,
            Counted = facts.Any(f => f.Policy.Quotas.Count > 0)
                ? await CountedAsync(companyId, slot, now, exceptReservation, cancel)
                : [],
        };
    }

    public async Task<OpeningCalendar> OpeningAsync(DateOnly from, DateOnly until, CancellationToken cancel) => new(
        await db.OpeningPatterns.AsNoTracking().ToListAsync(cancel),
        await db.CalendarExceptions.AsNoTracking().Where(e => e.Date >= from && e.Date < until).ToListAsync(cancel));

    /// <summary>What holds the resource's units within the quarters, item by item, clipped to them.</summary>
    public async Task<List<Taken>> TakenAsync(long resourceId, int from, int until, long? exceptReservation, CancellationToken cancel)
    {
        var rows = await db.Occupancy.AsNoTracking()
            .Where(o => o.ResourceId == resourceId && o.Quarter >= from && o.Quarter < until)
            .OrderBy(o => o.Quarter)
            .Select(o => new { o.Quarter, o.Unit, o.ReservationItemId, o.MaintenanceId })
            .ToListAsync(cancel);
        if (exceptReservation is { } own && rows.Count > 0)
        {
            var ownItems = await db.ReservationItems.Where(i => i.ReservationId == own).Select(i => (long?)i.Id).ToListAsync(cancel);
            rows.RemoveAll(r => r.ReservationItemId is not null && ownItems.Contains(r.ReservationItemId));
        }

        return [.. rows
            .GroupBy(r => (r.Unit, r.ReservationItemId, r.MaintenanceId))
            .Select(g => new Taken(g.Key.Unit, g.Min(r => r.Quarter), g.Max(r => r.Quarter) + 1, g.Key.ReservationItemId, g.Key.MaintenanceId, false))];
    }

    private async Task<ResourceFacts> WithTakenAsync(
        ResourceFacts facts, TimeSlot slot, long? exceptReservation, DateTimeOffset now, CancellationToken cancel)
    {
        if (BookingRules.Shape(slot) is not null) return facts;
        int from = facts.FromQuarter(slot), until = facts.UntilQuarter(slot);
        var taken = await TakenAsync(facts.Resource.Id, from, until, exceptReservation, cancel);
        if (taken.Count == 0) return facts;

        var itemIds = taken.Where(t => t.ItemId is not null).Select(t => t.ItemId!.Value).Distinct().ToList();
        var items = await ItemsAsync(itemIds, cancel);
        if (facts.Resource.Units > 1)
        {
            // Whoever may change unit drags its neighbours in; widen until nothing new is touched.
            while (true)
            {
                var movable = items.Values.Where(i => IsMovable(i, now)).ToList();
                int wideFrom = Math.Min(from, movable.Select(i => i.From).DefaultIfEmpty(from).Min());
                int wideUntil = Math.Max(until, movable.Select(i => i.Until).DefaultIfEmpty(until).Max());
                if (wideFrom == from && wideUntil == until) break;
                (from, until) = (wideFrom, wideUntil);
                taken = await TakenAsync(facts.Resource.Id, from, until, exceptReservation, cancel);
                items = await ItemsAsync([.. taken.Where(t => t.ItemId is not null).Select(t => t.ItemId!.Value).Distinct()], cancel);
            }
        }

        return facts with
        {
            Taken = [.. taken.Select(t => t.ItemId is { } id && items.TryGetValue(id, out var item)
                ? t with { From = item.From, Until = item.Until, Movable = facts.Resource.Units > 1 && IsMovable(item, now) }
                : t)],
            Holders = items.ToDictionary(i => i.Key, i => new Holder(i.Value.Number, i.Value.CompanyId, new TimeSlot(i.Value.Start, i.Value.End))),
        };
    }

    private async Task<Dictionary<long, HeldItem>> ItemsAsync(List<long> ids, CancellationToken cancel) => await (
            from item in db.ReservationItems
            join reservation in db.Reservations on item.ReservationId equals reservation.Id
            where ids.Contains(item.Id)
            select new HeldItem(item.Id, item.FromQuarter, item.UntilQuarter, reservation.Number, reservation.CompanyId, reservation.Start, reservation.End, reservation.State))
        .AsNoTracking()
        .ToDictionaryAsync(i => i.Id, cancel);

    // Future and unstarted: its setup has not begun.
    private static bool IsMovable(HeldItem item, DateTimeOffset now) =>
        item.State is ReservationState.Confirmed or ReservationState.Requested && item.From > QuarterHour.Of(now);

    private async Task<List<CountedUse>> CountedAsync(
        long companyId, TimeSlot slot, DateTimeOffset now, long? exceptReservation, CancellationToken cancel)
    {
        var periods = BookingRules.WeeksOf(slot).Concat(BookingRules.MonthsOf(slot)).ToList();
        DateTimeOffset from = periods.Min(p => p.Start), until = periods.Max(p => p.End), earliest = from - Reservation.MaxLength;
        var active = ReservationStates.Active;
        var counting = ReservationStates.Occupying.Append(ReservationState.NoShow).ToArray();
        return await (
                from reservation in db.Reservations
                join item in db.ReservationItems on reservation.Id equals item.ReservationId
                join resource in db.Resources on item.ResourceId equals resource.Id
                where reservation.CompanyId == companyId && reservation.Id != (exceptReservation ?? 0) &&
                    counting.Contains(reservation.State) &&
                    ((reservation.Start >= earliest && reservation.Start < until) || reservation.Start >= now)
                select new CountedUse(
                    new TimeSlot(reservation.Start, reservation.End), item.ResourceId, resource.CategoryId, reservation.PersonId,
                    reservation.Id, reservation.End > now && active.Contains(reservation.State)))
            .AsNoTracking()
            .ToListAsync(cancel);
    }

    private sealed record HeldItem(
        long Id, int From, int Until, string Number, long CompanyId, DateTimeOffset Start, DateTimeOffset End, ReservationState State);
}
