using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Gives numbers out, each once; inside a write transaction only.</summary>
public static class Numbers
{
    /// <summary>The next one: BK-2026-00123, the year being the local one.</summary>
    public static async Task<string> NextNumberAsync(this IncubatorDb db, string key, int digits, DateTimeOffset now, CancellationToken cancel) =>
        (await db.NextNumbersAsync(key, digits, 1, now, cancel))[0];

    /// <summary>That many in a row.</summary>
    public static async Task<IReadOnlyList<string>> NextNumbersAsync(
        this IncubatorDb db, string key, int digits, int count, DateTimeOffset now, CancellationToken cancel)
    {
        var year = LabTime.DateOf(now).Year;
        var bumped = await db.NumberSeries.Where(s => s.Key == key && s.Year == year)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + count), cancel);
        if (bumped == 0)
        {
            db.NumberSeries.Add(NumberSeries.Create(key, year, last: count));
            await db.SaveChangesAsync(cancel);
        }

        var last = await db.NumberSeries.Where(s => s.Key == key && s.Year == year).Select(s => s.Last).SingleAsync(cancel);
        return [.. Enumerable.Range(1, count).Select(i => $"{key}-{year}-{(last - count + i).ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture)}")];
    }
}
