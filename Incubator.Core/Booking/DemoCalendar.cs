using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Some months of plausible reservations, use and maintenance around now, for the demo lab. Made of the same entities and
/// kept to the same invariants as real ones; the same seed gives the same calendar relative to the day.
/// </summary>
public sealed class DemoCalendar(IncubatorDb db)
{
    private const int PastDays = 120;
    private const int FutureDays = 42;

    /// <summary>So many companies have one reservation ahead that their onboarding no longer covers: staff have something to decide.</summary>
    private const int Uncovered = 3;

    private static readonly Actor Nobody = new(null, true, []);

    private static readonly string[] Purposes =
    [
        "Tejsavópor-próba", "Céklapor-kísérlet", "Vegán joghurt",
        "Meggysűrítmény", "Gluténmentes snack", "Almachips",
        "Eltarthatósági vizsgálat", "Paprikakrém", "Mézes italpor",
        "Sajtkóstolás", "Csomagolási próba", "Receptúrafejlesztés",
    ];

    private readonly Random random = new(20191114);
    private readonly Dictionary<int, long> numbers = [];
    private readonly List<Reservation> made = [];
    private IReadOnlySet<long> researchers = new HashSet<long>();
    private IReadOnlyDictionary<long, OnboardingFacts> onboarding = new Dictionary<long, OnboardingFacts>();
    private readonly HashSet<long> uncovered = [];
    private readonly List<(Reservation Reservation, string Act, DateTimeOffset At)> acts = [];
    private readonly List<(Reservation Reservation, DateTimeOffset Start, DateTimeOffset? End)> uses = [];

