using System.Globalization;
using Incubator.Core.Notifications;

namespace Incubator.Core.Booking;

/// <summary>
/// A reservation as calendars know it: mails and feeds tell the same of it. Setup and cleanup are left out: they are the machine's
/// time, not the people's.
/// </summary>
public static class Appointments
{
    /// <summary>The same from booking to the end, whatever becomes of it.</summary>
    public static string UidOf(Guid reservation) => $"reservation-{reservation:N}@incubator.debrecen";

    /// <param name="resources">Of all its items.</param>
    /// <param name="sites">The names of the resources' sites, by id.</param>
    /// <param name="language">"hu" or "en": of the reader.</param>
    public static Appointment Of(
        Reservation reservation, IReadOnlyDictionary<long, Resource> resources, IReadOnlyDictionary<long, string> sites, string language)
    {
        var items = reservation.Items.Select(i => i.ResourceId).ToList();
        var taken = items.Distinct().Order().Select(id => resources[id]).ToList();
        var places = taken.Select(r => r.Room).Concat(taken.Select(r => r.SiteId is { } site ? sites.GetValueOrDefault(site) : null))
            .Where(p => !string.IsNullOrWhiteSpace(p)).Distinct();
        return new Appointment
        {
            Uid = UidOf(reservation.Reference),
            Sequence = reservation.Sequence,
            Start = reservation.Start,
            End = reservation.End,
            Title = $"{NamesOf(items, resources, language)} ({reservation.Number})",
            Place = string.Join(", ", places) is { Length: > 0 } place ? place : null,
            Link = $"/booking/reservations/{reservation.Reference}",
            IsCancelled = IsGone(reservation.State),
        };
    }

    /// <summary>"Spray dryer, Freeze dryer × 2".</summary>
    /// <param name="items">The resource of each item; named twice: two units.</param>
    public static string NamesOf(IEnumerable<long> items, IReadOnlyDictionary<long, Resource> resources, string language) =>
        string.Join(", ", items.GroupBy(id => id).OrderBy(g => g.Key).Select(g => (Name: resources[g.Key].Name(language), Units: g.Count()))
            .Select(t => t.Units == 1 ? t.Name : string.Create(CultureInfo.InvariantCulture, $"{t.Name} × {t.Units}")));

    /// <summary>Struck out in the calendars of those who had it there. A no-show stays: it was their time.</summary>
    public static bool IsGone(ReservationState state) => state is ReservationState.Rejected or ReservationState.Expired or
        ReservationState.Cancelled or ReservationState.LateCancelled or ReservationState.Displaced;
}
