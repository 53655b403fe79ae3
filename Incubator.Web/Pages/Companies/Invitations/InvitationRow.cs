using Incubator.Core.Companies;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>One invitation as a list shows it.</summary>
public sealed record InvitationRow(
    long Id, string Mail, string? FullName, string? Role, string? Company, MemberRole? MemberRole, InvitationState State,
    DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>May be sent again or revoked.</summary>
    public bool Waits => State is InvitationState.Open or InvitationState.Expired;

    public static InvitationRow Of(Invitation invitation, string? company, DateTimeOffset now) => new(
        invitation.Id, invitation.Mail, invitation.FullName, invitation.Role, company, invitation.MemberRole, invitation.StateAt(now),
        invitation.InvitedAt, invitation.ExpiresAt);

    public string StateIn(IStringLocalizer text) => State switch
    {
        InvitationState.Open => text["waits for an answer"],
        InvitationState.Accepted => text["accepted"],
        InvitationState.Revoked => text["revoked"],
        _ => text["expired"],
    };
}

/// <summary>A link to hand over, shown once.</summary>
public sealed record LinkMade(string To, string Link);

/// <summary>Invitations with what can be done about each: <c>&lt;partial name="_InvitationRows" model="…" /&gt;</c>.</summary>
public sealed record InvitationRows(IReadOnlyList<InvitationRow> Rows, Guid? Company = null);
