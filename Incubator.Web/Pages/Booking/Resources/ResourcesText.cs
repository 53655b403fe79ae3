namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>Names the texts of the resource pages: English is the key, Hungarian stands in ResourcesText.hu.resx.</summary>
public sealed class ResourcesText;
