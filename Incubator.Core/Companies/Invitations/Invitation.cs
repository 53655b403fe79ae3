using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Incubator.Core.Accounts;

namespace Incubator.Core.Companies;

public enum InvitationState
{
    /// <summary>The link in the last mail opens the door.</summary>
    Open = 0,
    Accepted = 1,
    Revoked = 2,

    /// <summary>Nobody came in time; it can be sent again.</summary>
    Expired = 3,
}

/// <summary>
/// A door for one mail address: into a role of the house, or into a company. Its link works once and not for long; only the token's
/// hash is kept.
/// </summary>
public sealed class Invitation
{
    public const int MailMaxLength = 256;
    public const int RoleMaxLength = 40;
    public const int HashLength = 64;
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    private Invitation() { }

    public long Id { get; private set; }

    /// <summary>Where the link goes; empty once the person is erased.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>In capitals, as people's addresses are compared.</summary>
    public string NormalizedMail { get; private set; } = "";

    public string? FullName { get; private set; }

    /// <summary>Language of the mail and of the account: "hu" or "en".</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>One of <see cref="Accounts.Role.All"/>, or null where it leads into a company.</summary>
    public string? Role { get; private set; }

    public long? CompanyId { get; private set; }

    /// <summary>What the person will be in the company.</summary>
    public MemberRole? MemberRole { get; private set; }

    /// <summary>SHA-256 of the link's token, in hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>How often it was sent, from 1.</summary>
    public int Round { get; private set; }

    public long? InvitedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>UTC; from this instant on the link is dead.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public long? AcceptedById { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The event under which its notice waits; each sending is one of its own.</summary>
    public string NoticeEvent => $"{nameof(Invitation)}:{Id}:{Round}";

    /// <summary>The token goes into the link and is kept nowhere.</summary>
    public static (Invitation Invitation, string Token) Create(InvitePerson request, long? invitedBy, DateTimeOffset now)
    {
        if (request.CompanyId is null == request.Role is null) throw new ArgumentException("Either a role or a company.", nameof(request));
        var invitation = new Invitation
        {
            Mail = request.Mail,
            NormalizedMail = Normalize(request.Mail),
            FullName = request.FullName,
            Language = request.Language,
            Role = request.Role,
            CompanyId = request.CompanyId,
            MemberRole = request.CompanyId is null ? null : request.MemberRole,
            InvitedById = invitedBy,
            InvitedAt = now,
        };
        return (invitation, invitation.Send(now));
    }

    public static string Normalize(string mail) => mail.Trim().ToUpperInvariant();

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A plain address, without a display name.</summary>
    public static bool IsMail(string? mail) =>
        mail is { Length: > 0 and <= MailMaxLength } && MailAddress.TryCreate(mail, out var read) && read.Address == mail && read.DisplayName.Length == 0;

    public InvitationState StateAt(DateTimeOffset now) =>
        AcceptedAt is not null ? InvitationState.Accepted
        : RevokedAt is not null ? InvitationState.Revoked
        : now >= ExpiresAt ? InvitationState.Expired
        : InvitationState.Open;

    /// <summary>A new link for the same door; the old one is dead at once.</summary>
    public string Send(DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        TokenHash = HashOf(token);
        ExpiresAt = now + Validity;
        Round++;
        return token;
    }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public void Accept(long personId, DateTimeOffset now)
    {
        if (StateAt(now) != InvitationState.Open) throw new InvalidOperationException($"The invitation {Id} is not open.");
        (AcceptedById, AcceptedAt) = (personId, now);
    }

    /// <summary>That someone was invited stays, not who; an open link dies.</summary>
    public void Forget(DateTimeOffset now)
    {
        if (AcceptedAt is null) Revoke(now);
        Mail = NormalizedMail = "";
        FullName = null;
    }
}
