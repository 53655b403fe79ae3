namespace Incubator.Web.Pages.Notifications;

/// <summary>
/// Each kind of notice in words: subject and body, in English as keys of <c>NotificationsText.hu.resx</c>; placeholders name the
/// notice's facts. Every body ends where the link follows.
/// </summary>
public static class NoticeWords
{
    public static readonly IReadOnlyDictionary<string, (string Subject, string Body)> Kinds = new Dictionary<string, (string, string)>
    {
        ["InvitationMade"] = ("Invitation to {company}", "You are invited to join {company} at the Debrecen Agri-food Incubator Lab. With the link below you make your account or sign in; it works once, until {until}."),
        ["HouseInvitationMade"] = ("Invitation to the Debrecen Agri-food Incubator Lab", "You are invited to work with the Debrecen Agri-food Incubator Lab. With the link below you make your account or sign in; it works once, until {until}."),
        ["UpdateDue"] = ("{company}: update for quarter {number} of {year}", "Please send the update of {company} for quarter {number} of {year}. It takes about two minutes; the form already holds your last figures:"),
        ["UpdateOverdue"] = ("{company}: the update for quarter {number} of {year} is overdue", "The update of {company} for quarter {number} of {year} has not arrived yet. Please send it now:"),
        ["StepExpires"] = ("{step} of {company} expires on {until}", "{step} counts until {until}. Hand in the new one before that day; bookings after it are refused without it."),
        ["StepRefused"] = ("{step} of {company} was refused", "The lab's staff could not accept {step}: {reason} Please hand it in again."),
        ["StepRevoked"] = ("{step} of {company} was withdrawn", "The lab's staff withdrew {step}: {reason} Look at your onboarding for what is missing and which reservations it concerns."),
        ["ReviewAssigned"] = ("An application to review: {call}", "You are asked to review an application to “{call}”. Say first whether you have a conflict of interest; with the link below you open it."),
        ["ReviewAssignedUntil"] = ("An application to review until {until}: {call}", "You are asked to review an application to “{call}” until {until}. Say first whether you have a conflict of interest; with the link below you open it."),
        ["ApplicationAdmitted"] = ("{company} is admitted ({number})", "The application {number} of {company} to “{call}” was successful. With the link below you read the letter, with the reasons and what the reviewers found."),
        ["ApplicationOnReserve"] = ("{company} is on the reserve list ({number})", "The application {number} of {company} to “{call}” is on the reserve list. With the link below you read the letter, with your place, the reasons and what the reviewers found."),
        ["ApplicationRejected"] = ("The decision on the application {number}", "A decision was made on the application {number} of {company} to “{call}”. With the link below you read the letter, with the reasons and what the reviewers found."),
        ["FollowUpDue"] = ("{company}: how is it {months} months after the programme?", "Please tell us how {company} is doing, {months} months after it graduated. A few figures are enough:"),
        ["MentorHourBooked"] = ("Mentor's hour booked: {mentor} and {company}, {date} {time}", "{mentor} and {company} meet on {date} at {time} (local time in Debrecen). What it is about stands here:"),
        ["MentorHourCancelled"] = ("Mentor's hour cancelled: {mentor} and {company}, {date} {time}", "The hour of {mentor} with {company} on {date} at {time} was cancelled:"),
        ["MentorHourMoved"] = ("Mentor's hour moved: {mentor} and {company}, now {date} {time}", "{mentor} and {company} now meet on {date} at {time} (local time in Debrecen):"),
        ["ApplicationLink"] = ("Your application {number}", "This link opens your application to the call “{call}”, until {closes} (local time). Whoever has it can read and change the application: keep it to yourself."),
        ["ApplicationSubmitted"] = ("{number} is submitted", "Your application to the call “{call}” is submitted. Until {closes} (local time) you can take it back by your link and change it. We write again when it is decided."),
        ["ApplicationWithdrawn"] = ("{number} is withdrawn", "Your application to the call “{call}” is withdrawn, as you asked. If it was not you, please tell the lab's staff."),
    };
}
