namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>What the desks used at the camp refuse, by code.</summary>
public static class AttendanceSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CampNotRunning"] = "This is done while the camp runs, and in the time of its follow-up.",
        ["AttendedAlready"] = "This participant was at a session already; take that back first.",
        ["CampSessionNotBegun"] = "This session begins at {start}; people are ticked off from half an hour before.",
        ["SessionAttended"] = "People were ticked off at this session; it stays.",
        ["CrewAtWork"] = "This person has scored teams or has a certificate; they stay in the crew.",
        ["TeamAtWork"] = "This team was scored or written to; it stays.",
        ["SessionOfOtherTeam"] = "This session is for other teams.",
    };
}
