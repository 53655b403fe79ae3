using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Booking;

/// <summary>The addresses of this room; instants travel as local time with offset.</summary>
public static class BookingLinks
{
    public const string Mine = "/booking/mine";

    public static string Reservation(Guid reference) => $"/booking/reservations/{reference}";

    public static string Move(Guid reference) => $"/booking/reservations/{reference}/move";

    public static string Reserve(string resourceCode, TimeSlot? slot = null, int units = 1, LotUse use = LotUse.ForSale)
    {
        var resources = string.Join('&', Enumerable.Repeat($"resource={Uri.EscapeDataString(resourceCode)}", Math.Max(1, units)));
        return slot is { } s ? $"/booking/reserve?{resources}&start={At(s.Start)}&end={At(s.End)}{(use == LotUse.ResearchOnly ? "&use=research" : "")}" : $"/booking/reserve?{resources}";
    }

    public static string FreeTimes(string? resourceCode = null) =>
        resourceCode is null ? "/booking/free-times" : $"/booking/free-times?resource={Uri.EscapeDataString(resourceCode)}";

    public static string Day(DateOnly day) => $"/booking/day?date={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string At(DateTimeOffset instant) => Uri.EscapeDataString(LabFormat.Iso(instant));
}
