using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>An agenda as it is exchanged with other programs: what it is called, in which zone it is told, and its events. Texts are never null.</summary>
public sealed record Timetable
{
    /// <summary>Short name without spaces, as other tools use it in addresses.</summary>
    public required string Acronym { get; init; }

    public required string Title { get; init; }

    /// <summary>Of this publication.</summary>
    public string Version { get; init; } = "";

    /// <summary>IANA name of the zone in which local times and days are told.</summary>
    public string TimeZone { get; init; } = LabTime.Zone.Id;

    /// <summary>In the order in which they are shown; every room of an event is among them.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>In order of start, room and id.</summary>
    public IReadOnlyList<TimetableEvent> Events { get; init; } = [];

    /// <summary>The local hour at which a day of a timetable begins: what happens after midnight belongs to the evening (as in pretalx).</summary>
    public const int DayBegins = 4;

    /// <summary>Events by day, in the zone of the timetable.</summary>
    public IEnumerable<IGrouping<DateOnly, TimetableEvent>> ByDay()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        return Events.GroupBy(e => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.Start, zone).DateTime.AddHours(-DayBegins))).OrderBy(d => d.Key);
    }

    /// <summary>The same with its events in order and every room of theirs listed.</summary>
    public Timetable Sorted() => this with
    {
        Rooms = [.. Rooms.Concat(Events.SelectMany(e => e.Rooms)).Distinct()],
        Events = [.. Events.OrderBy(e => e.Start).ThenBy(e => e.MainRoom, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)],
    };
}

public sealed record TimetableEvent
{
    /// <summary>Unique within the timetable.</summary>
    public required string Id { get; init; }

    /// <summary>The same in all versions and files, where the sender gives one.</summary>
    public string GlobalId { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    public required int Minutes { get; init; }

    /// <summary>Usually one; several where it takes them all (a coffee break); none where it is not known.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>The first of its rooms, or nothing.</summary>
    public string MainRoom => Rooms.Count > 0 ? Rooms[0] : "";

    public required string Title { get; init; }

    public string Subtitle { get; init; } = "";

    public string Slug { get; init; } = "";

    public string Track { get; init; } = "";

    /// <summary>Kind of event in the sender's words.</summary>
    public string Type { get; init; } = "";

    /// <summary>Two letters (ISO 639-1), where given.</summary>
    public string Language { get; init; } = "";

    public string Abstract { get; init; } = "";

    public string Description { get; init; } = "";

    public string Url { get; init; } = "";

    public IReadOnlyList<TimetablePerson> Persons { get; init; } = [];

    public TimeSlot Slot => new(Start, Start.AddMinutes(Minutes));
}

/// <summary>Who speaks; the id is the sender's and tells people of one name apart.</summary>
public sealed record TimetablePerson(string Id, string Name);
