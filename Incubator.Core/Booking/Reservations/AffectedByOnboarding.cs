using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>A coming reservation that would be refused now, and why.</summary>
public sealed record GatedReservation(
    Guid Reference, string Number, long CompanyId, Guid Company, string CompanyName, TimeSlot Slot, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Coming reservations whose company's onboarding no longer lets them be made: something expires before their day, was revoked, or
/// the membership ends. They stay; staff and the company see them listed and decide.
/// </summary>
public sealed class AffectedByOnboarding(IncubatorDb db, OnboardingReader onboarding, TimeProvider clock)
{
    /// <summary>Of all companies only these days are looked at: what lies further ahead is renewed meanwhile, or comes into sight in time.</summary>
    public const int DaysAhead = 42;

    /// <summary>The soonest of them; who has more has other work to do first.</summary>
    private const int Most = 5000;

    /// <param name="companyIds">Theirs, however far ahead; null: every company's of the next <see cref="DaysAhead"/> days.</param>
    public async Task<IReadOnlyList<GatedReservation>> ReadAsync(IReadOnlyCollection<long>? companyIds, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var (since, end) = (now - Reservation.MaxLength, LabTime.StartOf(today.AddDays(DaysAhead)));
        var coming = await (
                from r in db.Reservations
                join c in db.Companies on r.CompanyId equals c.Id
                where r.End > now && r.Start > since && (companyIds == null ? r.Start < end : companyIds.Contains(r.CompanyId)) &&
                    (r.State == ReservationState.Confirmed || r.State == ReservationState.Requested || r.State == ReservationState.Held)
                orderby r.Start, r.Id
                select new
                {
                    r.Reference,
                    r.Number,
                    r.CompanyId,
                    Company = c.Reference,
                    c.Name,
                    r.PersonId,
                    r.LotUse,
                    r.Start,
                    r.End,
                    Overridden = r.OverrideReason != null,
                })
            .AsNoTracking().Take(Most).ToListAsync(cancel);
        if (coming.Count == 0) return [];
        var facts = await onboarding.ReadAsync([.. coming.Select(r => r.CompanyId).Distinct()], cancel);
        var affected = new List<GatedReservation>();
        foreach (var r in coming)
        {
            var slot = new TimeSlot(r.Start, r.End);
            // What staff went past with a reason is known to them.
            var refusals = OnboardingRules
                .Gate(facts[r.CompanyId], r.PersonId, OnboardingRules.DaysOf(slot).Where(d => d >= today), r.LotUse)
                .Where(refusal => !(refusal.Overridable && r.Overridden)).ToList();
            if (refusals.Count > 0) affected.Add(new(r.Reference, r.Number, r.CompanyId, r.Company, r.Name, slot, refusals));
        }

        return affected;
    }
}