    /// <param name="people">Each company with a person of it.</param>
    /// <param name="researchOnly">Companies that may not sell what they make.</param>
    public async Task<int> MakeAsync(
        IReadOnlyList<(long CompanyId, long PersonId)> people, string spareCode, DateTimeOffset now,
        IReadOnlySet<long>? researchOnly = null, CancellationToken cancel = default)
    {
        researchers = researchOnly ?? researchers;
        onboarding = await new OnboardingReader(db).ReadAsync([.. people.Select(p => p.CompanyId).Distinct()], cancel);
        var resources = await db.Resources.Where(r => r.RetiredAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
        var reader = new CalendarReader(db);
        var today = LabTime.DateOf(now);
        var opening = await reader.OpeningAsync(today.AddDays(-PastDays), today.AddDays(FutureDays), cancel);
        var nextTuesday = Enumerable.Range(1, 7).Select(today.AddDays).First(d => d.DayOfWeek == DayOfWeek.Tuesday);
        var maintenance = Maintenance(resources, opening, now);
        foreach (var resource in resources)
        {
            var busy = 0.06 + (random.NextDouble() * 0.34);
            for (var unit = 1; unit <= resource.Units; unit++)
            {
                var blocked = maintenance.Where(m => m.ResourceId == resource.Id).Select(m => m.Slot).ToList();
                for (var day = today.AddDays(-PastDays); day < today.AddDays(FutureDays); day = day.AddDays(1))
                {
                    // The newcomer's story needs a free morning and one taken afternoon there.
                    if (resource.Code == spareCode && day == nextTuesday)
                        Tuesday(resource, unit, opening, day, people[0], now);
                    else
                        Day(resource, unit, opening.OpenOn(day, resource.SiteId, resource.Id), Density(busy, day, today), blocked, people, now);
                }
            }
        }

        await SaveAsync(maintenance, now, cancel);
        return made.Count;
    }

    // Fuller in the coming days, thinner far ahead.
    private static double Density(double busy, DateOnly day, DateOnly today) =>
        day <= today.AddDays(7) ? busy : busy * Math.Max(0.1, 1 - ((day.DayNumber - today.DayNumber) / 40.0));

    private void Day(
        Resource resource, int unit, IReadOnlyList<TimeSlot> open, double density, List<TimeSlot> blocked,
        IReadOnlyList<(long CompanyId, long PersonId)> people, DateTimeOffset now)
    {
        foreach (var hours in open)
        {
            var at = hours.Start.AddMinutes(QuarterHour.Minutes * random.Next(0, 9));
            while (at < hours.End)
            {
                var slot = new TimeSlot(at, at.AddMinutes(30 * random.Next(2, 11)));
                if (slot.End > hours.End) return;
                var held = slot.Widen(resource.SetupMinutes, resource.CleanupMinutes);
                if (random.NextDouble() < density && !blocked.Any(b => b.Overlaps(held)) && WhoMay(slot, people, random.Next(people.Count), now) is { } who)
                    Book(resource, unit, slot, who, now);
                at = held.End.AddMinutes(resource.SetupMinutes + (QuarterHour.Minutes * random.Next(0, 5)));
            }
        }
    }

    // Ahead the gate decides as it would for anybody; what is past was booked when all was in order.
    private (long CompanyId, long PersonId)? WhoMay(TimeSlot slot, IReadOnlyList<(long CompanyId, long PersonId)> people, int first, DateTimeOffset now)
    {
        if (slot.End <= now) return people[first];
        for (var i = 0; i < people.Count; i++)
        {
            var who = people[(first + i) % people.Count];
            if (OnboardingRules.Gate(onboarding[who.CompanyId], who.PersonId, OnboardingRules.DaysOf(slot), UseOf(who.CompanyId)).Count == 0) return who;
            if (uncovered.Count < Uncovered && uncovered.Add(who.CompanyId)) return who;
        }

        return null;
    }

    private LotUse UseOf(long companyId) => researchers.Contains(companyId) ? LotUse.ResearchOnly : LotUse.ForSale;

    private void Tuesday(
        Resource resource, int unit, OpeningCalendar opening, DateOnly day, (long CompanyId, long PersonId) person, DateTimeOffset now)
    {
        if (opening.OpenOn(day, resource.SiteId, resource.Id) is not [{ } hours, ..]) return;
        var start = LabTime.AtMinute(day, 14 * 60);
        if (hours.Contains(start)) Book(resource, unit, new TimeSlot(start, start.AddHours(3)), person, now);
    }

    private void Book(Resource resource, int unit, TimeSlot slot, (long CompanyId, long PersonId) who, DateTimeOffset now)
    {
        var bookedAt = slot.Start.AddDays(-random.Next(2, 21)).AddMinutes(-random.Next(0, 600));
        if (bookedAt > now) bookedAt = now.AddMinutes(-random.Next(30, 6000));
        var year = LabTime.DateOf(bookedAt).Year;
        var number = numbers[year] = numbers.GetValueOrDefault(year) + 1;
        var reservation = Reservation.Confirm(
            $"BK-{year}-{number:00000}", who.CompanyId, who.PersonId, who.PersonId, bookedAt, slot,
            Purposes[random.Next(Purposes.Length)], null, null, null, slot.Start.AddHours(-24), Guid.NewGuid(),
            UseOf(who.CompanyId));
        reservation.Take(resource, unit);
        made.Add(reservation);
        acts.Add((reservation, nameof(ReservationState.Confirmed), bookedAt));
        var luck = random.NextDouble();
        if (luck < 0.05 && slot.Start.AddHours(-30) > bookedAt && slot.Start.AddHours(-30) < now)
            End(reservation, ReservationState.Cancelled, slot.Start.AddHours(-30));
        else if (luck < 0.08 && slot.Start.AddHours(-5) > bookedAt && slot.Start.AddHours(-5) < now)
            End(reservation, ReservationState.LateCancelled, slot.Start.AddHours(-5));
        else if (luck < 0.11 && slot.End < now)
            End(reservation, ReservationState.NoShow, slot.Start + UseDesk.NoShowGrace);
        else if (slot.Start <= now)
            Use(reservation, slot, now);
    }

    private void End(Reservation reservation, ReservationState state, DateTimeOffset at)
    {
        reservation.Become(state);
        acts.Add((reservation, state.ToString(), at));
    }

    private void Use(Reservation reservation, TimeSlot slot, DateTimeOffset now)
    {
        var start = slot.Start.AddMinutes(random.Next(0, 13));
        if (start > now) return;
        reservation.Become(ReservationState.InUse);
        acts.Add((reservation, nameof(ReservationState.InUse), start));
        var end = slot.End.AddMinutes(random.NextDouble() < 0.25 ? -random.Next(10, 50) : random.Next(-9, 6));
        if (slot.End <= now && end > now) end = now;
        if (end > now)
        {
            uses.Add((reservation, start, null));
            return;
        }

        if (end < start) end = start;
        reservation.FinishAt(QuarterHour.RoundUp(end));
        acts.Add((reservation, nameof(ReservationState.Completed), end));
        uses.Add((reservation, start, end));
    }

    /// <summary>A planned half day now and then for every third resource, and one outage that is on.</summary>
    private List<MaintenanceWindow> Maintenance(List<Resource> resources, OpeningCalendar opening, DateTimeOffset now)
    {
        var windows = new List<MaintenanceWindow>();
        var today = LabTime.DateOf(now);
        foreach (var resource in resources.Where((_, index) => index % 3 == 1))
        {
            for (var day = today.AddDays(-PastDays + random.Next(30)); day < today.AddDays(FutureDays); day = day.AddDays(random.Next(35, 60)))
            {
                if (opening.OpenOn(day, resource.SiteId, resource.Id) is not [{ } hours, ..]) continue;
                windows.Add(MaintenanceWindow.Plan(
                    resource.Id, null, new TimeSlot(hours.Start, hours.Start.AddHours(4)), "Tervszerű karbantartás", null));
            }
        }

        if (resources.FirstOrDefault(r => r.Code == "STO-008") is { } broken)
        {
            windows.RemoveAll(w => w.ResourceId == broken.Id && w.Slot.End > now.AddDays(-2));
            windows.Add(MaintenanceWindow.TakeOutOfService(
                broken.Id, null, new TimeSlot(LabTime.AtMinute(today.AddDays(-1), 10 * 60), LabTime.AtMinute(today.AddDays(3), 12 * 60)),
                "Csigahajtás hibája", null));
        }

        return windows;
    }

    private async Task SaveAsync(List<MaintenanceWindow> maintenance, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Reservations.AddRange(made);
        db.MaintenanceWindows.AddRange(maintenance);
        foreach (var (year, last) in numbers) db.NumberSeries.Add(NumberSeries.Create("BK", year, last));
        await db.SaveChangesAsync(cancel);

        foreach (var item in made.Where(r => r.State.Occupies()).SelectMany(r => r.Items)) db.Occupancy.AddRange(Occupancy.Of(item));
        var units = await db.Resources.ToDictionaryAsync(r => r.Id, r => r.Units, cancel);
        foreach (var window in maintenance)
        {
            for (var unit = 1; unit <= units[window.ResourceId]; unit++) db.Occupancy.AddRange(Occupancy.Of(window, unit));
            db.Record(nameof(MaintenanceWindow), window.Id, window.IsPlanned ? "Planned" : "TakenOutOfService", Nobody,
                window.Start < now ? window.Start : now, reason: window.Reason);
        }

        foreach (var (reservation, start, end) in uses)
        {
            foreach (var item in reservation.Items)
            {
                var session = UseSession.Open(item, start, reservation.PersonId);
                if (end is { } closed) session.Close(closed, reservation.PersonId);
                db.UseSessions.Add(session);
            }
        }

        foreach (var (reservation, act, at) in acts)
            db.Record(nameof(Reservation), reservation.Id, act, new Actor(reservation.PersonId, false, []), at);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        db.ChangeTracker.Clear();
    }
}
