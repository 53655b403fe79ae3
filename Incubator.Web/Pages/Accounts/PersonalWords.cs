namespace Incubator.Web.Pages.Accounts;

/// <summary>What rooms call the parts of a person's data, by code; a code without words is shown as it is.</summary>
public static class PersonalWords
{
    public static readonly IReadOnlyDictionary<string, string> Sections = new Dictionary<string, string>
    {
        ["Account"] = "Account",
        ["Passkeys"] = "Passkeys",
        ["History"] = "History",
        ["Notices"] = "Notices sent to you",
        ["Memberships"] = "Companies",
        ["Invitations"] = "Invitations",
        ["Reservations"] = "Reservations",
        ["UseSessions"] = "Uses of equipment",
        ["Onboarding"] = "Onboarding",
        ["Mentor"] = "As a mentor",
        ["MentorHours"] = "Mentor hours",
        ["ReviewerOf"] = "Named as a reviewer",
        ["Reviews"] = "Reviews",
        ["CalendarFeeds"] = "Calendar addresses",
        ["ExternalCalendars"] = "External calendars",
        ["Applications"] = "Applications",
    };

    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["FullName"] = "Full name",
        ["Email"] = "E-mail address",
        ["Phone"] = "Phone",
        ["Language"] = "Language",
        ["Roles"] = "Roles",
        ["Role"] = "Role",
        ["TwoFactor"] = "Two-factor sign-in",
        ["LockedUntil"] = "Locked until",
        ["RefusedNotices"] = "Not to be written about",
        ["Name"] = "Name",
        ["At"] = "When",
        ["Subject"] = "What it concerns",
        ["Act"] = "What was done",
        ["Reason"] = "Reason",
        ["Kind"] = "Kind",
        ["Company"] = "Company",
        ["Call"] = "Call",
        ["Organisation"] = "Organisation",
        ["AcceptedAt"] = "Accepted",
        ["Number"] = "Number",
        ["BookedAt"] = "Booked",
        ["Start"] = "Start",
        ["End"] = "End",
        ["State"] = "State",
        ["Purpose"] = "Purpose",
        ["ProjectNote"] = "Note",
        ["AcceptedName"] = "Signed as",
        ["About"] = "About me",
        ["Languages"] = "Languages",
        ["Topics"] = "Topics",
        ["Summary"] = "Summary",
        ["Address"] = "Address",
        ["RemovedAt"] = "Removed",
        ["RevokedAt"] = "Revoked",
        ["ReadAt"] = "Last read",
    };
}
