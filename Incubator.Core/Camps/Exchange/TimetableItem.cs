using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// What both formats say of one event, as text, and how it becomes an event: times with offset count as they are, local
/// ones in the given zone (the first of two, where the autumn change makes it happen twice).
/// </summary>
internal sealed record TimetableItem(string Id, TimeZoneInfo Zone)
{
    private static readonly string[] Clocks = ["H:mm", "HH:mm", "HHmm", "H:mm:ss", "HH:mm:ss"];

    /// <summary>Date and time, with or without offset.</summary>
    public string? Date { get; init; }

    /// <summary>The day it stands under, for a start on the clock alone.</summary>
    public string? Day { get; init; }

    /// <summary>On the clock: 09:30 or 0930.</summary>
    public string? Start { get; init; }

    /// <summary>Hours and minutes (01:30, or 1:02:00 with days), or minutes alone (90).</summary>
    public string? Duration { get; init; }

    public DateTimeOffset StartsAt()
    {
        if (Date is { Length: > 0 } date)
        {
            if (DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var said) && said.Kind == DateTimeKind.Unspecified) return Local(said);
            if (DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return Bounded(instant.ToUniversalTime());
            throw Bad("date");
        }

        if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw Bad("day");
        if (!TimeOnly.TryParseExact(Start, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) throw Bad("start");
        return Local(day.ToDateTime(clock));
    }

    public int Minutes()
    {
        var parts = (Duration ?? "").Split(':');
        var minutes = 0;
        foreach (var (part, index) in parts.Reverse().Select((p, i) => (p, i)))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || index > 2 || number > TimetableFile.MaxMinutes) throw Bad("duration");
            minutes += number * index switch { 0 => 1, 1 => 60, _ => 24 * 60 };
        }

        return minutes is > 0 and <= TimetableFile.MaxMinutes ? minutes : throw Bad("duration");
    }

    public string Text(string part, string? text, int limit = TimetableFile.TextMaxLength) =>
        (text?.Trim() ?? "") is { } trimmed && trimmed.Length <= limit ? trimmed : throw Bad(part);

    public string Title(string? text) => Text("title", text, TimetableFile.TitleMaxLength) is { Length: > 0 } title ? title : throw Bad("title");

    /// <summary>One room, whatever its name looks like, or a list told in one text.</summary>
    public string[] Rooms(string? text, bool isOne)
    {
        var said = Text("room", text, TimetableFile.TitleMaxLength);
        return said.Length == 0 ? [] : isOne ? [said] : [.. said.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }

    public TimetableException Bad(string part) => new(new Refusal("TimetableItemUnreadable").With("item", Id.Length > 60 ? Id[..60] : Id).With("part", part));

    private DateTimeOffset Local(DateTime local)
    {
        if (Zone.IsInvalidTime(local) || local.Year is < 1900 or > 2200) throw Bad("start");
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTimeOffset Bounded(DateTimeOffset instant) => instant.Year is >= 1900 and <= 2200 ? instant : throw Bad("date");

    /// <summary>The zone that a file names, where this machine knows it.</summary>
    public static TimeZoneInfo ZoneOf(string? name, TimeZoneInfo otherwise) =>
        name is { Length: > 0 and <= 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone) ? zone : otherwise;

    /// <summary>Ids made unique: the second event of one id gets "-2".</summary>
    public static IEnumerable<TimetableEvent> Apart(IEnumerable<TimetableEvent> events)
    {
        var (seen, count) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var read = 0;
        foreach (var item in events)
        {
            if (++read > TimetableFile.MaxEvents) throw new TimetableException(TimetableFile.TooLarge());
            var id = item.Id;
            while (!seen.Add(id)) id = $"{item.Id}-{count[item.Id] = count.GetValueOrDefault(item.Id, 1) + 1}";
            yield return item with { Id = id };
        }
    }
}
