namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>The addresses of the pages of participants and teams.</summary>
public static class ParticipantLinks
{
    private const string Camps = "/camps";

    public static string Camp(Guid camp) => $"{Camps}/{camp}";

    public static string Register(Guid camp) => $"{Camps}/{camp}/register";

    /// <summary>After registering, whatever came of it.</summary>
    public static string Sent(Guid camp) => $"{Register(camp)}/sent";

    public static string SendLink(Guid camp) => $"{Register(camp)}/link";

    /// <summary>A participant's own page; the secret is the key.</summary>
    public static string Own(string secret) => $"{Camps}/place/{secret}";

    public static string Change(string secret) => $"{Own(secret)}/change";

    public static string All(Guid camp) => $"{Camps}/{camp}/participants";

    public static string Export(Guid camp) => $"{All(camp)}/export";

    public static string Form(Guid camp) => $"{All(camp)}/form";

    public static string One(Guid participant) => $"{Camps}/participants/{participant}";

    public static string Teams(Guid camp) => $"{Camps}/{camp}/teams";

    public static string Team(Guid team) => $"{Camps}/teams/{team}";

    /// <summary>The staff's home of the camp.</summary>
    public static string Manage(Guid camp) => $"{Camps}/{camp}/manage";
}
