using System.Security.Cryptography;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>What a feed says where it may not say whose time it is; in the reader's language.</summary>
public sealed record FeedWords(string Busy, string Maintenance);

/// <summary>What calendar programs are told of reservations: a bounded stretch around now, and of others no more than that they are there.</summary>
public sealed class BookingFeeds(IncubatorDb db)
{
    public const int DaysBack = 90;
    public const int DaysAhead = 400;

    /// <summary>What was struck out is told for so long, so that every program strikes it out too.</summary>
    public const int DaysCancelled = 30;
    private const int Most = 5000;

    private static readonly ReservationState[] Gone = [.. Enum.GetValues<ReservationState>().Where(Appointments.IsGone)];
    private static readonly string[] GoneActs = [.. Gone.Select(s => s.ToString())];

    public static TimeSlot WindowAt(DateTimeOffset now) => new(now.AddDays(-DaysBack), now.AddDays(DaysAhead));

    /// <summary>The person's reservations, and those of their companies that are for nobody by name; by start.</summary>
    public async Task<IReadOnlyList<Appointment>> OwnAsync(OpenFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        var (person, companies) = (feed.Actor.PersonId, feed.Actor.CompanyIds);
        var reservations = await Within(db.Reservations, now)
            .Where(r => companies.Contains(r.CompanyId) && (r.PersonId == person || r.PersonId == null))
            .Include(r => r.Items).OrderBy(r => r.Start).ThenBy(r => r.Id).Take(Most).AsSplitQuery().ToListAsync(cancel);
        var ids = reservations.SelectMany(r => r.Items).Select(i => i.ResourceId).Distinct().ToList();
        var resources = await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var sites = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return [.. reservations.Select(r => Appointments.Of(r, resources, sites, feed.Language))];
    }

    /// <summary>Of one resource: staff read the companies' names, a company its own numbers, and of others that the time is taken.</summary>
    public async Task<IReadOnlyList<Appointment>> OfResourceAsync(OpenFeed feed, Resource resource, FeedWords words, DateTimeOffset now, CancellationToken cancel)
    {
        var actor = feed.Actor;
        var rows = await (
                from reservation in Within(db.Reservations, now)
                join company in db.Companies on reservation.CompanyId equals company.Id
                where reservation.Items.Any(i => i.ResourceId == resource.Id)
                orderby reservation.Start, reservation.Id
                select new
                {
                    reservation.Reference,
                    reservation.Number,
                    reservation.CompanyId,
                    Company = company.Name,
                    reservation.Start,
                    reservation.End,
                    reservation.State,
                    reservation.Sequence,
                    From = reservation.Items.Where(i => i.ResourceId == resource.Id).Min(i => i.FromQuarter),
                    Until = reservation.Items.Where(i => i.ResourceId == resource.Id).Max(i => i.UntilQuarter),
                })
            .AsNoTracking().Take(Most).ToListAsync(cancel);
        var window = WindowAt(now);
        var windows = await db.MaintenanceWindows.AsNoTracking()
            .Where(w => w.ResourceId == resource.Id && !w.IsCancelled && w.Start < window.End && w.End > window.Start)
            .OrderBy(w => w.Start).Take(Most).ToListAsync(cancel);
        var place = string.IsNullOrWhiteSpace(resource.Room) ? null : resource.Room;
        var appointments = new List<Appointment>();
        foreach (var row in rows)
        {
            var isGone = Appointments.IsGone(row.State);
            if (actor.ActsFor(row.CompanyId))
            {
                appointments.Add(new Appointment
                {
                    Uid = Appointments.UidOf(row.Reference),
                    Sequence = row.Sequence,
                    Start = row.Start,
                    End = row.End,
                    Title = actor.IsStaff ? $"{row.Company} ({row.Number})" : row.Number,
                    Place = place,
                    Link = $"/booking/reservations/{row.Reference}",
                    IsCancelled = isGone,
                });
            }
            else if (!isGone)
            {
                // With setup and cleanup: to others it is simply taken. Nothing here leads to the reservation.
                appointments.Add(new Appointment
                {
                    Uid = BusyUid(row.Reference),
                    Sequence = row.Sequence,
                    Start = QuarterHour.Start(row.From),
                    End = QuarterHour.Start(row.Until),
                    Title = words.Busy,
                    Place = place,
                });
            }
        }

        appointments.AddRange(windows.Where(w => w.End > w.Start).Select(w => new Appointment
        {
            Uid = $"maintenance-{w.Reference:N}@incubator.debrecen",
            Sequence = 0,
            Start = w.Start,
            End = w.End,
            Title = w.ExternalCalendarId is null ? words.Maintenance : words.Busy,
            Place = place,
        }));
        return appointments;
    }

    private IQueryable<Reservation> Within(IQueryable<Reservation> reservations, DateTimeOffset now)
    {
        var (window, since) = (WindowAt(now), now.AddDays(-DaysCancelled));
        var earliest = window.Start - Reservation.MaxLength;
        return reservations.AsNoTracking().Where(r => r.Start >= earliest && r.Start < window.End && r.End > window.Start &&
            (!Gone.Contains(r.State) || db.History.Any(h => h.Subject == nameof(Reservation) && h.SubjectId == r.Id && h.At >= since && GoneActs.Contains(h.Act))));
    }

    // Stable, and leads nobody to the reservation's reference.
    private static string BusyUid(Guid reference) =>
        $"busy-{Convert.ToHexStringLower(SHA256.HashData(reference.ToByteArray()).AsSpan(0, 16))}@incubator.debrecen";
}
