using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>One resource as the calendars show it.</summary>
public sealed record CalendarResource(
    long Id, string Code, string NameHu, string NameEn, long CategoryId, long? SiteId, string? Room, int Units,
    int SetupMinutes, int CleanupMinutes, DateTimeOffset? RetiredAt)
{
    public string Name(string language) => language == "hu" ? NameHu : NameEn;
}

public static class CalendarResources
{
    public static IQueryable<CalendarResource> AsCalendar(this IQueryable<Resource> resources) => resources.Select(r => new CalendarResource(
        r.Id, r.Code, r.NameHu, r.NameEn, r.CategoryId, r.SiteId, r.Room, r.Units, r.SetupMinutes, r.CleanupMinutes, r.RetiredAt));
}

/// <summary>
/// The calendar on the wall: what anyone who books may see of resources and days. Reads a bounded stretch of occupancy,
/// however many reservations there are; whose a reservation is, it tells only to the company itself and to staff.
/// </summary>
public sealed class WallCalendar(IncubatorDb db)
{
    /// <param name="first">First local day.</param>
    /// <param name="last">Last local day, included.</param>
    /// <returns>For each resource, its days in order.</returns>
    public async Task<Dictionary<long, DayPlan[]>> ReadAsync(
        IReadOnlyList<CalendarResource> resources, DateOnly first, DateOnly last, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var until = last.AddDays(1);
        var opening = await new CalendarReader(db).OpeningAsync(first, until, cancel);
        var policies = await db.BookingPolicies.AsNoTracking().ToListAsync(cancel);
        var holds = await HoldsAsync(resources, first, until, actor, cancel);
        var days = new Dictionary<long, DayPlan[]>(resources.Count);
        foreach (var resource in resources)
        {
            var plans = new DayPlan[until.DayNumber - first.DayNumber];
            for (var i = 0; i < plans.Length; i++)
            {
                var day = first.AddDays(i);
                var policy = EffectivePolicy.Of(resource.Id, resource.CategoryId, policies, day);
                plans[i] = DayPlan.Of(
                    day, opening.OpenOn(day, resource.SiteId, resource.Id), resource.Units, resource.SetupMinutes,
                    resource.CleanupMinutes, holds.GetValueOrDefault(resource.Id, []), policy, now,
                    resource.RetiredAt is null && (actor.IsStaff || policy.WhoMayBook != WhoMayBook.StaffOnly)) with
                {
                    Exception = opening.ExceptionOn(day, resource.SiteId, resource.Id),
                };
            }

            days.Add(resource.Id, plans);
        }

        return days;
    }

    /// <summary>
    /// Two calendars of the same stamp show the same: every booking, use and outage raises its resource's calendar version, and
    /// every other change leaves a row of history. Null where nothing has ever been recorded.
    /// </summary>
    public async Task<string?> StampAsync(CancellationToken cancel)
    {
        // Who signed in and out shows nowhere on a calendar.
        var seen = await db.History.Where(h => h.Subject != nameof(Person)).OrderByDescending(h => h.Id)
            .Select(h => new { Last = h.Id, Versions = db.Resources.Sum(r => r.CalendarVersion) })
            .FirstOrDefaultAsync(cancel);
        // The database too: one process may serve several.
        return seen is null ? null : $"{db.Database.GetDbConnection().DataSource} {seen.Last} {seen.Versions}";
    }

    private async Task<Dictionary<long, List<Hold>>> HoldsAsync(
        IReadOnlyList<CalendarResource> resources, DateOnly first, DateOnly until, Actor actor, CancellationToken cancel)
    {
        if (resources.Count == 0) return [];
        // As far outside as a new reservation's buffers would reach.
        int from = QuarterHour.Of(LabTime.StartOf(first)) - (resources.Max(r => r.SetupMinutes) / QuarterHour.Minutes),
            end = QuarterHour.Of(LabTime.StartOf(until)) + (resources.Max(r => r.CleanupMinutes) / QuarterHour.Minutes);
        var ids = resources.Select(r => r.Id).ToArray();
        var byItem = db.Occupancy
            .Where(o => ids.Contains(o.ResourceId) && o.Quarter >= from && o.Quarter < end)
            .GroupBy(o => new { o.ResourceId, o.Unit, o.ReservationItemId, o.MaintenanceId })
            .Select(g => new { g.Key.ResourceId, g.Key.Unit, g.Key.ReservationItemId, From = g.Min(o => o.Quarter), Last = g.Max(o => o.Quarter) });
        var rows = await (
                from held in byItem
                join i in db.ReservationItems on held.ReservationItemId equals i.Id into items
                from item in items.DefaultIfEmpty()
                join r in db.Reservations on item.ReservationId equals r.Id into reservations
                from reservation in reservations.DefaultIfEmpty()
                join c in db.Companies on reservation.CompanyId equals c.Id into companies
                from company in companies.DefaultIfEmpty()
                select new
                {
                    held.ResourceId,
                    held.Unit,
                    held.From,
                    held.Last,
                    ItemFrom = (int?)item.FromQuarter,
                    ItemUntil = (int?)item.UntilQuarter,
                    Setup = (int?)item.SetupMinutes,
                    Cleanup = (int?)item.CleanupMinutes,
                    State = (ReservationState?)reservation.State,
                    Reference = (Guid?)reservation.Reference,
                    reservation.Number,
                    CompanyId = (long?)reservation.CompanyId,
                    Company = company.Name,
                })
            .AsNoTracking()
            .ToListAsync(cancel);

        var holds = new Dictionary<long, List<Hold>>(resources.Count);
        foreach (var row in rows)
        {
            if (!holds.TryGetValue(row.ResourceId, out var own)) holds[row.ResourceId] = own = [];
            var mine = row.CompanyId is { } company && actor.CompanyIds.Contains(company);
            var known = actor.IsStaff || mine;
            own.Add(new Hold(row.ResourceId, row.Unit, row.ItemFrom ?? row.From, row.ItemUntil ?? row.Last + 1)
            {
                Setup = (row.Setup ?? 0) / QuarterHour.Minutes,
                Cleanup = (row.Cleanup ?? 0) / QuarterHour.Minutes,
                IsMaintenance = row.State is null,
                IsMine = mine,
                State = known ? row.State : null,
                Reference = known ? row.Reference : null,
                Number = known ? row.Number : null,
                Company = actor.IsStaff ? row.Company : null,
            });
        }

        return holds;
    }
}
