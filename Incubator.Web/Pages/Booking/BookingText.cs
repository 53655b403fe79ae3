namespace Incubator.Web.Pages.Booking;

/// <summary>Names the room's texts: English is the key, Hungarian stands in BookingText.hu.resx.</summary>
public sealed class BookingText;
