namespace Incubator.Core.Accounts;

/// <summary>What a page asks for; the policy of the same name says which roles have it.</summary>
public static class Permission
{
    /// <summary>Signed in, whoever.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Book and see the timeline: people of an active company, staff, administrators.</summary>
    public const string Book = nameof(Book);

    /// <summary>Act for companies, override rules, check anyone in and out, place maintenance.</summary>
    public const string ManageBooking = nameof(ManageBooking);

    /// <summary>Edit resources, policies, opening times; import.</summary>
    public const string ManageResources = nameof(ManageResources);
}
