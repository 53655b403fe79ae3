namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>The addresses of the pages of sessions and rooms.</summary>
public static class SessionLinks
{
    public static string All(Guid camp) => $"/camps/{camp}/sessions";

    public static string New(Guid camp) => $"{All(camp)}/new";

    public static string Edit(Guid camp, Guid session) => $"{All(camp)}/{session}";

    public static string Rooms(Guid camp, Guid? edit = null) => $"/camps/{camp}/rooms{(edit is { } room ? $"?edit={room}#room-form" : "")}";
}
