using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Notifications.Emails;

namespace Incubator.Web.Startup;

/// <summary>
/// Every recurring job. Each is a sweep over what is due and not yet done: how often it looks is a matter of patience, not of
/// truth. A daily one is due from its local time on until it has succeeded.
/// </summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        // What is said
        Every<DeliverOutbox>(minutes: 1),
        Every<RemindBeforeReservation>(minutes: 5),
        Every<RemindOfSteps>(minutes: 15),
        Every<RemindOfCalls>(minutes: 15),
        Every<RemindReviewers>(minutes: 15),
        Every<RemindOfMilestones>(minutes: 15),
        Every<ChaseUpdates>(minutes: 30),
        Every<AskCampFollowUps>(minutes: 30),
        Daily<StaffDigest>("07:00"),
        Daily<CompanyDigest>("07:00"),

        // What the lab looks after
        Every<UseCampReservations>(minutes: 5),
        Every<MarkNoShows>(minutes: 5),
        Every<CloseForgottenUse>(minutes: 5),
        Every<OfferCampPlaces>(minutes: 5),
        Every<RemindCrew>(minutes: 30),
        Daily<CheckInvariants>("02:00"),

        // What other houses say
        Every<ReadExternalCalendars>(minutes: 15),

        // What is forgotten
        Daily<ForgetApplications>("03:00"),
        Daily<ForgetParticipants>("03:00"),
        Daily<ForgetInvitations>("03:00"),
        Daily<ForgetSecurityEvents>("03:00"),
        Daily<ForgetNotices>("03:00"),
    ];

    private static ScheduledJob Every<TJob>(int minutes)
        where TJob : IJob => new(typeof(TJob), minutes, null);

    private static ScheduledJob Daily<TJob>(string at)
        where TJob : IJob => new(typeof(TJob), 10, TimeOnly.ParseExact(at, "HH:mm"));
}

/// <param name="EveryMinutes">How often it is looked after.</param>
/// <param name="DailyAt">Local time from which it is due, once a day; null: at each look.</param>
public sealed record ScheduledJob(Type Type, int EveryMinutes, TimeOnly? DailyAt)
{
    public string Name => Type.Name;
}
