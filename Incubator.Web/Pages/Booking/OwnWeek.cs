using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Companies.Onboarding;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking;

/// <summary>For the home page of a company's person: their next reservations, and what is free in the coming days.</summary>
public sealed class OwnWeek(IncubatorDb db, FreeTimes freeTimes, OnboardingBook onboarding, TimeProvider clock)
{
    private const int ReservationsShown = 5;
    private const int TimesShown = 6;
    private const int ResourcesAsked = 12;
    private const int Minutes = 120;
    private const int UsedWithinDays = 90;

    public async Task<Shown> LoadAsync(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new Shown(now, await NextAsync(actor, now, cancel), await FreeAsync(actor, now, cancel), await StepsAsync(actor, cancel));
    }

    /// <summary>Of each company where something is to be done: by the reader, or by its managers.</summary>
    private async Task<IReadOnlyList<OpenSteps>> StepsAsync(Actor actor, CancellationToken cancel) =>
        [.. (await onboarding.ReadAsync(actor.CompanyIds, cancel))
            .Select(c => new OpenSteps(
                c.Reference, c.Name, c.Steps.Count(s => s.IsOpen && !s.ExpiresSoon && (s.PersonId is null || s.PersonId == actor.PersonId)),
                c.Steps.Count(s => s.ExpiresSoon && (s.PersonId is null || s.PersonId == actor.PersonId))))
            .Where(c => c.Missing + c.Ending > 0)];

    private Task<List<ReservationRow>> NextAsync(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        // None that still counts began earlier; the lower bound keeps the read short.
        var since = now - (2 * Reservation.MaxLength);
        return db.ReadRowsAsync(db.Reservations
            .Where(r => actor.CompanyIds.Contains(r.CompanyId) && r.Start > since &&
                (r.State == ReservationState.InUse ||
                    ((r.State == ReservationState.Confirmed || r.State == ReservationState.Displaced) && r.End > now)))
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Take(ReservationsShown), cancel);
    }

    private async Task<IReadOnlyList<Time>> FreeAsync(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        // First what the company uses, then one of each kind, so that a newcomer sees something too.
        var since = now.AddDays(-UsedWithinDays);
        var used = await (
                from reservation in db.Reservations
                from item in reservation.Items
                where actor.CompanyIds.Contains(reservation.CompanyId) && reservation.Start > since
                group item by item.ResourceId into uses
                orderby uses.Count() descending, uses.Key
                select uses.Key)
            .Take(TimesShown).ToListAsync(cancel);
        var ofEachKind = await db.Resources.Where(r => r.RetiredAt == null)
            .GroupBy(r => r.CategoryId).Select(kind => kind.Min(r => r.Id)).OrderBy(id => id).Take(ResourcesAsked).ToListAsync(cancel);
        var today = LabTime.DateOf(now);
        var found = await freeTimes.FindAsync(new FindFreeTime
        {
            ResourceIds = [.. used.Union(ofEachKind).Take(ResourcesAsked)],
            Minutes = Minutes,
            From = today,
            Until = today.AddDays(6),
            FirstOfEach = true,
            CompanyId = actor.CompanyIds[0],
            Take = TimesShown,
        }, actor, cancel);
        var ids = found.Select(f => f.ResourceId).ToList();
        var names = await db.Resources.Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Code, Name = new LocalName(r.NameHu, r.NameEn) }).ToDictionaryAsync(r => r.Id, cancel);
        return [.. found.Select(f => new Time(names[f.ResourceId].Code, names[f.ResourceId].Name.In(LabFormat.Language), f.Slot, f.LotUse))];
    }

    public sealed record Shown(DateTimeOffset Now, IReadOnlyList<ReservationRow> Next, IReadOnlyList<Time> Free, IReadOnlyList<OpenSteps> Steps);

    /// <param name="Ending">Done, but ending soon.</param>
    public sealed record OpenSteps(Guid Company, string Name, int Missing, int Ending);

    public sealed record Time(string Code, string Name, TimeSlot Slot, LotUse LotUse);
}
