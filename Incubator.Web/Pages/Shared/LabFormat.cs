using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Shared;

/// <summary>Dates, times and lengths as the reader writes them, on the lab's clock.</summary>
public static class LabFormat
{
    private static bool Hungarian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "hu";

    public static string Language => Hungarian ? "hu" : "en";

    /// <summary>"2026. november 9., hétfő" or "Monday 9 November 2026".</summary>
    public static string LongDate(DateOnly day) =>
        day.ToString(Hungarian ? "yyyy. MMMM d., dddd" : "dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"nov. 9., H" or "Mon 9 Nov".</summary>
    public static string ShortDate(DateOnly day) =>
        day.ToString(Hungarian ? "MMM d., ddd" : "ddd d MMM", CultureInfo.CurrentCulture);

    /// <summary>"2026. november" or "November 2026".</summary>
    public static string Month(DateOnly day) => day.ToString(Hungarian ? "yyyy. MMMM" : "MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"1 234,5" or "1,234.5".</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>24-hour local time; with its offset on the night when it happens twice.</summary>
    public static string Time(DateTimeOffset instant)
    {
        var local = LabTime.ToLocal(instant);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return LabTime.IsAmbiguous(local.DateTime) ? $"{time} ({local.ToString("zzz", CultureInfo.InvariantCulture)})" : time;
    }

    public static string DateTime(DateTimeOffset instant) => $"{ShortDate(LabTime.DateOf(instant))} {Time(instant)}";

    /// <summary>"Mon 9 Nov 07:00–10:00"; both dates where it ends on another day.</summary>
    public static string Slot(TimeSlot slot)
    {
        DateOnly start = LabTime.DateOf(slot.Start), end = LabTime.DateOf(slot.End);
        if (start == end) return $"{ShortDate(start)} {Time(slot.Start)}–{Time(slot.End)}";
        return slot.End == LabTime.StartOf(start.AddDays(1))
            ? $"{ShortDate(start)} {Time(slot.Start)}–24:00"
            : $"{DateTime(slot.Start)} – {DateTime(slot.End)}";
    }

    /// <summary>"3 h 30 min" or "3 óra 30 perc".</summary>
    public static string Minutes(int minutes)
    {
        var (h, m) = Hungarian ? ("óra", "perc") : ("h", "min");
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => $"{rest} {m}",
            (var hours, 0) => $"{hours} {h}",
            var (hours, rest) => $"{hours} {h} {rest} {m}",
        };
    }

    /// <summary>The instant as links and inputs carry it: local wall-clock time with its offset.</summary>
    public static string Iso(DateTimeOffset instant) => LabTime.ToLocal(instant).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
