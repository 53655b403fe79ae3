using System.Globalization;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>The addresses of the resource pages.</summary>
public static class ResourceLinks
{
    public const string Catalogue = "/resources";
    public const string New = "/resources/new";
    public const string Import = "/resources/import";
    public const string Export = "/resources/export";
    public const string Policies = "/booking/policies";

    public static string Details(string code) => $"/resources/{Uri.EscapeDataString(code)}";

    public static string Edit(string code) => $"{Details(code)}/edit";

    public static string Service(string code) => $"{Details(code)}/service";

    public static string Files(string code) => $"{Details(code)}/files";

    public static string Qr(string code) => $"{Details(code)}/qr.svg";

    public static string File(Guid reference) => $"/resources/file/{reference}";

    public static string ImportPreview(Guid reference) => $"{Import}/{reference}";

    public static string ImportProgress(Guid reference) => $"{Import}/{reference}/progress";

    public static string OpeningTimes(long? site = null, string? resource = null) =>
        "/booking/opening-times" + (resource is not null ? $"?resource={Uri.EscapeDataString(resource)}"
            : site is { } id ? string.Create(CultureInfo.InvariantCulture, $"?site={id}") : "");

    public static string SetPolicy(long? category = null, string? resource = null, DateOnly? from = null)
    {
        var level = resource is not null ? $"resource={Uri.EscapeDataString(resource)}"
            : category is { } id ? string.Create(CultureInfo.InvariantCulture, $"category={id}") : "";
        var day = from is { } first ? $"from={first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        var query = string.Join('&', new[] { level, day }.Where(part => part.Length > 0));
        return $"{Policies}/set{(query.Length > 0 ? "?" + query : "")}";
    }

    public static string Book(string code, TimeSlot slot) =>
        $"/booking/reserve?resource={Uri.EscapeDataString(code)}&start={At(slot.Start)}&end={At(slot.End)}";

    public static string FreeTimes(string code) => $"/booking/free-times?resource={Uri.EscapeDataString(code)}";

    private static string At(DateTimeOffset instant) => Uri.EscapeDataString(LabFormat.Iso(instant));
}
