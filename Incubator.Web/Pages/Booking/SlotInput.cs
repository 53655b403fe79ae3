using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Booking;

/// <summary>
/// A time slot as it is typed: local days and times, kept as typed. On the autumn night a time that happens twice means the
/// first, unless the second is ticked.
/// </summary>
public abstract record SlotInput
{
    private const string DayFormat = "yyyy-MM-dd";

    public string? Date { get; set; }

    public string? Start { get; set; }

    /// <summary>Empty: the same day.</summary>
    public string? EndDate { get; set; }

    public string? End { get; set; }

    public bool StartSecond { get; set; }

    public bool EndSecond { get; set; }

    public bool StartIsAmbiguous => Local(Date, Start) is { } local && LabTime.IsAmbiguous(local);

    public bool EndIsAmbiguous => Local(LastDay, End) is { } local && LabTime.IsAmbiguous(local);

    private string? LastDay => string.IsNullOrWhiteSpace(EndDate) ? Date : EndDate;

    /// <summary>The slot, or a refusal for each field that cannot be read.</summary>
    public Result<TimeSlot> Read()
    {
        var refusals = new List<Refusal>();
        if (Day(Date) is null) refusals.Add(string.IsNullOrWhiteSpace(Date) ? new Refusal("Missing", nameof(Date)) : new Refusal("NotADate", nameof(Date)));
        if (Time(Start) is null) refusals.Add(string.IsNullOrWhiteSpace(Start) ? new Refusal("Missing", nameof(Start)) : new Refusal("NotATime", nameof(Start)));
        if (!string.IsNullOrWhiteSpace(EndDate) && Day(EndDate) is null) refusals.Add(new Refusal("NotADate", nameof(EndDate)));
        if (Time(End) is null) refusals.Add(string.IsNullOrWhiteSpace(End) ? new Refusal("Missing", nameof(End)) : new Refusal("NotATime", nameof(End)));
        if (refusals.Count > 0) return Result<TimeSlot>.Refused(refusals);
        var start = LabTime.ToInstant(Local(Date, Start)!.Value, StartSecond, nameof(Start));
        var end = LabTime.ToInstant(Local(LastDay, End)!.Value, EndSecond, nameof(End));
        if (!start.Succeeded || !end.Succeeded) return Result<TimeSlot>.Refused([.. start.Refusals, .. end.Refusals]);
        return new TimeSlot(start.Value, end.Value);
    }

    /// <summary>Fills the form from a slot.</summary>
    public void Show(TimeSlot slot)
    {
        DateTimeOffset start = LabTime.ToLocal(slot.Start), end = LabTime.ToLocal(slot.End);
        Date = start.ToString(DayFormat, CultureInfo.InvariantCulture);
        Start = start.ToString("HH:mm", CultureInfo.InvariantCulture);
        EndDate = end.Date == start.Date ? null : end.ToString(DayFormat, CultureInfo.InvariantCulture);
        End = end.ToString("HH:mm", CultureInfo.InvariantCulture);
        StartSecond = IsSecond(start);
        EndSecond = IsSecond(end);
    }

    /// <summary>Fills the form from a link's instants; what cannot be read stays empty.</summary>
    public void Show(string? start, string? end)
    {
        if (Instant(start) is not { } from) return;
        Show(new TimeSlot(from, Instant(end) is { } until && until > from ? until : from.AddHours(2)));
    }

    private static bool IsSecond(DateTimeOffset local) =>
        LabTime.IsAmbiguous(local.DateTime) && local.Offset == LabTime.Zone.GetAmbiguousTimeOffsets(local.DateTime).Min();

    private static DateTimeOffset? Instant(string? text)
    {
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return exact;
        return DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) &&
            LabTime.ToInstant(local) is { Succeeded: true } instant
            ? instant.Value
            : null;
    }

    private static DateTime? Local(string? day, string? time) => Day(day) is { } d && Time(time) is { } t ? d.ToDateTime(t) : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200
            ? day
            : null;

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
