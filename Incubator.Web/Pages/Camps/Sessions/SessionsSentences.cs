namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>What the desks of sessions and rooms say, by code.</summary>
public static class SessionsSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["AgendaOver"] = "The camp is over or cancelled: its agenda stays as it is.",
        ["NoTeamYet"] = "The camp has no team yet.",
        ["DayOutsideCamp"] = "The camp lasts from {from} until {until}.",
        ["SessionNotQuarters"] = "Where the lab is reserved, times and lengths are quarter-hours.",
        ["SessionNotFives"] = "Times and lengths are multiples of five minutes.",
        ["SessionEquipmentTooMuch"] = "A session takes at most {max} pieces of equipment.",
        ["SessionHasNoTime"] = "Give it a time first.",
        ["CampRoomTwice"] = "This demo facility is a room of the camp already.",
        ["CampRoomInUse"] = "Sessions are planned or wished in this room ({count}). Move them first.",
    };
}
