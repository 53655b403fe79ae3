namespace Incubator.Core.Common;

/// <summary>A half-open interval [Start, End) of instants in UTC; touching slots do not overlap.</summary>
public readonly record struct TimeSlot(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;

    public bool IsValid => End > Start;

    public bool Overlaps(TimeSlot other) => Start < other.End && other.Start < End;

    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;

    /// <summary>The slot with what comes before and after it, in minutes.</summary>
    public TimeSlot Widen(int minutesBefore, int minutesAfter) =>
        new(Start.AddMinutes(-minutesBefore), End.AddMinutes(minutesAfter));

    public TimeSlot ShiftedTo(DateTimeOffset start) => new(start, start + Length);

    /// <summary>The shared part, or null where the two do not overlap.</summary>
    public TimeSlot? Intersect(TimeSlot other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end > start ? new TimeSlot(start, end) : null;
    }
}
