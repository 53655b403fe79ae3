namespace Incubator.Core.Accounts;

/// <summary>What a person may choose not to be written about. Everything else is part of having an account.</summary>
public enum NoticeTopic
{
    /// <summary>Own reservations are near.</summary>
    ReservationReminders = 0,

    /// <summary>Evidence of the company's onboarding is about to expire.</summary>
    OnboardingReminders = 1,

    /// <summary>Milestones and company updates are due.</summary>
    CohortReminders = 2,

    /// <summary>Calls open and events are announced.</summary>
    News = 3,
}

/// <summary>A person's "do not write to me about this".</summary>
public sealed class RefusedNotice
{
    private RefusedNotice() { }

    public long PersonId { get; private set; }

    public NoticeTopic Topic { get; private set; }

    public static RefusedNotice Create(long personId, NoticeTopic topic) => new() { PersonId = personId, Topic = topic };
}
