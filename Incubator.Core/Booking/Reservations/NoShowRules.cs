using Incubator.Core.Common;

namespace Incubator.Core.Booking;

public enum NoShowVerdict
{
    /// <summary>Someone may still come.</summary>
    Wait = 0,

    /// <summary>Nobody came, and could have.</summary>
    NoShow = 1,

    /// <summary>Whether anybody could have come, the program does not know; staff decide.</summary>
    Ask = 2,
}

/// <summary>Time in which a unit could not be used.</summary>
/// <param name="IsOpen">An outage that is not over before staff say so, whatever its end.</param>
public sealed record DownTime(DateTimeOffset Start, DateTimeOffset End, bool IsOpen)
{
    public bool IsOn(DateTimeOffset now) => Start <= now && (IsOpen || now < End);

    public bool Touches(TimeSlot slot) => Start < slot.End && (IsOpen || slot.Start < End);
}

/// <summary>When the program may say by itself that nobody came.</summary>
public static class NoShowRules
{
    /// <param name="watchingSince">Since when the program has been there without a longer pause: who could not check in did not stay away.</param>
    /// <param name="downs">Of the reservation's units.</param>
    public static NoShowVerdict Judge(TimeSlot slot, DateTimeOffset watchingSince, IEnumerable<DownTime> downs, DateTimeOffset now)
    {
        // After a pause of the program the grace is given again, if there is time for it.
        var from = watchingSince > slot.Start ? watchingSince : slot.Start;
        var wait = from + UseDesk.NoShowGrace;
        var (grace, again) = (new TimeSlot(slot.Start, slot.Start + UseDesk.NoShowGrace), new TimeSlot(from, wait));
        var known = downs.ToList();
        if ((from > slot.Start && wait > slot.End) || known.Exists(d => d.Touches(grace) || d.Touches(again)))
            return now < slot.End ? NoShowVerdict.Wait : NoShowVerdict.Ask;
        return now < wait || known.Exists(d => d.IsOn(now)) ? NoShowVerdict.Wait : NoShowVerdict.NoShow;
    }
}
