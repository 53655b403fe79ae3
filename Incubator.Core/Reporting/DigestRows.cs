using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Core.Reporting;

/// <summary>The lists of a digest, as a notice keeps them.</summary>
internal sealed class DigestRows
{
    /// <summary>Of a longer list the rest stands on the page that the mail leads to.</summary>
    public const int Most = 20;

    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> lists = [];

    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists => lists;

    /// <summary>How many each list has ("missedCount"), whether all of them are shown or not.</summary>
    public Dictionary<string, string> Counts { get; } = [];

    public bool IsEmpty => lists.Count == 0;

    public DigestRows Add<T>(string list, IReadOnlyCollection<T> rows, params (string Name, Func<T, string> Text)[] texts)
    {
        if (rows.Count == 0) return this;
        lists[list] = [.. rows.Take(Most).Select(row => texts.ToDictionary(t => t.Name, t => t.Text(row)))];
        Counts[$"{list}Count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        return this;
    }

    /// <summary>A single figure.</summary>
    public DigestRows Add(string list, int count) =>
        count == 0 ? this : Add(list, [count], ("count", c => c.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Wall-clock times, as they fall on the local day: 09:00–12:30, or –12:30 where it began before.</summary>
    public static string TimesOn(DateOnly day, TimeSlot slot) => $"{On(day, slot.Start)}–{On(day, slot.End)}";

    private static string On(DateOnly day, DateTimeOffset at)
    {
        var local = LabTime.ToLocal(at);
        return DateOnly.FromDateTime(local.DateTime) == day ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : "";
    }
}
