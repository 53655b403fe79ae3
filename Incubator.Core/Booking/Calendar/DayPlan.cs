using Incubator.Core.Common;

namespace Incubator.Core.Booking;

public enum StretchKind
{
    Setup = 0,
    Use = 1,
    Cleanup = 2,
    Maintenance = 3,

    /// <summary>A reservation of at least the policy's minimum fits, with its buffers.</summary>
    Free = 4,
}

/// <summary>One part of a unit's day, in quarters (see <see cref="QuarterHour"/>); the hold is null where it is free.</summary>
public sealed record Stretch(StretchKind Kind, int From, int Until, Hold? Hold = null);

/// <summary>What lies over one unit's day, in order.</summary>
public sealed record UnitDay(int Unit, IReadOnlyList<Stretch> Stretches);

/// <summary>One day of one resource as a calendar shows it: when it is open, what holds it, where one could book. Pure.</summary>
public sealed record DayPlan
{
    private DayPlan() { }

    public required DateOnly Day { get; init; }

    /// <summary>First quarter of the day.</summary>
    public required int From { get; init; }

    /// <summary>First quarter of the next day: 92, 96 or 100 later.</summary>
    public required int Until { get; init; }

    public required IReadOnlyList<Stretch> Open { get; init; }

    public required IReadOnlyList<UnitDay> Units { get; init; }

    public required EffectivePolicy Policy { get; init; }

    /// <summary>What makes the day differ from the weekly pattern; null on an ordinary day.</summary>
    public CalendarException? Exception { get; init; }

    /// <summary>The earliest free stretch on any unit.</summary>
    public Stretch? NextFree => Units.SelectMany(u => u.Stretches).Where(s => s.Kind == StretchKind.Free).MinBy(s => s.From);

    /// <summary>Open quarters, all units counted.</summary>
    public int OpenQuarters => Open.Sum(o => o.Until - o.From) * Units.Count;

    /// <summary>Open quarters held by reservations, buffers included, all units counted.</summary>
    public int ReservedQuarters => Units.SelectMany(u => u.Stretches)
        .Where(s => s.Kind is StretchKind.Setup or StretchKind.Use or StretchKind.Cleanup)
        .Sum(s => Open.Sum(o => Math.Max(0, Math.Min(o.Until, s.Until) - Math.Max(o.From, s.From))));

    /// <param name="holds">Of this resource; those of the neighbouring days too, as far as buffers reach.</param>
    /// <param name="bookable">False: nothing is offered (retired, or not for this reader).</param>
    public static DayPlan Of(
        DateOnly day, IReadOnlyList<TimeSlot> open, int units, int setupMinutes, int cleanupMinutes, IReadOnlyList<Hold> holds,
        EffectivePolicy policy, DateTimeOffset now, bool bookable = true)
    {
        int from = QuarterHour.Of(LabTime.StartOf(day)), until = QuarterHour.Of(LabTime.StartOf(day.AddDays(1)));
        var opened = new List<Stretch>(open.Count);
        foreach (var slot in open) opened.Add(new Stretch(StretchKind.Free, QuarterHour.AtOrAfter(slot.Start), QuarterHour.Of(slot.End)));

        var earliest = QuarterHour.AtOrAfter(now.AddMinutes(policy.MinNoticeMinutes));
        bookable = bookable && earliest < until && day <= LabTime.DateOf(now).AddDays(policy.HorizonDays);
        int setup = setupMinutes / QuarterHour.Minutes, cleanup = cleanupMinutes / QuarterHour.Minutes;
        var shortest = RoundUp(policy.MinMinutes, policy.GranularityMinutes) / QuarterHour.Minutes;
        var lanes = new UnitDay[units];
        for (var unit = 1; unit <= units; unit++)
        {
            var stretches = new List<Stretch>();
            // Far enough outside the day that nothing but a hold ends a gap.
            var freeFrom = from - Margin;
            foreach (var hold in holds.Where(h => h.Unit == unit).OrderBy(h => h.From))
            {
                if (bookable) AddFree(freeFrom, hold.From);
                freeFrom = Math.Max(freeFrom, hold.Until);
                if (hold.IsMaintenance)
                {
                    Add(StretchKind.Maintenance, hold.From, hold.Until, hold);
                    continue;
                }

                Add(StretchKind.Setup, hold.From, hold.UseFrom, hold);
                Add(StretchKind.Use, hold.UseFrom, hold.UseUntil, hold);
                Add(StretchKind.Cleanup, hold.UseUntil, hold.Until, hold);
            }

            if (bookable) AddFree(freeFrom, until + Margin);
            lanes[unit - 1] = new UnitDay(unit, stretches);

            void Add(StretchKind kind, int start, int end, Hold hold)
            {
                (start, end) = (Math.Max(start, from), Math.Min(end, until));
                if (start < end) stretches.Add(new Stretch(kind, start, end, hold));
            }

            void AddFree(int gapFrom, int gapUntil)
            {
                foreach (var slot in opened)
                {
                    int start = Math.Max(Math.Max(slot.From, gapFrom + setup), earliest), end = Math.Min(slot.Until, gapUntil - cleanup);
                    if (end - start >= shortest) stretches.Add(new Stretch(StretchKind.Free, start, end));
                }
            }
        }

        return new DayPlan { Day = day, From = from, Until = until, Open = opened, Units = lanes, Policy = policy };
    }

    /// <summary>What a free stretch is first offered for: an hour where the policy lets it, never past the stretch.</summary>
    public int OfferedUntil(Stretch free)
    {
        var minutes = RoundUp(Math.Max(Math.Min(60, Policy.MaxMinutes), Policy.MinMinutes), Policy.GranularityMinutes);
        var quarters = minutes / QuarterHour.Minutes;
        var step = Policy.GranularityMinutes / QuarterHour.Minutes;
        while (quarters > free.Until - free.From && quarters > step) quarters -= step;
        return free.From + quarters;
    }

    private const int Margin = Resource.MaxBufferMinutes / QuarterHour.Minutes;

    private static int RoundUp(int minutes, int step) => (minutes + step - 1) / step * step;
}
