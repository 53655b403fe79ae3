using Incubator.Core.Accounts;

namespace Incubator.Web.Pages.Shared;

/// <summary>Where a link of the navigation stands.</summary>
public enum NavSection
{
    /// <summary>In the row that everybody sees.</summary>
    Lab = 0,
    MyCompany = 1,

    // In the menu for staff, each under its heading.
    Equipment = 2,
    Companies = 3,
    Cohorts = 4,
    Camps = 5,
    People = 6,
}

/// <summary>One link of the main navigation; shown where its page exists and the reader may open it.</summary>
/// <param name="NotForStaff">Staff may open it too, but come there by other ways.</param>
public sealed record NavEntry(string Page, string Text, string? Policy, string Icon = "flask", NavSection Section = NavSection.Lab, bool NotForStaff = false)
{
    public bool IsInStaffMenu => Section >= NavSection.Equipment;
}

public static class NavEntries
{
    public const string Catalogue = "/Booking/Resources/Index";

    public static readonly IReadOnlyDictionary<NavSection, string> Headings = new Dictionary<NavSection, string>
    {
        [NavSection.MyCompany] = "My company",
        [NavSection.Equipment] = "Equipment",
        [NavSection.Companies] = "Companies",
        [NavSection.Cohorts] = "Cohorts",
        [NavSection.Camps] = "Camps",
        [NavSection.People] = "People",
    };

    /// <summary>In the order of use; what only staff need stands in a menu of its own.</summary>
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("/Booking/Day", "Timeline", Permission.Book, "day"),
        new("/Booking/FreeTimes", "Find a free time", Permission.Book, "find"),
        new("/Booking/Mine", "My reservations", Permission.Book, "mine"),
        new("/Booking/Month", "Month", Permission.Book, "month"),
        new(Catalogue, "Equipment and rooms", null, "flask"),
        new("/Cohorts/Calls/Index", "Calls", null, "mail", NotForStaff: true),
        new("/Camps/FollowUp/Reports", "Reports on camps", Permission.ReadReports, "file", NotForStaff: true),
        new("/Camps/Index", "Innovation camps", null, "camp", NotForStaff: true),
        new("/Cohorts/Reviews/Index", "Reviews", Permission.Review, "rules", NotForStaff: true),
        new("/Cohorts/Mentoring/Mine", "My mentor's hours", Permission.Mentor, "clock", NotForStaff: true),

        new("/Companies/Mine", "Company page", Permission.OwnCompany, "mine", Section: NavSection.MyCompany),
        new("/Companies/Onboarding/Mine", "Onboarding", Permission.OwnCompany, "check", Section: NavSection.MyCompany),
        new("/Companies/Invitations/People", "People of my company", Permission.ManageOwnPeople, "people", Section: NavSection.MyCompany),
        new("/Cohorts/Programmes/Own", "My cohort", Permission.OwnCompany, "cohort", Section: NavSection.MyCompany),
        new("/Camps/FollowUp/Own", "After the camps", Permission.OwnCompany, "check", Section: NavSection.MyCompany),
        new("/Cohorts/Mentoring/Index", "Mentors", Permission.OwnCompany, "person", Section: NavSection.MyCompany),
        new("/Camps/Challenges/Mine", "Our challenges", Permission.OwnCompany, "flask", Section: NavSection.MyCompany),

        new("/Booking/Maintenance", "Maintenance", Permission.ManageBooking, "wrench", Section: NavSection.Equipment),
        new("/Booking/Resources/New", "New resource", Permission.ManageResources, "plus", Section: NavSection.Equipment),
        new("/Booking/Resources/Import", "Import", Permission.ManageResources, "import", Section: NavSection.Equipment),
        new("/Booking/Resources/OpeningTimes", "Opening times", Permission.ManageResources, "clock", Section: NavSection.Equipment),
        new("/Booking/Resources/Policies", "Booking policies", Permission.ManageResources, "rules", Section: NavSection.Equipment),

        new("/Companies/Index", "Company register", Permission.ManageCompanies, "mine", Section: NavSection.Companies),
        new("/Companies/Onboarding/Index", "Onboarding of companies", Permission.ManageCompanies, "check", Section: NavSection.Companies),
        new("/Companies/Onboarding/Steps", "Steps and texts", Permission.ManageCompanies, "rules", Section: NavSection.Companies),

        new("/Cohorts/Calls/All", "Calls and applications", Permission.ManageCohorts, "mail", Section: NavSection.Cohorts),
        new("/Cohorts/Reviews/Index", "Reviews", Permission.ManageCohorts, "rules", Section: NavSection.Cohorts),
        new("/Cohorts/Programmes/Index", "Programmes and cohorts", Permission.ManageCohorts, "cohort", Section: NavSection.Cohorts),
        new("/Cohorts/Updates/Index", "Updates and follow-ups", Permission.ManageCohorts, "mine", Section: NavSection.Cohorts),
        new("/Cohorts/Mentoring/Pool", "Mentor pool", Permission.ManageCohorts, "person", Section: NavSection.Cohorts),

        new("/Camps/FollowUp/Reports", "Reports on camps", Permission.ManageCamps, "file", Section: NavSection.Camps),
        new("/Camps/Manage", "Camps and challenges", Permission.ManageCamps, "camp", Section: NavSection.Camps),

        new("/Accounts/People", "People", Permission.ManagePeople, "people", Section: NavSection.People),
        new("/Companies/Invitations/Index", "Invitations", Permission.InvitePeople, "mail", Section: NavSection.People),
        new("/Notifications/Index", "Notices", Permission.ManageBooking, "mail", Section: NavSection.People),
        new("/Jobs/Index", "Jobs", Permission.ManageBooking, "clock", Section: NavSection.People),
        new("/Accounts/ResetLink", "Password link", Permission.ManageBooking, "key", Section: NavSection.People),
    ];
}
