using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Notifications.Emails;

namespace Incubator.Web.Pages.Jobs;

/// <summary>The jobs in our own words: what each does, and what its counts mean; keys of <c>JobsText.hu.resx</c>.</summary>
public static class JobWords
{
    public static readonly IReadOnlyDictionary<string, (string Name, string What)> Jobs = new Dictionary<string, (string, string)>
    {
        [nameof(DeliverOutbox)] = ("Deliver mails", "Sends what is written and due."),
        [nameof(RemindBeforeReservation)] = ("Remind of reservations", "Reminds people the day before and two hours before."),
        [nameof(MarkNoShows)] = ("Mark no-shows", "Records that nobody came within half an hour, and frees the rest of the time."),
        [nameof(CloseForgottenUse)] = ("Close forgotten use", "Ends use that nobody ended, as of the reservation's end."),
        [nameof(CheckInvariants)] = ("Check the booking data", "Proves each night that nothing overlaps and nothing is missing; tells staff if not."),
        [nameof(RemindOfSteps)] = ("Remind of onboarding steps", "Tells managers of steps that end, have ended, or were never begun."),
        [nameof(RemindOfCalls)] = ("Remind of calls", "Tells applicants of drafts before a call closes, and staff once it has closed."),
        [nameof(RemindReviewers)] = ("Remind reviewers", "Tells reviewers what they have not submitted, before the last day and after it."),
        [nameof(RemindOfMilestones)] = ("Remind of milestones", "Tells companies of milestones that are due in a week or overdue."),
        [nameof(StaffDigest)] = ("Morning letter to staff", "Tells staff each working morning what needs them that day."),
        [nameof(CompanyDigest)] = ("Weekly letter to companies", "Tells companies each Monday of their week, until Tuesday noon."),
        [nameof(ReadExternalCalendars)] = ("Read external calendars", "Asks the calendars of other houses when they are busy, and blocks those times here."),
        [nameof(RemindCrew)] = ("Remind crews of camps", "Asks those of a crew who have not answered once more, seven days before the camp."),
        [nameof(ForgetParticipants)] = ("Forget participants of camps", "Deletes needs 30 days after a camp, and who took part after two years."),
        [nameof(UseCampReservations)] = ("Use what camps reserved", "Begins and ends the use of rooms and equipment that sessions of camps reserved."),
        [nameof(OfferCampPlaces)] = ("Offer places of camps", "Ends offers that passed unanswered, and offers free places to the first who wait."),
        [nameof(ForgetApplications)] = ("Forget applications", "Forgets applications that came to nothing, once their time is over."),
        [nameof(ForgetInvitations)] = ("Forget invitations", "Forgets whom an invitation went to, 90 days after its link died."),
        [nameof(ForgetSecurityEvents)] = ("Forget security events", "Forgets sign-ins and attempts after a year."),
        [nameof(ForgetNotices)] = ("Forget notices", "Deletes notices 400 days after they were said, and withdrawn ones after 90."),
        [nameof(AskCampFollowUps)] = ("Ask after camps", "Asks companies how it goes 30, 100 and 180 days after a camp, and once more two weeks later."),
        [nameof(ChaseUpdates)] = ("Ask for company updates", "Sees to it that every manager is asked for quarterly updates and follow-ups."),
    };

    /// <summary>A run's counts.</summary>
    public static readonly IReadOnlyDictionary<string, string> Did = new Dictionary<string, string>
    {
        ["NeedsDeleted"] = "needs deleted: {0}",
        ["Offered"] = "places offered: {0}",
        ["Lapsed"] = "offers passed: {0}",
        ["CampUseBegun"] = "use of camps begun: {0}",
        ["CampUseEnded"] = "use of camps ended: {0}",
        ["NoShows"] = "no-shows: {0}",
        ["UseClosed"] = "use closed: {0}",
        ["Withdrawn"] = "taken back unsent: {0}",
        ["Findings"] = "problems found: {0}",
        ["Planned"] = "planned: {0}",
        ["Told"] = "told: {0}",
        ["ToldStaff"] = "told to staff: {0}",
        ["Read"] = "read: {0}",
        ["NotRead"] = "could not be read: {0}",
        ["Forgotten"] = "forgotten: {0}",
        ["Deleted"] = "deleted: {0}",
        ["Sent"] = "sent: {0}",
        ["Kept"] = "kept here, no mail server: {0}",
        ["Declined"] = "not wanted by mail: {0}",
        ["PutOff"] = "put off by the mail server: {0}",
        ["Parked"] = "given up: {0}",
        ["Passed"] = "withdrawn at the last moment: {0}",
    };
}
