using System.Globalization;
using Incubator.Core.Common;

namespace Incubator.Web.Pages.Shared;

/// <summary>A moment as a field of type datetime-local holds it: local, to the minute.</summary>
public static class LocalMoment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public static string Text(DateTimeOffset instant) => LabTime.ToLocal(instant).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The instant (UTC), or NotADate, or LocalTimeSkipped.</summary>
    public static Result<DateTimeOffset> Read(string? text, string field) =>
        DateTime.TryParseExact(text?.Trim(), [Format, Format + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) &&
        local.Year is > 2000 and < 2200
            ? LabTime.ToInstant(local, field: field)
            : new Refusal("NotADate", field);
}
