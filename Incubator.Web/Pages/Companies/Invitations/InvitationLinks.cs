using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies.Invitations;

public static class InvitationLinks
{
    public const string List = "/people/invitations";
    public const string People = "/my-company/people";

    /// <summary>What is handed over.</summary>
    public static string Absolute(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}{InvitationDesk.LinkOf(token)}";
}
