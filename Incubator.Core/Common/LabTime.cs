namespace Incubator.Core.Common;

/// <summary>
/// The lab's wall clock (Europe/Budapest). Instants are kept in UTC everywhere else; local time exists only at the edges.
/// </summary>
public static class LabTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest");

    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>True on the autumn night when the local time happens twice.</summary>
    public static bool IsAmbiguous(DateTime local) => Zone.IsAmbiguousTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>
    /// The instant of a local wall-clock time. A time that the spring change skips is refused (LocalTimeSkipped);
    /// one that happens twice means the first, or the second where <paramref name="second"/> is set.
    /// </summary>
    public static Result<DateTimeOffset> ToInstant(DateTime local, bool second = false, string? field = null)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
            return new Refusal("LocalTimeSkipped", field).With("local", local);
        var offset = Zone.GetUtcOffset(local);
        if (Zone.IsAmbiguousTime(local))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(local);
            offset = second ? offsets.Min() : offsets.Max();
        }

        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first instant of a local day (23, 24 or 25 hours long).</summary>
    public static DateTimeOffset StartOf(DateOnly day) => AtMinute(day, 0);

    public static TimeSlot Day(DateOnly day) => new(StartOf(day), StartOf(day.AddDays(1)));

    /// <summary>
    /// The instant of a minute of the local day (0 to 1440). For calendars, which must always have an answer:
    /// a skipped time becomes the instant of the change, an ambiguous one the first.
    /// </summary>
    public static DateTimeOffset AtMinute(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(QuarterHour.Minutes);
        return ToInstant(local).Value;
    }
}
