namespace Incubator.Web.Pages.Notifications;

/// <summary>
/// One kind of notice in words, in English as keys of <c>NotificationsText.hu.resx</c>; placeholders ({company}) name the notice's
/// facts.
/// </summary>
/// <param name="Body">What happened and what to do, in a sentence or two.</param>
/// <param name="Action">What the mail's one button says; it leads to the fact "link".</param>
public sealed record NoticeKind(string Subject, string Body, string Action = "Open")
{
    /// <summary>Lists under the sentences, in order; a list without rows is left out.</summary>
    public IReadOnlyList<NoticeList> Lists { get; init; } = [];
}

/// <summary>A list of a digest: the fact's name, the heading, and how each row reads; placeholders name the row's texts.</summary>
public sealed record NoticeList(string Fact, string Heading, string Row);

/// <summary>Every kind, said where the house writes it.</summary>
public static class NoticeWords
{
    public static readonly IReadOnlyDictionary<string, NoticeKind> Kinds = new Dictionary<string, NoticeKind>
    {
        ["InvitationMade"] = new("Invitation to {company}", "You are invited to join {company} at the Debrecen Agri-food Incubator Lab. With the link below you make your account or sign in; it works once, until {until}.", "Join"),
        ["HouseInvitationMade"] = new("Invitation to the Debrecen Agri-food Incubator Lab", "You are invited to work with the Debrecen Agri-food Incubator Lab. With the link below you make your account or sign in; it works once, until {until}.", "Join"),
        ["UpdateDue"] = new("{company}: update for quarter {number} of {year}", "Please send the update of {company} for quarter {number} of {year}. It takes about two minutes; the form already holds your last figures:", "Send the update"),
        ["UpdateOverdue"] = new("{company}: the update for quarter {number} of {year} is overdue", "The update of {company} for quarter {number} of {year} has not arrived yet. Please send it now:", "Send the update"),
        ["StepExpires"] = new("{step} of {company} expires on {until}", "{step} counts until {until}. Hand in the new one before that day; bookings after it are refused without it.", "Open my onboarding"),
        ["StepExpired"] = new("{step} of {company} has expired", "{step} counted until {until}. Bookings that need it are refused from then on. Please hand in the new one.", "Open my onboarding"),
        ["StepsMissing"] = new("{company}: steps before the first booking", "These steps of {company} were not begun yet, a week after it came to the lab. Nothing that needs them can be booked until they are done.", "Open my onboarding")
        {
            Lists = [new("steps", "Not begun yet", "{step}")],
        },
        ["StepRefused"] = new("{step} of {company} was refused", "The lab's staff could not accept {step}. Please hand it in again. The reason: {reason}", "Open my onboarding"),
        ["StepRevoked"] = new("{step} of {company} was withdrawn", "The lab's staff withdrew {step}. Look at your onboarding for what is missing and which reservations it concerns. The reason: {reason}", "Open my onboarding"),
        ["ReviewAssigned"] = new("An application to review: {call}", "You are asked to review an application to “{call}”. Say first whether you have a conflict of interest; with the link below you open it.", "Open the review"),
        ["ReviewAssignedUntil"] = new("An application to review until {until}: {call}", "You are asked to review an application to “{call}” until {until}. Say first whether you have a conflict of interest; with the link below you open it.", "Open the review"),
        ["ReviewsDue"] = new("Reviews due by {until}: {call}", "Your reviews for “{call}” that are still to be submitted: {count}. The last day is {until}.", "Open my reviews"),
        ["ReviewsOverdue"] = new("Reviews overdue: {call}", "Your reviews for “{call}” that have not arrived yet: {count}. The last day was {until}. Please submit them now, or tell the lab's staff that you cannot.", "Open my reviews"),
        ["ApplicationAdmitted"] = new("{company} is admitted ({number})", "The application {number} of {company} to “{call}” was successful. With the link below you read the letter, with the reasons and what the reviewers found.", "Read the letter"),
        ["ApplicationOnReserve"] = new("{company} is on the reserve list ({number})", "The application {number} of {company} to “{call}” is on the reserve list. With the link below you read the letter, with your place, the reasons and what the reviewers found.", "Read the letter"),
        ["ApplicationRejected"] = new("The decision on the application {number}", "A decision was made on the application {number} of {company} to “{call}”. With the link below you read the letter, with the reasons and what the reviewers found.", "Read the letter"),
        ["FollowUpDue"] = new("{company}: how is it {months} months after the programme?", "Please tell us how {company} is doing, {months} months after it graduated. A few figures are enough:", "Answer"),
        ["CampCheckDue"] = new("{company}: how is it {days} days after the camp?", "Please tell us what became of “{challenge}”, {days} days after the innovation camp. A few sentences are enough:", "Answer"),
        ["CampCheckOverdue"] = new("{company}: we still wait for your answer, {days} days after the camp", "Your answer on “{challenge}”, {days} days after the innovation camp, has not arrived yet. A few sentences are enough:", "Answer"),
        ["MilestoneDue"] = new("{company}: a milestone is due on {due}", "“{milestone}” is due on {due}. When it is done, close it with what shows it; if it takes longer, put it off and say why.", "Open the milestone"),
        ["MilestoneOverdue"] = new("{company}: a milestone is overdue", "“{milestone}” was due on {due} and is still open. Close it with what shows that it is done, or put it off and say why.", "Open the milestone"),
        ["MentorHourBooked"] = new("Mentor's hour booked: {mentor} and {company}, {date} {time}", "{mentor} and {company} meet on {date} at {time} (local time in Debrecen). What it is about stands here:", "Open the mentor's hour"),
        ["MentorHourCancelled"] = new("Mentor's hour cancelled: {mentor} and {company}, {date} {time}", "The hour of {mentor} with {company} on {date} at {time} was cancelled:", "Open the mentor's hour"),
        ["MentorHourMoved"] = new("Mentor's hour moved: {mentor} and {company}, now {date} {time}", "{mentor} and {company} now meet on {date} at {time} (local time in Debrecen):", "Open the mentor's hour"),
        ["MentorHourCollided"] = new("Your calendar and a mentor's hour collide: {company}", "Your calendar “{calendar}” says busy at {start}, when you are to meet {company}. The hour stays booked; move or cancel it if you cannot come.", "Open the mentor's hour"),
        ["CalendarNotRead"] = new("The calendar “{calendar}” cannot be read", "Since {since} the external calendar “{calendar}” could not be read. What was read before still counts. Look at what is wrong with its address.", "Open the calendars"),
        ["ApplicationLink"] = new("Your application {number}", "This link opens your application to the call “{call}”, until {closes} (local time). Whoever has it can read and change the application: keep it to yourself.", "Open my application"),
        ["CallClosesSoon"] = new("“{call}” closes soon", "Your application {number} is still a draft; only what is submitted counts. The call closes on {closes} (local time). With the link below you open the draft; whoever has it can read and change it: keep it to yourself.", "Open my application"),
        ["CallClosed"] = new("The call has closed: {call}", "“{call}” has closed. Applications submitted: {count}. They wait to be given to reviewers.", "Open the call"),
        ["CampCalledOff"] = new("Cancelled: {camp}", "The camp “{camp}”, planned from {from} to {until}, does not take place. We are sorry. The reason: {reason}", "Open the camp"),
        ["ChallengeAccepted"] = new("Your challenge is accepted: {challenge}", "“{challenge}” was accepted for the camp “{camp}”. A facilitator will refine it with you. Words of the staff: {reason}", "Open the challenge"),
        ["ChallengeRejected"] = new("Your challenge was not accepted: {challenge}", "“{challenge}” was not accepted for the camp “{camp}”. The reason: {reason}", "Open the challenge"),
        ["CampMoved"] = new("Changed: {camp}", "The camp “{camp}” has changed. It now takes place from {from} to {until}, here: {place}. The reason: {reason}", "Open the camp"),
        ["CampMessage"] = new("A message from the camp: {camp}", "The organisers of the camp “{camp}” write: {text}", "Open today's programme"),
        ["CampCertificate"] = new("Your certificate {number}: {camp}", "You have a certificate for the camp “{camp}”. With the link below you open it, print it or keep it. Its number is {number}; anybody you show it to can check it on our site.", "Open the certificate"),
        ["AgendaChanged"] = new("{camp}: agenda, version {number}", "The agenda of {camp} has a new version, and it concerns you. These are your sessions that are new or different; the others are as they were.", "Open the agenda")
        {
            Lists =
            [
                new("new", "On the agenda", "{slot}, {title} ({room})"),
                new("moved", "Moved", "{slot}, {title} ({room}); before: {old}"),
                new("changed", "Changed, at the old time", "{slot}, {title} ({room})"),
                new("cancelled", "Cancelled", "{slot}, {title}"),
            ],
        },
        ["StaffDigest"] = new("Your day in the lab: {day}", "What needs you this morning; the rest stands on your home page.", "Open my home page")
        {
            Lists =
            [
                new("reservations", "Reservations today: {reservationsCount}", "{time} {what}, {company}"),
                new("first", "Here for the first time: {firstCount}", "{company}"),
                new("overdue", "Still in use after the end: {overdueCount}", "{time} {what}, {company}"),
                new("undecided", "To decide, did anybody come: {undecidedCount}", "{time} {what}, {company}"),
                new("missed", "Nobody came: {missedCount}", "{time} {what}, {company}"),
                new("evidence", "Evidence to decide: {evidenceCount}", "{company}: {step}"),
                new("affected", "Companies whose reservations hang in the air: {affectedCount}", "{company}: {count}, the first on {day}"),
                new("assign", "Applications to give to reviewers", "{call}: {count}"),
                new("decide", "Applications to decide", "{call}: {count}"),
                new("challenges", "Challenges to decide", "{camp}: {count}"),
                new("milestones", "Milestones late: {milestonesCount}", "{company}: {milestone}, due {due}"),
                new("updates", "Updates overdue: {updatesCount}", "{company}: quarter {number} of {year}"),
                new("seats", "Left the lab, still hold a seat: {seatsCount}", "{company}: {cohort}"),
                new("followUps", "Alumni to be asked", "{count}"),
                new("outages", "Out of order now: {outagesCount}", "{resource}, until {until}: {reason}"),
                new("mails", "Mails that could not be sent", "{count}"),
                new("jobs", "Background work that failed", "{count}"),
            ],
        },
        ["CompanyDigest"] = new("{company}: the week from {day}", "This week's reservations, and what is to be done. The rest stands on your home page.", "Open my home page")
        {
            Lists =
            [
                new("reservations", "Reservations this week: {reservationsCount}", "{day}, {time}: {what}"),
                new("missing", "Onboarding, still to be done: {missingCount}", "{step}"),
                new("ending", "Onboarding, ends soon: {endingCount}", "{step}: {until}"),
                new("milestones", "Milestones due: {milestonesCount}", "{milestone}: {due}"),
                new("updates", "Updates to send: {updatesCount}", "Quarter {number} of {year}"),
            ],
        },
        ["ApplicationSubmitted"] = new("{number} is submitted", "Your application to the call “{call}” is submitted. Until {closes} (local time) you can take it back by your link and change it. We write again when it is decided."),
        ["ApplicationWithdrawn"] = new("{number} is withdrawn", "Your application to the call “{call}” is withdrawn, as you asked. If it was not you, please tell the lab's staff."),
        ["CampRegistered"] = new("You have a place: {camp}", "You have a place at the camp “{camp}”, which begins on {starts}. With the link below you see and change your registration, or cancel it, so that somebody who waits can come. Whoever has the link can do the same: keep it to yourself.", "Open my registration"),
        ["CampWaiting"] = new("You are on the waiting list: {camp}", "All places are taken at the camp “{camp}”, which begins on {starts}. You are on the waiting list, in order of arrival; when a place becomes free for you, we write and keep it for 48 hours. With the link below you see where you stand. Keep it to yourself.", "Open my registration"),
        ["CampOffer"] = new("A place is free for you: {camp}", "A place has become free at the camp “{camp}”, which begins on {starts}. It is kept for you until {until} (local time). With the link below you take it, or leave it to the next who waits. Keep the link to yourself.", "Answer the offer"),
        ["CampOfferLapsed"] = new("The offered place has gone on: {camp}", "The place at the camp “{camp}” that was kept for you was not taken in time, and goes to the next. With the link below you can join the end of the waiting list again.", "Open my registration"),
        ["CampCancelled"] = new("Your registration is cancelled: {camp}", "Your registration for the camp “{camp}” is cancelled, as you asked. If it was not you, please tell the lab's staff. With the link below you can also have your data deleted.", "Open my registration"),
        ["CampCancelledByStaff"] = new("Your place is cancelled: {camp}", "The lab has cancelled your registration for the camp “{camp}”. The reason: {reason}", "Open my registration"),
        ["CampTeam"] = new("Your team: {camp}", "You are in the team “{team}” at the camp “{camp}”, which begins on {starts}. With the link below you see who else is in it and who guides you. Keep the link to yourself.", "See my team"),
        ["CrewAsked"] = new("Will you take part: {camp}", "The lab asks you to take part in the camp “{camp}”, which begins on {starts}. With the link below you see in what role, say whether you come, and when you can.", "Answer"),
        ["CrewReminder"] = new("Please answer: {camp}", "The camp “{camp}” begins on {starts}, and you have not said yet whether you come. Please answer by the link below.", "Answer"),
        ["CrewDeclined"] = new("{who} does not come: {camp}", "{who} has said that they do not come to the camp “{camp}”. Please find somebody else for what was theirs.", "Open the crew"),
        ["CampLink"] = new("Your registration: {camp}", "This link opens your registration for the camp “{camp}”, which begins on {starts}. Whoever has it can read and change the registration: keep it to yourself.", "Open my registration"),
        ["ReservationConfirmed"] = new("Reservation confirmed: {what}, {slot}", "Your reservation {number} is confirmed: {what}, {slot} (local time in Debrecen).", "Open the reservation")
        {
            Lists = [new("free", "Cancelling", "Free until {free}")],
        },
        ["ReservationChanged"] = new("Reservation changed: {what}, {slot}", "Your reservation {number} is changed. Now: {what}, {slot} (local time in Debrecen). Before: {oldwhat}, {oldslot}.", "Open the reservation")
        {
            Lists = [new("reason", "Reason", "{reason}")],
        },
        ["ReservationCancelled"] = new("Reservation cancelled: {what}, {slot}", "The reservation {number} is cancelled: {what}, {slot} (local time in Debrecen).", "Open the reservation")
        {
            Lists = [new("reason", "Reason", "{reason}")],
        },
        ["ReservationCancelledLate"] = new("Reservation cancelled late: {what}, {slot}", "The reservation {number} is cancelled after its free deadline: {what}, {slot} (local time in Debrecen). It is recorded as a late cancellation.", "Open the reservation")
        {
            Lists = [new("reason", "Reason", "{reason}")],
        },
        ["ReservationDisplaced"] = new("Please find another time: {what}, {slot}", "Your reservation {number} cannot take place because of maintenance: {what}, {slot} (local time in Debrecen). We are sorry. With the link below you find another free time.", "Find another time")
        {
            Lists = [new("reason", "Reason", "{reason}")],
        },
        ["ReservationNoShow"] = new("Nobody came: {what}, {slot}", "Nobody began to use the reservation {number} in time: {what}, {slot} (local time in Debrecen). It is recorded as a no-show, and the rest of its time is free for others. If you were there, please tell the lab's staff.", "Open the reservation"),
        ["UseClosed"] = new("Use ended for you: {what}, {slot}", "Nobody recorded the end of use for the reservation {number}: {what}, {slot} (local time in Debrecen). The program closed it; its booked end counts as the end of use. Next time, please end the use when you leave.", "Open the reservation"),
        ["ReservationTomorrow"] = new("Reminder: {what}, {slot}", "Your reservation {number} is coming up: {what}, {slot} (local time in Debrecen). If you cannot come, please cancel it, so that others can use the time.", "Open the reservation"),
        ["ReservationSoon"] = new("Soon: {what}, {slot}", "Your reservation {number} begins shortly: {what}, {slot} (local time in Debrecen). Begin the use on its page when you arrive; without that it becomes a no-show half an hour after its start.", "Open the reservation"),
        ["InvariantsBroken"] = new("The nightly check found {count} problems in the booking data", "The nightly check of the booking data found {count} problems. Please tell whoever looks after the program; the first ones are listed here.", "Open the jobs")
        {
            Lists = [new("findings", "What was found", "{code}: {rows}")],
        },
    };
}
