using System.Globalization;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Booking;

/// <summary>What the timeline draws: rows of quarter-hours under one heading, for the day (a row per resource) and the week (per day).</summary>
public sealed record Timeline
{
    public required IReadOnlyList<TimelineGroup> Groups { get; init; }

    public required TimelineWindow Window { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <param name="Name">Null: the rows stand under the page's own heading.</param>
public sealed record TimelineGroup(string? Name, IReadOnlyList<TimelineRow> Rows)
{
    private readonly HashSet<string> shared = [.. Rows.GroupBy(r => r.Name).Where(same => same.Count() > 1).Select(same => same.Key)];

    /// <summary>What stands under the row's name; of several machines with the same name at least the code.</summary>
    public string? NoteOf(TimelineRow row) => row.Note ?? (shared.Contains(row.Name) ? row.Code : null);
}

/// <param name="Href">Where the row's name leads.</param>
public sealed record TimelineRow(string Code, string Name, string? Note, string Href, DayPlan Plan);

/// <summary>Which hours of each day are drawn, in minutes of the local day: whole hours.</summary>
public readonly record struct TimelineWindow(int FromMinute, int UntilMinute)
{
    public static readonly TimelineWindow WholeDay = new(0, OpeningPattern.MinutesPerDay);

    private static readonly TimelineWindow WhenClosed = new(7 * 60, 19 * 60);

    /// <summary>All opening times, with an hour on both sides.</summary>
    public static TimelineWindow Around(IEnumerable<DayPlan> plans)
    {
        int from = int.MaxValue, until = 0;
        foreach (var plan in plans)
        {
            if (plan.Open.Count == 0) continue;
            from = Math.Min(from, MinuteOf(plan, plan.Open[0].From));
            until = Math.Max(until, MinuteOf(plan, plan.Open[^1].Until));
        }

        return until == 0
            ? WhenClosed
            : new(Math.Max(0, (from / 60 - 1) * 60), Math.Min(OpeningPattern.MinutesPerDay, ((until + 59) / 60 + 1) * 60));
    }

    public int From(DayPlan plan) => FromMinute == 0 ? plan.From : QuarterHour.Of(LabTime.AtMinute(plan.Day, FromMinute));

    public int Until(DayPlan plan) =>
        UntilMinute == OpeningPattern.MinutesPerDay ? plan.Until : QuarterHour.Of(LabTime.AtMinute(plan.Day, UntilMinute));

    private static int MinuteOf(DayPlan plan, int quarter) => quarter == plan.Until
        ? OpeningPattern.MinutesPerDay
        : (int)LabTime.ToLocal(QuarterHour.Start(quarter)).TimeOfDay.TotalMinutes;
}

/// <summary>The quarters of one stretch of time in words: each is said once, however many rows name it.</summary>
public sealed class QuarterTexts
{
    private readonly Dictionary<int, string> times = [];
    private readonly Dictionary<int, string> links = [];

    public string Time(int quarter)
    {
        if (!times.TryGetValue(quarter, out var text)) times[quarter] = text = LabFormat.Time(QuarterHour.Start(quarter));
        return text;
    }

    public string Span(int from, int until) => string.Concat(Time(from), "–", Time(until));

    /// <summary>As far as the day goes: what began before says 00:00, what goes on says 24:00.</summary>
    public string Within(DayPlan plan, int from, int until) =>
        string.Concat(Time(Math.Max(from, plan.From)), "–", until >= plan.Until ? "24:00" : Time(until));

    /// <summary>As links carry it: local time, with its offset (escaped) only where the time happens twice.</summary>
    public string Link(int quarter)
    {
        if (links.TryGetValue(quarter, out var text)) return text;
        var local = LabTime.ToLocal(QuarterHour.Start(quarter));
        text = local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        if (LabTime.IsAmbiguous(local.DateTime)) text += Uri.EscapeDataString(local.ToString("zzz", CultureInfo.InvariantCulture));
        return links[quarter] = text;
    }

    public string Reserve(string code, DayPlan plan, Stretch free) =>
        $"/booking/reserve?resource={Uri.EscapeDataString(code)}&start={Link(free.From)}&end={Link(plan.OfferedUntil(free))}";
}
