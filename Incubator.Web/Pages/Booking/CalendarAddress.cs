using System.Globalization;

namespace Incubator.Web.Pages.Booking;

/// <summary>Days, weeks and months as addresses carry them; null where they are not what they should be.</summary>
public static class CalendarAddress
{
    private const int FirstYear = 2000, LastYear = 2100;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSensible(day) ? day : null;

    /// <summary>"2026-W46": its Monday.</summary>
    public static DateOnly? Week(string? text)
    {
        if (text is not { Length: 8 } || text[4..6] != "-W" ||
            !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear ||
            !int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var week) ||
            week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }

    /// <summary>"2026-11": its first day.</summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSensible(day) ? day : null;

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date)}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static bool IsSensible(DateOnly day) => day.Year is >= FirstYear and <= LastYear;
}
