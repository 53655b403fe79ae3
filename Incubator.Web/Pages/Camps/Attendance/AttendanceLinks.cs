namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>Where the pages used at the camp are.</summary>
public static class AttendanceLinks
{
    public static string CheckIn(Guid camp, Guid? session = null) => $"/camps/{camp}/checkin" + (session is null ? "" : $"?session={session}");

    public static string Today(Guid camp) => $"/camps/{camp}/today";

    /// <summary>For who holds the registration's link.</summary>
    public static string OwnToday(string secret) => $"/camps/place/{secret}/today";
}
