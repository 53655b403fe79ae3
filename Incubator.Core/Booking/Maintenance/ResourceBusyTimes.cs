using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Busy times of a resource's external calendars hold the resource as windows, on every unit, around whatever holds it already:
/// reservations in the way stay, and staff see them. Where one is cancelled later the window closes at the next reading.
/// </summary>
internal sealed class ResourceBusyTimes(IncubatorDb db) : ICalendarOwner
{
    private static readonly int MaxQuarters = (int)(MaintenanceWindow.MaxLength.TotalMinutes / QuarterHour.Minutes);

    private readonly OccupancyBook occupancy = new(db);
    private readonly CalendarReader calendar = new(db);

    public string Subject => nameof(Resource);

    public async Task<bool> MaySetAsync(long id, Actor actor, CancellationToken cancel) =>
        actor.IsStaff && await db.Resources.AnyAsync(r => r.Id == id, cancel);

    public async Task<string> PageAsync(long id, CancellationToken cancel) =>
        $"/resources/{Uri.EscapeDataString(await db.Resources.Where(r => r.Id == id).Select(r => r.Code).SingleAsync(cancel))}/calendars";

    public Task LockAsync(long id, CancellationToken cancel) => occupancy.LockAsync([id], companyId: null, cancel);

    public async Task<bool> IsSettledAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel)
    {
        var (_, gone, wanted) = await PlanAsync(calendar, busy, now, cancel);
        db.ChangeTracker.Clear();
        return gone.Count == 0 && wanted.Count == 0;
    }

    public async Task TakeAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel)
    {
        var (resource, gone, wanted) = await PlanAsync(calendar, busy, now, cancel);
        var today = QuarterHour.Of(now);
        foreach (var window in gone)
        {
            await occupancy.FreeAsync(window, Math.Max(today, window.FromQuarter), window.UntilQuarter, cancel);
            // What has been is kept as it was.
            if (window.FromQuarter < today) window.MoveTo(new TimeSlot(window.Start, QuarterHour.Start(today)));
            else db.MaintenanceWindows.Remove(window);
        }

        // All leave before any arrives.
        await db.SaveChangesAsync(cancel);
        foreach (var (unit, from, until) in wanted)
        {
            var window = MaintenanceWindow.Block(
                resource.Id, unit, new TimeSlot(QuarterHour.Start(from), QuarterHour.Start(until)), calendar.Name, calendar.Id);
            db.MaintenanceWindows.Add(window);
            await occupancy.TakeAsync(window, resource, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Windows of external calendars make room where staff take the time; the rest of them stays. Within the running transaction.</summary>
    internal static async Task YieldAsync(IncubatorDb db, Resource resource, int? unit, TimeSlot slot, CancellationToken token)
    {
        var occupancy = new OccupancyBook(db);
        int from = QuarterHour.Of(slot.Start), until = QuarterHour.AtOrAfter(slot.End);
        var inTheWay = await db.MaintenanceWindows.Where(w => w.ResourceId == resource.Id && w.ExternalCalendarId != null && !w.IsCancelled &&
            w.Start < slot.End && w.End > slot.Start && (unit == null || w.Unit == null || w.Unit == unit)).ToListAsync(token);
        foreach (var window in inTheWay)
        {
            int first = window.FromQuarter, last = window.UntilQuarter;
            await occupancy.FreeAsync(window, Math.Max(first, from), last, token);
            if (first < from) window.MoveTo(new TimeSlot(window.Start, QuarterHour.Start(from)));
            else db.MaintenanceWindows.Remove(window);
            await db.SaveChangesAsync(token);
            if (last <= until) continue;
            var rest = MaintenanceWindow.Block(resource.Id, window.Unit, new TimeSlot(QuarterHour.Start(until), QuarterHour.Start(last)), window.Reason, window.ExternalCalendarId!.Value);
            db.MaintenanceWindows.Add(rest);
            await occupancy.TakeAsync(rest, resource, token);
            await db.SaveChangesAsync(token);
        }
    }

    private async Task<(Resource Resource, List<MaintenanceWindow> Gone, List<(int? Unit, int From, int Until)> Wanted)> PlanAsync(
        ExternalCalendar external, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel)
    {
        var today = QuarterHour.Of(now);
        var begin = QuarterHour.Start(today);
        var resource = await db.Resources.SingleAsync(r => r.Id == external.SubjectId, cancel);
        var windows = await db.MaintenanceWindows
            .Where(w => w.ExternalCalendarId == external.Id && !w.IsCancelled && w.End > begin).OrderBy(w => w.Start).ToListAsync(cancel);
        var own = windows.Select(w => (long?)w.Id).ToHashSet();
        var stretches = Stretches(busy, today);
        var taken = stretches.Count == 0 ? [] : (await calendar.TakenAsync(resource.Id, stretches[0].From, stretches[^1].Until, null, cancel))
            .FindAll(t => t.MaintenanceId is null || !own.Contains(t.MaintenanceId));
        var wanted = new HashSet<(int? Unit, int From, int Until)>();
        for (var unit = 1; unit <= resource.Units; unit++)
            foreach (var (from, until) in stretches.SelectMany(s => Around(s, taken.FindAll(t => t.Unit == unit))))
                wanted.Add((resource.Units == 1 ? null : unit, from, until));
        var gone = windows.FindAll(w => !wanted.Remove((w.Unit, Math.Max(today, w.FromQuarter), w.UntilQuarter)));
        return (resource, gone, [.. wanted.OrderBy(w => w.From).ThenBy(w => w.Unit)]);
    }

    // Whole quarters from now on; what touches is one.
    private static List<(int From, int Until)> Stretches(IReadOnlyList<TimeSlot> busy, int today)
    {
        var stretches = new List<(int From, int Until)>();
        foreach (var slot in busy.OrderBy(b => b.Start))
        {
            var (from, until) = (Math.Max(today, QuarterHour.Of(slot.Start)), QuarterHour.AtOrAfter(slot.End));
            if (until <= from) continue;
            if (stretches.Count > 0 && from <= stretches[^1].Until) stretches[^1] = (stretches[^1].From, Math.Max(until, stretches[^1].Until));
            else stretches.Add((from, until));
        }

        return stretches;
    }

    private static IEnumerable<(int From, int Until)> Around((int From, int Until) stretch, List<Taken> taken)
    {
        var from = stretch.From;
        foreach (var held in taken.Where(t => t.Overlaps(stretch.From, stretch.Until)).OrderBy(t => t.From))
        {
            foreach (var part in Parts(from, held.From)) yield return part;
            from = Math.Max(from, held.Until);
        }

        foreach (var part in Parts(from, stretch.Until)) yield return part;
    }

    // No window is longer than windows are.
    private static IEnumerable<(int From, int Until)> Parts(int from, int until)
    {
        for (; from < until; from += MaxQuarters) yield return (from, Math.Min(until, from + MaxQuarters));
    }
}
