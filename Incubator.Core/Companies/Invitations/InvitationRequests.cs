using Incubator.Core.Accounts;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>Whom to invite, into either a role of the house or a company.</summary>
public sealed record InvitePerson
{
    public required string Mail { get; init; }

    public string? FullName { get; init; }

    public required string Language { get; init; }

    public string? Role { get; init; }

    public long? CompanyId { get; init; }

    /// <summary>Counts where a company is named.</summary>
    public MemberRole MemberRole { get; init; }

    internal InvitePerson Tidied() => this with { Mail = Mail.Trim(), FullName = string.IsNullOrWhiteSpace(FullName) ? null : FullName.Trim() };

    internal IEnumerable<Refusal> Problems()
    {
        if (!Invitation.IsMail(Mail)) yield return new Refusal("MailNotAnAddress", nameof(Mail));
        if (TextRules.Problem(FullName, Person.NameMaxLength, nameof(FullName)) is { } problem) yield return problem;
        if (Language is not ("hu" or "en")) yield return new Refusal("Missing", nameof(Language));
        if (Role is null == CompanyId is null) yield return new Refusal("InvitedNowhere", nameof(Role));
        if (Role is not null && !Accounts.Role.All.Contains(Role)) yield return new Refusal("InvitedNowhere", nameof(Role));
        if (!Enum.IsDefined(MemberRole)) yield return new Refusal("Missing", nameof(MemberRole));
    }
}

/// <param name="Token">For the link; it cannot be read again.</param>
public sealed record InvitationMade(long Id, string Token);

/// <summary>Who comes through the door; name and password count for someone who has no account yet.</summary>
public sealed record AcceptInvitation
{
    public required string Token { get; init; }

    public string? FullName { get; init; }

    public string? Password { get; init; }
}

/// <param name="IsNew">An account was made.</param>
/// <param name="CompanyId">Where the person now belongs; null for a role of the house.</param>
public sealed record InvitationAccepted(long PersonId, bool IsNew, long? CompanyId);
