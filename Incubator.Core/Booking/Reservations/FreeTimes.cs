using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Finds free times by the rules and the widened window that booking uses: what is offered is accepted (as long as nobody
/// is faster). One offer for each free stretch of a resource and day.
/// </summary>
public sealed class FreeTimes(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The longest search, in days.</summary>
    public const int MaxDays = 92;

    private readonly CalendarReader calendar = new(db);

    /// <summary>The earliest free times across the resources, in order of start.</summary>
    public async Task<IReadOnlyList<FreeTime>> FindAsync(FindFreeTime request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (request.Minutes <= 0 || request.Minutes % QuarterHour.Minutes != 0 || request.ResourceIds.Count == 0 || request.Units < 1) return [];
        // Nothing so long or so far away can be booked, and looking for it would only cost.
        if (request.Minutes > Reservation.MaxLength.TotalMinutes || request.From > LabTime.DateOf(now).AddDays(PolicyTerms.MaxHorizonDays)) return [];
        var first = Max(request.From, LabTime.DateOf(now));
        var last = Min(request.Until, first.AddDays(MaxDays - 1));
        if (last < first) return [];

        var gate = await GateAsync(request, actor, cancel);
        var lab = await LoadAsync(request.ResourceIds, first.AddDays(-1), last.AddDays(Reservation.MaxLength.Days + 2), cancel);
        var found = new List<FreeTime>();
        // A screenful is usually found in the first days: the stretch read doubles, so that the rest is seldom touched.
        for (var days = 1; first <= last && found.Count < request.Take; days *= 2)
        {
            var until = Min(last, first.AddDays(days - 1));
            var wanted = request.FirstOfEach ? request with { ResourceIds = [.. request.ResourceIds.Except(found.Select(f => f.ResourceId))] } : request;
            var times = (await SearchAsync(lab, wanted, gate, first, until, now, null, cancel))
                .OrderBy(f => f.Slot.Start).ThenBy(f => lab.Order[f.ResourceId]);
            found.AddRange(request.FirstOfEach ? times.DistinctBy(f => f.ResourceId) : times);
            first = until.AddDays(1);
        }

        return await AcceptedAsync(found, request, gate, actor, now, cancel);
    }

    /// <summary>For a refused wish: the times nearest to it on the same resource, and other resources of its category at that time.</summary>
    public async Task<Alternatives> NearAsync(
        long resourceId, TimeSlot wanted, long? companyId, Actor actor, LotUse lotUse = LotUse.ForSale, long? personId = null, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (BookingRules.Shape(wanted) is not null) return Alternatives.None;
        var resource = await db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resourceId, cancel);
        if (resource is null) return Alternatives.None;
        var siblings = await db.Resources.AsNoTracking()
            .Where(r => r.CategoryId == resource.CategoryId && r.Id != resourceId && r.RetiredAt == null)
            .OrderBy(r => r.Code).Select(r => r.Id).ToListAsync(cancel);
        var day = LabTime.DateOf(wanted.Start);
        var first = Max(day.AddDays(-3), LabTime.DateOf(now));
        var request = new FindFreeTime
        {
            ResourceIds = [resourceId, .. siblings],
            Minutes = (int)wanted.Length.TotalMinutes,
            From = first,
            Until = day.AddDays(14),
            CompanyId = companyId,
            PersonId = personId,
            LotUse = lotUse,
        };
        var gate = await GateAsync(request, actor, cancel);
        var lab = await LoadAsync(request.ResourceIds, first.AddDays(-1), day.AddDays(14 + Reservation.MaxLength.Days + 2), cancel);
        var same = (await SearchAsync(lab, request with { ResourceIds = [resourceId] }, gate, first, day.AddDays(14), now, wanted.Start, cancel))
            .OrderBy(f => (f.Slot.Start - wanted.Start).Duration()).Take(6).ToList();
        var others = (await SearchAsync(lab, request with { ResourceIds = siblings }, gate, day, day, now, wanted.Start, cancel))
            .Where(f => f.Slot == wanted).ToList();
        return new Alternatives(
            [.. (await AcceptedAsync(same, request with { Take = 3 }, gate, actor, now, cancel)).OrderBy(f => f.Slot.Start)],
            await AcceptedAsync(others, request with { Take = 3 }, gate, actor, now, cancel));
    }

    private async Task<Gate?> GateAsync(FindFreeTime request, Actor actor, CancellationToken cancel) => request.CompanyId is { } company
        ? new Gate(
            await new OnboardingReader(db).ReadAsync(company, cancel),
            request.PersonId ?? (actor.CompanyIds.Contains(company) ? actor.PersonId : null), request.LotUse)
        : null;

    private async Task<Lab> LoadAsync(IReadOnlyList<long> ids, DateOnly from, DateOnly until, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToList();
        var resources = await db.Resources.AsNoTracking()
            .Where(r => wanted.Contains(r.Id) && r.RetiredAt == null).ToListAsync(cancel);
        return new Lab(
            [.. resources.OrderBy(r => wanted.IndexOf(r.Id))],
            wanted.Select((id, index) => (id, index)).ToDictionary(p => p.id, p => p.index),
            await db.BookingPolicies.AsNoTracking().ToListAsync(cancel),
            await calendar.OpeningAsync(from, until, cancel));
    }

    /// <param name="near">Null: the earliest start of each free stretch; else the start nearest to it.</param>
    private async Task<List<FreeTime>> SearchAsync(
        Lab lab, FindFreeTime request, Gate? gate, DateOnly first, DateOnly last, DateTimeOffset now, DateTimeOffset? near, CancellationToken cancel)
    {
        var resources = lab.Resources.Where(r => request.ResourceIds.Contains(r.Id)).ToList();
        if (resources.Count == 0) return [];
        var setup = resources.Max(r => r.SetupMinutes) / QuarterHour.Minutes;
        var after = (request.Minutes + resources.Max(r => r.CleanupMinutes)) / QuarterHour.Minutes;
        int from = QuarterHour.Of(LabTime.StartOf(first)) - setup, until = QuarterHour.Of(LabTime.StartOf(last.AddDays(1))) + after;
        var ids = resources.ConvertAll(r => r.Id);
        var taken = (await db.Occupancy.AsNoTracking()
                .Where(o => ids.Contains(o.ResourceId) && o.Quarter >= from && o.Quarter < until)
                .Select(o => new { o.ResourceId, o.Quarter, o.Unit })
                .ToListAsync(cancel))
            .ToLookup(o => o.ResourceId, o => (o.Quarter, o.Unit));
        var found = new List<FreeTime>();
        foreach (var resource in resources)
        {
            var held = new HeldQuarters(resource.Units, from, until, taken[resource.Id]);
            var open = lab.Opening.Open(first.AddDays(-1), last.AddDays(Reservation.MaxLength.Days + 2), resource.SiteId, resource.Id);
            for (var day = first; day <= last; day = day.AddDays(1))
                if (gate is null || gate.UseOn(day) is not null)
                    found.AddRange(OnDay(lab, request, resource, held, open, day, now, near));
        }

        return found;
    }

    private static IEnumerable<FreeTime> OnDay(
        Lab lab, FindFreeTime request, Resource resource, HeldQuarters held, IReadOnlyList<TimeSlot> open, DateOnly day,
        DateTimeOffset now, DateTimeOffset? near)
    {
        var policy = EffectivePolicy.Of(resource, lab.Policies, day);
        var hours = LabTime.Day(day);
        int setup = resource.SetupMinutes / QuarterHour.Minutes, length = request.Minutes / QuarterHour.Minutes,
            cleanup = resource.CleanupMinutes / QuarterHour.Minutes;
        TimeSlot? best = null;
        var stretchEnd = 0;
        foreach (var openSlot in open.Select(o => o.Intersect(hours)).OfType<TimeSlot>())
        {
            for (var quarter = QuarterHour.AtOrAfter(openSlot.Start); quarter < QuarterHour.AtOrAfter(openSlot.End); quarter++)
            {
                var slot = new TimeSlot(QuarterHour.Start(quarter), QuarterHour.Start(quarter + length));
                if (!InPartOfDay(slot.Start, request) ||
                    held.FreeUnits(quarter - setup, quarter + length + cleanup) < request.Units ||
                    slot.Start < QuarterHour.Start(QuarterHour.Of(now)) ||
                    BookingRules.Terms(slot, now, resource, policy).Any() ||
                    BookingRules.Opening(slot, resource, policy, open) is not null) continue;

                if (best is not null && quarter > stretchEnd + 1)
                {
                    yield return new FreeTime(resource.Id, best.Value);
                    best = null;
                }

                stretchEnd = quarter;
                if (best is null || (near is { } wish && (slot.Start - wish).Duration() < (best.Value.Start - wish).Duration()))
                    best = slot;
            }
        }

        if (best is { } last) yield return new FreeTime(resource.Id, last);
    }

    // Who asks may be refused for reasons no calendar shows: permission, quota. Asked last, for the few that are shown.
    private async Task<IReadOnlyList<FreeTime>> AcceptedAsync(
        List<FreeTime> found, FindFreeTime request, Gate? gate, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (request.CompanyId is not { } company || gate is null) return [.. found.Take(request.Take)];
        var accepted = new List<FreeTime>();
        foreach (var time in found)
        {
            if (accepted.Count == request.Take) break;
            var wanted = Enumerable.Repeat(time.ResourceId, request.Units).ToList();
            if (gate.UseOver(time.Slot) is not { } use) continue;
            var facts = await calendar.GatherAsync(time.Slot, wanted, company, gate.PersonId, actor, now, null, use, gate.Facts, cancel);
            if (BookingRules.Check(facts).Count == 0) accepted.Add(time with { LotUse = use });
        }

        return accepted;
    }

    private static bool InPartOfDay(DateTimeOffset start, FindFreeTime request)
    {
        if (request is { EarliestMinute: 0, LatestMinute: >= OpeningPattern.MinutesPerDay }) return true;
        var minute = (int)LabTime.ToLocal(start).TimeOfDay.TotalMinutes;
        return minute >= request.EarliestMinute && minute < request.LatestMinute;
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>What the onboarding of who asks lets be booked, worked out once a day.</summary>
    private sealed class Gate(OnboardingFacts facts, long? personId, LotUse? wanted)
    {
        private readonly Dictionary<DateOnly, LotUse?> known = [];
        private readonly LotUse[] uses = wanted is { } one ? [one] : [LotUse.ForSale, LotUse.ResearchOnly];

        public OnboardingFacts Facts => facts;

        public long? PersonId => personId;

        /// <summary>Null: nothing may be booked.</summary>
        public LotUse? UseOn(DateOnly day) => known.TryGetValue(day, out var use) ? use : known[day] = Use([day]);

        public LotUse? UseOver(TimeSlot slot) => Use([.. OnboardingRules.DaysOf(slot)]);

        private LotUse? Use(IReadOnlyList<DateOnly> days) =>
            uses.Cast<LotUse?>().FirstOrDefault(u => OnboardingRules.Gate(facts, personId, days, u!.Value).Count == 0);
    }

    private sealed record Lab(
        IReadOnlyList<Resource> Resources, Dictionary<long, int> Order, List<BookingPolicy> Policies, OpeningCalendar Opening);

    /// <summary>For each unit and quarter, where the free run that holds it ends.</summary>
    private sealed class HeldQuarters
    {
        private readonly int from;
        private readonly int[][] runEnds;
        private readonly int[]? held;

        public HeldQuarters(int units, int from, int until, IEnumerable<(int Quarter, int Unit)> taken)
        {
            this.from = from;
            var count = until - from;
            runEnds = new int[units][];
            for (var unit = 0; unit < units; unit++) runEnds[unit] = new int[count];
            foreach (var (quarter, unit) in taken)
            {
                if (unit <= units) runEnds[unit - 1][quarter - from] = -1;
                else held ??= new int[count];
            }

            // Units that are no more may be held since there were more of them; then the sum counts too.
            if (held is not null)
                foreach (var (quarter, _) in taken) held[quarter - from]++;
            foreach (var ends in runEnds)
            {
                var end = until;
                for (var i = count - 1; i >= 0; i--)
                {
                    if (ends[i] == -1) end = from + i;
                    ends[i] = end;
                }
            }
        }

        public int FreeUnits(int start, int end)
        {
            if (start < from || start - from >= runEnds[0].Length) return 0;
            var free = 0;
            foreach (var ends in runEnds)
                if (ends[start - from] >= end) free++;
            if (held is null) return free;
            var most = 0;
            for (var quarter = start; quarter < end && quarter - from < held.Length; quarter++) most = Math.Max(most, held[quarter - from]);
            return Math.Min(free, runEnds.Length - most);
        }
    }
}

/// <summary>What a refusal offers instead.</summary>
public sealed record Alternatives(IReadOnlyList<FreeTime> SameResource, IReadOnlyList<FreeTime> OtherResources)
{
    public static readonly Alternatives None = new([], []);
}
