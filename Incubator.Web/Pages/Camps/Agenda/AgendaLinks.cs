using System.Globalization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>The addresses of the pages of plan and agenda.</summary>
public static class AgendaLinks
{
    public static string Plan(Guid camp, DateOnly? day = null) => $"/camps/{camp}/plan{(day is { } d ? $"?day={Iso(d)}" : "")}";

    public static string Place(Guid camp, Guid session) => $"/camps/{camp}/plan/{session}";

    public static string Settings(Guid camp) => $"/camps/{camp}/plan/settings";

    public static string Automatic(Guid camp) => $"/camps/{camp}/plan/automatic";

    public static string Publish(Guid camp) => $"/camps/{camp}/plan/publish";

    /// <summary>For everybody.</summary>
    public static string Public(Guid camp) => $"/camps/{camp}/agenda";

    /// <param name="format">ics, xml or json.</param>
    public static string Feed(Guid camp, string format) => $"{Public(camp)}.{format}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
