namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>The addresses of the pages of a camp's crew.</summary>
public static class CrewLinks
{
    /// <summary>For who has no account yet.</summary>
    public const string Invite = "/invitations";

    public static string All(Guid camp) => $"/camps/{camp}/crew";

    public static string Member(Guid member) => $"/camps/crew/{member}";

    /// <summary>One's own part.</summary>
    public static string Mine(Guid camp) => $"{All(camp)}/mine";
}
