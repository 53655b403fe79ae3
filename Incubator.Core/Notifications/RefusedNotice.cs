namespace Incubator.Core.Notifications;

/// <summary>What a person may choose not to be mailed about; it still stands in their messages. Whatever has no topic is part of having an account.</summary>
public enum NoticeTopic
{
    /// <summary>Own reservations, the day before.</summary>
    ReservationReminders = 0,

    /// <summary>Evidence of the company's onboarding is missing or about to expire.</summary>
    OnboardingReminders = 1,

    /// <summary>Milestones and company updates are due.</summary>
    CohortReminders = 2,

    /// <summary>Calls open and events are announced.</summary>
    News = 3,

    /// <summary>Own reservations were made, changed or cancelled.</summary>
    ReservationChanges = 4,

    /// <summary>Own reservations, two hours before.</summary>
    ReservationHours = 5,

    /// <summary>The digest: each working morning for staff, each week for companies.</summary>
    Digests = 6,
}

/// <summary>A person's "do not mail me about this".</summary>
public sealed class RefusedNotice
{
    private RefusedNotice() { }

    public long PersonId { get; private set; }

    public NoticeTopic Topic { get; private set; }

    public static RefusedNotice Create(long personId, NoticeTopic topic) => new() { PersonId = personId, Topic = topic };
}
