namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>The room's texts; Hungarian beside it.</summary>
public sealed class InvitationsText;
