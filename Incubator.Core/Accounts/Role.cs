namespace Incubator.Core.Accounts;

/// <summary>The roles of the house; people of companies need none, their membership says it.</summary>
public static class Role
{
    public const string Administrator = nameof(Administrator);
    public const string Staff = nameof(Staff);
    public const string Municipality = nameof(Municipality);

    /// <summary>An expert from outside who reviews applications.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>Someone from outside who gives companies of a cohort hours of advice.</summary>
    public const string Mentor = nameof(Mentor);

    public static readonly IReadOnlyList<string> All = [Administrator, Staff, Municipality, Reviewer, Mentor];
}
