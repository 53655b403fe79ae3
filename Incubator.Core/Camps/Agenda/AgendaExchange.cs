using System.Globalization;

namespace Incubator.Core.Camps;

/// <summary>The published agenda as other tools exchange it.</summary>
public static class AgendaExchange
{
    /// <summary>What takes place; crew by name only where they have said yes.</summary>
    /// <param name="language">hu or en: of titles.</param>
    /// <param name="site">Where this site stands.</param>
    public static Timetable ToTimetable(this PublishedAgenda agenda, string language, Uri site) => new Timetable
    {
        Acronym = string.Create(CultureInfo.InvariantCulture, $"camp-{agenda.Camp.StartsOn:yyyyMMdd}"),
        Title = agenda.Camp.Name(language),
        Version = agenda.Version.Number.ToString(CultureInfo.InvariantCulture),
        Events = [.. agenda.Standing.Select(row => new TimetableEvent
        {
            Id = row.Item.Id.ToString(CultureInfo.InvariantCulture),
            GlobalId = row.Item.SessionReference.ToString(),
            Start = row.Item.Start,
            Minutes = row.Item.Minutes,
            Rooms = row.Item.RoomName is { } room ? [room] : [],
            Title = row.Item.Title(language),
            Subtitle = string.Join(", ", row.Teams.Select(t => t.Name)),
            Type = row.Item.Kind.ToString().ToLowerInvariant(),
            Language = language,
            Description = row.Item.Note ?? "",
            Url = new Uri(site, $"/camps/{agenda.Camp.Reference}/agenda").ToString(),
            Persons = [.. row.Crew.Select(name => new TimetablePerson(name, name))],
        })],
    }.Sorted();
}
