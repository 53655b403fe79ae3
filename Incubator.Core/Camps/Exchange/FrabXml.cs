using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// frab/pentabarf XML: schedule, day, room, event (schema: github.com/voc/schedule). EuroPython's dialect has entries right
/// below the day, with speakers instead of persons and several rooms in one text.
/// </summary>
public static class FrabXml
{
    public const string ContentType = "application/xml";

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = TimetableFile.MaxBytes,
        MaxCharactersFromEntities = 1_000,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    internal static Timetable Read(ReadOnlyMemory<byte> file, TimeZoneInfo zone)
    {
        var schedule = Parse(file);
        if (schedule.Name.LocalName != "schedule") throw new TimetableException(TimetableFile.Unreadable());
        var conference = schedule.Element("conference");
        zone = TimetableItem.ZoneOf(conference?.Element("time_zone_name")?.Value, zone);
        var head = new TimetableItem("schedule", zone);
        var events = schedule.Elements("day").SelectMany(day =>
            day.Elements("room").SelectMany(room => room.Elements("event").Select(e => Event(e, day, (string?)room.Attribute("name"), zone)))
                .Concat(day.Elements("entry").Select(e => Event(e, day, null, zone))));
        return new()
        {
            Acronym = head.Text("acronym", conference?.Element("acronym")?.Value, TimetableFile.TitleMaxLength),
            Title = head.Text("title", conference?.Element("title")?.Value, TimetableFile.TitleMaxLength),
            Version = head.Text("version", schedule.Element("version")?.Value, TimetableFile.TitleMaxLength),
            TimeZone = zone.Id,
            Rooms = [.. schedule.Elements("day").Elements("room").Select(r => head.Text("room", (string?)r.Attribute("name"), TimetableFile.TitleMaxLength)).Where(r => r.Length > 0).Distinct()],
            Events = [.. TimetableItem.Apart(events)],
        };
    }

    /// <summary>UTF-8 without byte order mark. Characters that XML can't carry are left out.</summary>
    public static byte[] Write(Timetable timetable)
    {
        timetable = timetable.Sorted();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timetable.TimeZone);
        var days = timetable.ByDay().ToList();
        var schedule = new XElement("schedule",
            Of("version", timetable.Version),
            new XElement("conference", Of("acronym", timetable.Acronym), Of("title", timetable.Title),
                Of("start", days.Count > 0 ? TimetableTimes.Day(days[0].Key) : ""), Of("end", days.Count > 0 ? TimetableTimes.Day(days[^1].Key) : ""),
                Of("days", days.Count.ToString(CultureInfo.InvariantCulture)), Of("timeslot_duration", "00:05"), Of("time_zone_name", timetable.TimeZone)),
            days.Select((day, i) => new XElement("day",
                new XAttribute("index", i + 1), new XAttribute("date", TimetableTimes.Day(day.Key)),
                new XAttribute("start", TimetableTimes.Instant(TimetableTimes.Begin(day.Key, zone), zone)),
                new XAttribute("end", TimetableTimes.Instant(TimetableTimes.Begin(day.Key.AddDays(1), zone), zone)),
                timetable.Rooms.Concat(day.Any(e => e.Rooms.Count == 0) ? [""] : []).Select(room => new XElement("room", new XAttribute("name", Clean(room)),
                    day.Where(e => e.MainRoom == room).Select(e => Event(e, zone)))))));
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize }))
            schedule.Save(writer);
        return file.ToArray();
    }

    private static XElement Event(TimetableEvent e, TimeZoneInfo zone) => new("event",
        new XAttribute("id", Clean(e.Id)), e.GlobalId.Length > 0 ? new XAttribute("guid", Clean(e.GlobalId)) : null,
        Of("date", TimetableTimes.Instant(e.Start, zone)), Of("start", TimetableTimes.Clock(e.Start, zone)), Of("duration", TimetableTimes.Length(e.Minutes)),
        Of("room", string.Join(", ", e.Rooms)), Of("slug", e.Slug), Of("url", e.Url),
        new XElement("recording", new XElement("license"), Of("optout", "false")),
        Of("title", e.Title), Of("subtitle", e.Subtitle), Of("track", e.Track), Of("type", e.Type), Of("language", e.Language),
        Of("abstract", e.Abstract), Of("description", e.Description),
        new XElement("persons", e.Persons.Select(p => new XElement("person", new XAttribute("id", Clean(p.Id)), Clean(p.Name)))),
        new XElement("links"), new XElement("attachments"));

    private static TimetableEvent Event(XElement e, XElement day, string? roomOfDay, TimeZoneInfo zone)
    {
        var item = new TimetableItem((string?)e.Attribute("id") ?? (string?)e.Attribute("guid") ?? "?", zone)
        {
            Date = e.Element("date")?.Value,
            Day = (string?)day.Attribute("date"),
            Start = e.Element("start")?.Value,
            Duration = e.Element("duration")?.Value,
        };
        var persons = e.Elements("persons").Elements("person").Concat(e.Elements("speakers").Elements("speaker"))
            .Select(p => (Name: item.Text("person", (p.Element("name") ?? p).Value, TimetableFile.TitleMaxLength), Id: (string?)p.Attribute("id") ?? ""))
            .Select(p => new TimetablePerson(item.Text("person", p.Id.Length > 0 ? p.Id : p.Name, TimetableFile.TitleMaxLength), p.Name)).Distinct().ToList();
        if (persons.Count > TimetableFile.MaxPersons) throw item.Bad("persons");
        return new()
        {
            Id = item.Text("id", item.Id, TimetableFile.TitleMaxLength),
            GlobalId = item.Text("guid", (string?)e.Attribute("guid"), TimetableFile.TitleMaxLength),
            Start = item.StartsAt(),
            Minutes = item.Minutes(),
            Rooms = item.Rooms(e.Element("room")?.Value ?? roomOfDay, isOne: e.Element("room") is not { } room || room.Attribute("id") is not null || room.Value == roomOfDay),
            Title = item.Title(e.Element("title")?.Value),
            Subtitle = Text("subtitle"),
            Slug = Text("slug"),
            Track = Text("track") is { Length: > 0 } track ? track : Text("category"),
            Type = Text("type"),
            Language = Text("language"),
            Abstract = Text("abstract"),
            Description = Text("description"),
            Url = Text("url"),
            Persons = persons,
        };

        string Text(string part) => item.Text(part, e.Element(part)?.Value);
    }

    private static XElement Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray(), writable: false), Careful);
            // A tree of many levels would be walked by recursion later.
            while (reader.Read())
                if (reader.Depth > 20) throw new TimetableException(TimetableFile.Unreadable());
            using var again = XmlReader.Create(new MemoryStream(file.ToArray(), writable: false), Careful);
            return XElement.Load(again);
        }
        catch (Exception bad) when (bad is XmlException or InvalidOperationException or ArgumentException)
        {
            throw new TimetableException(TimetableFile.Unreadable());
        }
    }

    private static XElement Of(string name, string text) => new(name, Clean(text));

    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes()
        .Where(r => r.Value != 0xFFFD && (!r.IsBmp || XmlConvert.IsXmlChar((char)r.Value))).Select(r => r.ToString()));
}
