using Incubator.Core.Accounts;

namespace Incubator.Web.Pages.Shared;

/// <summary>One link of the main navigation; shown where its page exists and the reader may open it.</summary>
public sealed record NavEntry(string Page, string Text, string? Policy);

public static class NavEntries
{
    /// <summary>In the order of use.</summary>
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("/Booking/Day", "Timeline", Permission.Book),
        new("/Booking/FreeTimes", "Find a free time", Permission.Book),
        new("/Booking/Mine", "My reservations", Permission.Book),
        new("/Booking/Resources/Index", "Equipment and rooms", null),
        new("/Booking/Maintenance", "Maintenance", Permission.ManageBooking),
        new("/Booking/OpeningTimes", "Opening times", Permission.ManageResources),
        new("/Booking/Policies", "Booking policies", Permission.ManageResources),
    ];
}
