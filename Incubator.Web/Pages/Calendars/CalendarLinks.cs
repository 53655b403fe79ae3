namespace Incubator.Web.Pages.Calendars;

/// <summary>The addresses of this room.</summary>
public static class CalendarLinks
{
    public const string Feeds = "/calendar-feeds";

    public const string OfMentor = "/mentoring/calendars";

    public static string FeedsFor(string resourceCode) => $"{Feeds}?resource={Uri.EscapeDataString(resourceCode)}";

    public static string OfResource(string resourceCode) => $"/resources/{Uri.EscapeDataString(resourceCode)}/calendars";

    /// <summary>What a calendar program is given; whoever has it reads the calendar.</summary>
    public static string Feed(HttpRequest request, string secret) => $"{request.Scheme}://{request.Host}/feeds/{secret}.ics";
}
