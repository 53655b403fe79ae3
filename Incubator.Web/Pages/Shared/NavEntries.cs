using Incubator.Core.Accounts;

namespace Incubator.Web.Pages.Shared;

/// <summary>One link of the main navigation; shown where its page exists and the reader may open it.</summary>
public sealed record NavEntry(string Page, string Text, string? Policy, string Icon = "flask", bool ForStaff = false);

public static class NavEntries
{
    public const string Catalogue = "/Booking/Resources/Index";

    /// <summary>In the order of use; what only staff need stands in a menu of its own.</summary>
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("/Booking/Day", "Timeline", Permission.Book, "day"),
        new("/Booking/FreeTimes", "Find a free time", Permission.Book, "find"),
        new("/Booking/Mine", "My reservations", Permission.Book, "mine"),
        new("/Booking/Month", "Month", Permission.Book, "month"),
        new(Catalogue, "Equipment and rooms", null, "flask"),
        new("/Booking/Maintenance", "Maintenance", Permission.ManageBooking, "wrench", ForStaff: true),
        new("/Booking/Resources/New", "New resource", Permission.ManageResources, "plus", ForStaff: true),
        new("/Booking/Resources/Import", "Import", Permission.ManageResources, "import", ForStaff: true),
        new("/Booking/Resources/OpeningTimes", "Opening times", Permission.ManageResources, "clock", ForStaff: true),
        new("/Booking/Resources/Policies", "Booking policies", Permission.ManageResources, "rules", ForStaff: true),
        new("/Accounts/ResetLink", "Password link", Permission.ManageBooking, "key", ForStaff: true),
    ];
}
