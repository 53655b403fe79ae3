namespace Incubator.Core.Booking;

/// <summary>The last human number given in a year; a row, because SQLite has no sequences.</summary>
public sealed class NumberSeries
{
    public const int KeyMaxLength = 10;

    public string Key { get; private set; } = "";

    public int Year { get; private set; }

    public long Last { get; private set; }

    public static NumberSeries Create(string key, int year, long last = 0) => new() { Key = key, Year = year, Last = last };
}
