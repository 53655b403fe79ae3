using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>When resources are open: weekly patterns and dated exceptions, resolved resource → site → lab. Pure.</summary>
public sealed class OpeningCalendar
{
    private readonly ILookup<(long? Site, long? Resource), OpeningPattern> patterns;
    private readonly Dictionary<(DateOnly Date, long? Site, long? Resource), CalendarException> exceptions;

    public OpeningCalendar(IEnumerable<OpeningPattern> patterns, IEnumerable<CalendarException> exceptions)
    {
        this.patterns = patterns.ToLookup(p => (p.SiteId, p.ResourceId));
        this.exceptions = exceptions.ToDictionary(e => (e.Date, e.SiteId, e.ResourceId));
    }

    /// <summary>The exception that decides the day for the resource, or null on an ordinary day.</summary>
    public CalendarException? ExceptionOn(DateOnly day, long? siteId = null, long? resourceId = null)
    {
        if (exceptions.Count == 0) return null;
        if (resourceId is not null && exceptions.TryGetValue((day, null, resourceId), out var own)) return own;
        if (siteId is not null && exceptions.TryGetValue((day, siteId, null), out var ofSite)) return ofSite;
        return exceptions.GetValueOrDefault((day, null, null));
    }

    /// <summary>The open slots (UTC) of one local day, in order, not touching each other; none on a closed day.</summary>
    public IReadOnlyList<TimeSlot> OpenOn(DateOnly day, long? siteId = null, long? resourceId = null)
    {
        var exception = ExceptionOn(day, siteId, resourceId);
        switch (exception?.Kind)
        {
            case CalendarExceptionKind.PublicHoliday or CalendarExceptionKind.BridgeDay or CalendarExceptionKind.Closed:
                return [];
            case CalendarExceptionKind.SpecialHours:
                return Merge([Span(day, exception.OpensAt!.Value, exception.ClosesAt!.Value)]);
        }

        var weekday = exception?.FollowsDay ?? day.DayOfWeek;
        return Merge(PatternsFor(siteId, resourceId)
            .Where(p => p.DayOfWeek == weekday)
            .Select(p => Span(day, p.OpensAt, p.ClosesAt)));
    }

    /// <summary>The open slots of the local days [from, until), joined across midnight.</summary>
    public IReadOnlyList<TimeSlot> Open(DateOnly from, DateOnly until, long? siteId = null, long? resourceId = null)
    {
        var all = new List<TimeSlot>();
        for (var day = from; day < until; day = day.AddDays(1)) all.AddRange(OpenOn(day, siteId, resourceId));
        return Merge(all);
    }

    private IEnumerable<OpeningPattern> PatternsFor(long? siteId, long? resourceId)
    {
        if (resourceId is not null && patterns.Contains((null, resourceId))) return patterns[(null, resourceId)];
        if (siteId is not null && patterns.Contains((siteId, null))) return patterns[(siteId, null)];
        return patterns[(null, null)];
    }

    private static TimeSlot Span(DateOnly day, int opensAt, int closesAt) =>
        new(LabTime.AtMinute(day, opensAt),
            closesAt == OpeningPattern.MinutesPerDay ? LabTime.StartOf(day.AddDays(1)) : LabTime.AtMinute(day, closesAt));

    private static List<TimeSlot> Merge(IEnumerable<TimeSlot> slots)
    {
        var merged = new List<TimeSlot>();
        foreach (var slot in slots.Where(s => s.IsValid).OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && slot.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = slot.End > merged[^1].End ? slot.End : merged[^1].End };
            else
                merged.Add(slot);
        }

        return merged;
    }
}
