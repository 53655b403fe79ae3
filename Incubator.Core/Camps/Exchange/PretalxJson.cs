using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Incubator.Core.Camps;

/// <summary>The JSON of pretalx and of the Chaos events: schedule, conference, days, rooms, events (schema: c3voc.de/schedule/schema.json).</summary>
public static class PretalxJson
{
    public const string ContentType = "application/json";

    private static readonly JsonDocumentOptions Careful = new() { MaxDepth = 20 };

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static Timetable Read(ReadOnlyMemory<byte> file, TimeZoneInfo zone)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file, Careful);
            return Read(document.RootElement.GetProperty("schedule"), zone);
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new TimetableException(TimetableFile.Unreadable());
        }
    }

    /// <summary>UTF-8 without byte order mark.</summary>
    public static byte[] Write(Timetable timetable)
    {
        timetable = timetable.Sorted();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timetable.TimeZone);
        var days = timetable.ByDay().ToList();
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Readable))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://c3voc.de/schedule/schema.json");
            json.WriteStartObject("schedule");
            json.WriteString("version", timetable.Version);
            json.WriteStartObject("conference");
            json.WriteString("acronym", timetable.Acronym);
            json.WriteString("title", timetable.Title);
            json.WriteString("start", days.Count > 0 ? TimetableTimes.Day(days[0].Key) : "");
            json.WriteString("end", days.Count > 0 ? TimetableTimes.Day(days[^1].Key) : "");
            json.WriteNumber("daysCount", days.Count);
            json.WriteString("timeslot_duration", "00:05");
            json.WriteString("time_zone_name", timetable.TimeZone);
            json.WriteStartArray("rooms");
            foreach (var room in timetable.Rooms)
            {
                json.WriteStartObject();
                json.WriteString("name", room);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("days");
            for (var i = 0; i < days.Count; i++) Write(json, timetable, days[i], i + 1, zone);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return file.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Timetable timetable, IGrouping<DateOnly, TimetableEvent> day, int index, TimeZoneInfo zone)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("date", TimetableTimes.Day(day.Key));
        json.WriteString("day_start", TimetableTimes.Instant(TimetableTimes.Begin(day.Key, zone), zone));
        json.WriteString("day_end", TimetableTimes.Instant(TimetableTimes.Begin(day.Key.AddDays(1), zone), zone));
        json.WriteStartObject("rooms");
        foreach (var room in day.GroupBy(e => e.MainRoom).OrderBy(r => timetable.Rooms.ToList().IndexOf(r.Key)))
        {
            json.WriteStartArray(room.Key);
            foreach (var e in room) Write(json, e, zone);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TimetableEvent e, TimeZoneInfo zone)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("guid", e.GlobalId);
        json.WriteString("date", TimetableTimes.Instant(e.Start, zone));
        json.WriteString("start", TimetableTimes.Clock(e.Start, zone));
        json.WriteString("duration", TimetableTimes.Length(e.Minutes));
        json.WriteString("room", string.Join(", ", e.Rooms));
        foreach (var (name, text) in Texts(e)) json.WriteString(name, text);
        json.WriteStartArray("persons");
        foreach (var person in e.Persons)
        {
            json.WriteStartObject();
            json.WriteString("id", person.Id);
            json.WriteString("public_name", person.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach (var list in new[] { "links", "attachments" })
        {
            json.WriteStartArray(list);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static (string, string)[] Texts(TimetableEvent e) =>
    [
        ("slug", e.Slug), ("url", e.Url), ("title", e.Title), ("subtitle", e.Subtitle), ("track", e.Track), ("type", e.Type),
        ("language", e.Language), ("abstract", e.Abstract), ("description", e.Description),
    ];

    private static Timetable Read(JsonElement schedule, TimeZoneInfo zone)
    {
        var conference = schedule.GetProperty("conference");
        zone = TimetableItem.ZoneOf(Said(conference, "time_zone_name"), zone);
        var head = new TimetableItem("schedule", zone);
        var events = conference.GetProperty("days").EnumerateArray().SelectMany(day => day.GetProperty("rooms").EnumerateObject()
            .SelectMany(room => room.Value.EnumerateArray().Select(e => Event(e, Said(day, "date"), room.Name, zone))));
        return new()
        {
            Acronym = head.Text("acronym", Said(conference, "acronym"), TimetableFile.TitleMaxLength),
            Title = head.Text("title", Said(conference, "title"), TimetableFile.TitleMaxLength),
            Version = head.Text("version", Said(schedule, "version"), TimetableFile.TitleMaxLength),
            TimeZone = zone.Id,
            Rooms = conference.TryGetProperty("rooms", out var rooms) ? [.. rooms.EnumerateArray().Select(r => head.Text("room", Said(r, "name"), TimetableFile.TitleMaxLength)).Where(r => r.Length > 0).Distinct()] : [],
            Events = [.. TimetableItem.Apart(events)],
        };
    }

    private static TimetableEvent Event(JsonElement e, string? day, string roomOfDay, TimeZoneInfo zone)
    {
        var item = new TimetableItem(Said(e, "id") ?? Said(e, "guid") ?? "?", zone) { Date = Said(e, "date"), Day = day, Start = Said(e, "start"), Duration = Said(e, "duration") };
        var persons = e.TryGetProperty("persons", out var all) ? all.EnumerateArray().Take(TimetableFile.MaxPersons + 1).Select(p =>
        {
            var name = item.Text("person", Said(p, "public_name") ?? Said(p, "name"), TimetableFile.TitleMaxLength);
            return new TimetablePerson(item.Text("person", Said(p, "id") ?? Said(p, "code") ?? Said(p, "guid") ?? name, TimetableFile.TitleMaxLength), name);
        }).Distinct().ToList() : [];
        if (persons.Count > TimetableFile.MaxPersons) throw item.Bad("persons");
        return new()
        {
            Id = item.Text("id", item.Id, TimetableFile.TitleMaxLength),
            GlobalId = item.Text("guid", Said(e, "guid"), TimetableFile.TitleMaxLength),
            Start = item.StartsAt(),
            Minutes = item.Minutes(),
            Rooms = item.Rooms(Said(e, "room") ?? roomOfDay, isOne: Said(e, "room") is not { } room || room == roomOfDay),
            Title = item.Title(Said(e, "title")),
            Subtitle = Text("subtitle"),
            Slug = Text("slug"),
            Track = Text("track"),
            Type = Text("type"),
            Language = Text("language"),
            Abstract = Text("abstract"),
            Description = Text("description"),
            Url = Text("url"),
            Persons = persons,
        };

        string Text(string part) => item.Text(part, Said(e, part));
    }

    /// <summary>A text, or a number as text; null where there is none. A text in several languages gives its English, or its first.</summary>
    private static string? Said(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object => Said(value, "en") ?? value.EnumerateObject().Select(p => p.Value).FirstOrDefault(v => v.ValueKind == JsonValueKind.String) switch
            {
                { ValueKind: JsonValueKind.String } first => first.GetString(),
                _ => null,
            },
            _ => null,
        } : null;
}
