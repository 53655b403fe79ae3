namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>The addresses of the pages of challenges.</summary>
public static class ChallengeLinks
{
    /// <summary>Of one's own company.</summary>
    public const string Mine = "/my-company/challenges";

    private const string All = "/camps/challenges";

    /// <summary>For staff.</summary>
    public static string OfCamp(Guid camp) => $"{CampLinks.Details(camp)}/challenges";

    public static string New(Guid camp) => $"{All}/edit?camp={camp}";

    public static string Edit(Guid reference) => $"{All}/edit/{reference}";

    /// <param name="secret">Of a participant's link; null: as whoever is signed in.</param>
    public static string Details(Guid reference, string? secret = null) => $"{All}/{reference}" + (secret is null ? "" : $"/{secret}");

    public static string File(Guid reference, Guid file, string? secret = null) => $"{All}/{reference}/files/{file}" + (secret is null ? "" : $"/{secret}");

    public static string Decide(Guid reference) => $"{All}/{reference}/decide";

    public static string Readers(Guid reference) => $"{All}/{reference}/readers";
}
