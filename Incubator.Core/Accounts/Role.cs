namespace Incubator.Core.Accounts;

/// <summary>The roles of the house; people of companies need none, their membership says it.</summary>
public static class Role
{
    public const string Administrator = nameof(Administrator);
    public const string Staff = nameof(Staff);
    public const string Municipality = nameof(Municipality);

    public static readonly IReadOnlyList<string> All = [Administrator, Staff, Municipality];
}
