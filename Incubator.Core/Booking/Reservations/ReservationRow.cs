using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>A reservation as lists show it.</summary>
public sealed record ReservationRow(
    long Id, Guid Reference, string Number, ReservationState State, DateTimeOffset Start, DateTimeOffset End, string Purpose, string Company,
    LotUse LotUse, long CompanyId)
{
    public IReadOnlyList<Named> Resources { get; init; } = [];

    public TimeSlot Slot => new(Start, End);

    /// <summary>The company has not used anything here before.</summary>
    public bool IsFirstVisit { get; init; }

    public string WhatIn(string language) => string.Join(", ", Resources.Select(r => language == "hu" ? r.Hu : r.En));

    /// <summary>From the beginning of its preparation until its end.</summary>
    public bool MayBegin(DateTimeOffset now) => State == ReservationState.Confirmed && now < End &&
        Resources.Count > 0 && now >= QuarterHour.Start(Resources.Min(r => r.FromQuarter));

    /// <param name="FromQuarter">From when on it is held, preparation included.</param>
    public sealed record Named(string Code, string Hu, string En, int FromQuarter);
}

public static class ReservationRows
{
    /// <summary>Two reads, whatever the number: the reservations, then their resources.</summary>
    public static async Task<List<ReservationRow>> ReadRowsAsync(this IncubatorDb db, IQueryable<Reservation> reservations, CancellationToken cancel)
    {
        var rows = await reservations
            .Select(r => new ReservationRow(
                r.Id, r.Reference, r.Number, r.State, r.Start, r.End, r.Purpose,
                db.Companies.Where(c => c.Id == r.CompanyId).Select(c => c.Name).First(), r.LotUse, r.CompanyId))
            .AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0) return rows;
        var ids = rows.ConvertAll(r => r.Id);
        var items = (await (
                    from i in db.ReservationItems
                    join r in db.Resources on i.ResourceId equals r.Id
                    where ids.Contains(i.ReservationId)
                    orderby r.Code
                    select new { i.ReservationId, Named = new ReservationRow.Named(r.Code, r.NameHu, r.NameEn, i.FromQuarter) })
                .AsNoTracking().ToListAsync(cancel))
            .ToLookup(i => i.ReservationId, i => i.Named);
        return rows.ConvertAll(r => r with { Resources = [.. items[r.Id].Distinct()] });
    }
}
