using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Reservations that stay although their resource changed under them; staff see them listed.</summary>
internal sealed class AffectedByChange(IncubatorDb db)
{
    public Task<List<AffectedReservation>> ByRetiringAsync(long resourceId, DateTimeOffset now, CancellationToken cancel) =>
        db.Reservations.AsNoTracking()
            .Where(r => r.End > now && ReservationStates.Active.Contains(r.State) && r.Items.Any(i => i.ResourceId == resourceId))
            .OrderBy(r => r.Start).ThenBy(r => r.Id)
            .Select(r => new AffectedReservation(r.Id, r.Reference, r.Number, r.CompanyId, new TimeSlot(r.Start, r.End), r.State, r.PersonId, r.LotUse))
            .ToListAsync(cancel);

    /// <summary>Those that hold the resource at a moment when more units are held than there are now.</summary>
    public async Task<IReadOnlyList<AffectedReservation>> ByUnitsAsync(
        long resourceId, int units, DateTimeOffset now, CancellationToken cancel)
    {
        var held = await (
                from item in db.ReservationItems
                join reservation in db.Reservations on item.ReservationId equals reservation.Id
                where item.ResourceId == resourceId && reservation.End > now && ReservationStates.Active.Contains(reservation.State)
                select new { item.ReservationId, item.FromQuarter, item.UntilQuarter })
            .AsNoTracking().ToListAsync(cancel);

        // Ends before starts: touching intervals do not add up.
        var edges = held
            .SelectMany(h => new[] { (At: h.FromQuarter, Step: 1), (At: h.UntilQuarter, Step: -1) })
            .OrderBy(e => e.At).ThenBy(e => e.Step).ToList();
        var crowded = new List<(int From, int Until)>();
        var count = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            count += edges[i].Step;
            if (count > units && edges[i + 1].At > edges[i].At) crowded.Add((edges[i].At, edges[i + 1].At));
        }

        if (crowded.Count == 0) return [];
        var ids = held
            .Where(h => crowded.Any(c => h.FromQuarter < c.Until && c.From < h.UntilQuarter))
            .Select(h => h.ReservationId).ToHashSet();
        return [.. (await ByRetiringAsync(resourceId, now, cancel)).Where(r => ids.Contains(r.Id))];
    }
}
