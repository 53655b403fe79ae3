using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>Cuts offered hours into sessions on the lab's wall clock.</summary>
public static class OfferRules
{
    public const int MaxSessionMinutes = 240;

    /// <summary>Sessions that one act may offer.</summary>
    public const int MaxSlots = 300;

    /// <summary>
    /// The sessions, or why there are none. A weekly pattern keeps its local time across the change of the clocks; where that time
    /// is skipped on one day of it, that day is left out.
    /// </summary>
    public static Result<IReadOnlyList<TimeSlot>> Slots(OfferHours offer, DateTimeOffset now)
    {
        if (offer.SessionMinutes % QuarterHour.Minutes != 0 || offer.SessionMinutes is < QuarterHour.Minutes or > MaxSessionMinutes)
            return new Refusal("SessionLengthInvalid", nameof(offer.SessionMinutes)).With("max", MaxSessionMinutes);
        if (!IsOnQuarter(offer.From) || !IsOnQuarter(offer.Until)) return new Refusal("NotOnQuarter", nameof(offer.From));
        if (offer.Until < offer.From.AddMinutes(offer.SessionMinutes) || offer.From.AddMinutes(offer.SessionMinutes) < offer.From)
            return new Refusal("HoursTooShort", nameof(offer.Until)).With("minutes", offer.SessionMinutes);
        var last = offer.WeeklyUntil ?? offer.Date;
        if (last < offer.Date) return new Refusal("PatternEndsBeforeStart", nameof(offer.WeeklyUntil));
        if (last > offer.Date.AddYears(1)) return new Refusal("PatternTooLong", nameof(offer.WeeklyUntil));

        var slots = new List<TimeSlot>();
        for (var day = offer.Date; day <= last; day = day.AddDays(7))
        {
            var from = LabTime.ToInstant(day.ToDateTime(offer.From), field: nameof(offer.From));
            var until = LabTime.ToInstant(day.ToDateTime(offer.Until), field: nameof(offer.Until));
            if (!from.Succeeded || !until.Succeeded)
            {
                if (offer.WeeklyUntil is null) return Result<IReadOnlyList<TimeSlot>>.Refused([.. from.Refusals, .. until.Refusals]);
                continue;
            }

            for (var start = from.Value; start.AddMinutes(offer.SessionMinutes) <= until.Value; start = start.AddMinutes(offer.SessionMinutes))
                slots.Add(new TimeSlot(start, start.AddMinutes(offer.SessionMinutes)));
        }

        if (slots.Count == 0) return new Refusal("HoursTooShort", nameof(offer.Until)).With("minutes", offer.SessionMinutes);
        if (slots.Count > MaxSlots) return new Refusal("TooManyHours", nameof(offer.WeeklyUntil)).With("max", MaxSlots);
        if (slots[0].Start <= now) return new Refusal("StartInPast", nameof(offer.From));
        return slots;
    }

    private static bool IsOnQuarter(TimeOnly time) => time.Ticks % (QuarterHour.Minutes * TimeSpan.TicksPerMinute) == 0;
}
