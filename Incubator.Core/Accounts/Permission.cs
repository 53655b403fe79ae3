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

    /// <summary>Company register, onboarding steps and their acceptance: staff, administrators.</summary>
    public const string ManageCompanies = nameof(ManageCompanies);

    /// <summary>Calls, applications, decisions, cohorts, milestones, mentors: staff, administrators.</summary>
    public const string ManageCohorts = nameof(ManageCohorts);

    /// <summary>Camps: challenges, participants, agenda, jury, follow-up: staff, administrators.</summary>
    public const string ManageCamps = nameof(ManageCamps);

    /// <summary>Reports for the public body: municipality, staff, administrators.</summary>
    public const string ReadReports = nameof(ReadReports);

    /// <summary>Review what one was assigned: reviewers, staff, administrators.</summary>
    public const string Review = nameof(Review);

    /// <summary>Give mentor hours: mentors, staff, administrators.</summary>
    public const string Mentor = nameof(Mentor);

    /// <summary>Invite people of any kind: staff, administrators.</summary>
    public const string InvitePeople = nameof(InvitePeople);

    /// <summary>See the page of one's own company: people of an active company.</summary>
    public const string OwnCompany = nameof(OwnCompany);

    /// <summary>Invite and remove people of one's own company: its managers.</summary>
    public const string ManageOwnPeople = nameof(ManageOwnPeople);

    /// <summary>People, roles, lock and unlock: administrators.</summary>
    public const string ManagePeople = nameof(ManagePeople);
}
