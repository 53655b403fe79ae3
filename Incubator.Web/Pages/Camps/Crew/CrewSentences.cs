namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>What the desks of crew and teams say, by code.</summary>
public static class CrewSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CrewAskedAlready"] = "This person has been asked for this role already.",
        ["ChairIsAJuror"] = "Only a juror chairs the jury.",
        ["CrewInSessions"] = "This person stands in sessions of the agenda. Give those to somebody else first.",
        ["CrewOfChallenge"] = "This person looks after a challenge. Give it to somebody else first.",
        ["CrewTimesTooMany"] = "Give at most {max} times.",
        ["CrewDayOutside"] = "The camp lasts from {first} to {last}.",
        ["CrewHoursInvalid"] = "Give a start, and an end that is later.",
        ["CrewHoursOverlap"] = "These hours overlap with others of that day.",
        ["TeamsMissing"] = "There are no teams yet, or nobody is in them.",
        ["TeamNotEmpty"] = "Somebody is in this team. Put them elsewhere first.",
        ["TeamInSessions"] = "This team has been announced or stands in the agenda; it cannot be removed.",
        ["NoPlaceNoTeam"] = "Only who has a place is in a team.",
    };
}
