using Incubator.Core.Notifications;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>What a person may choose not to be mailed about, in words.</summary>
public static class TopicWords
{
    /// <summary>In the order of the profile.</summary>
    public static IReadOnlyList<NoticeTopic> All { get; } =
    [
        NoticeTopic.ReservationChanges, NoticeTopic.ReservationReminders, NoticeTopic.ReservationHours, NoticeTopic.OnboardingReminders,
        NoticeTopic.CohortReminders, NoticeTopic.Digests, NoticeTopic.News,
    ];

    public static string Say(NoticeTopic topic, IStringLocalizer<AccountsText> text) => topic switch
    {
        NoticeTopic.ReservationChanges => text["My reservations: made, changed, cancelled"],
        NoticeTopic.ReservationReminders => text["Reminder the day before my reservation"],
        NoticeTopic.ReservationHours => text["Reminder two hours before my reservation"],
        NoticeTopic.OnboardingReminders => text["Onboarding: what is missing or about to expire"],
        NoticeTopic.CohortReminders => text["Milestones and company updates that are due"],
        NoticeTopic.Digests => text["Digests: the day for staff, the week for companies"],
        _ => text["News: calls, camps, trainings"],
    };
}
