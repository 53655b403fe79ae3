namespace Incubator.Core.Cohorts;

/// <summary>A quarter of the calendar year, 1 to 4; its days are local ones.</summary>
public readonly record struct CalendarQuarter(int Year, int Number) : IComparable<CalendarQuarter>
{
    /// <summary>Counts on without gaps: how tables keep it.</summary>
    public int Index => (Year * 4) + Number - 1;

    public DateOnly FirstDay => new(Year, ((Number - 1) * 3) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public CalendarQuarter Next => At(Index + 1);

    public CalendarQuarter Previous => At(Index - 1);

    public static CalendarQuarter At(int index) => new(index / 4, (index % 4) + 1);

    public static CalendarQuarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>"2026-3", as links carry it.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year}-{Number}");

    public static bool TryParse(string? text, out CalendarQuarter quarter)
    {
        quarter = default;
        if (text?.Split('-') is not [{ Length: 4 } year, { Length: 1 } number] || !int.TryParse(year, out var y) || !int.TryParse(number, out var n) ||
            y is < 2000 or > 2199 || n is < 1 or > 4)
            return false;
        quarter = new CalendarQuarter(y, n);
        return true;
    }

    public int CompareTo(CalendarQuarter other) => Index.CompareTo(other.Index);

    public static bool operator <(CalendarQuarter left, CalendarQuarter right) => left.CompareTo(right) < 0;

    public static bool operator >(CalendarQuarter left, CalendarQuarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(CalendarQuarter left, CalendarQuarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CalendarQuarter left, CalendarQuarter right) => left.CompareTo(right) >= 0;
}
