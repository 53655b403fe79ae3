namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>What the invitation desks refuse, by code.</summary>
public static class InvitationSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["MailNotAnAddress"] = "Write an e-mail address, such as name@example.com.",
        ["InvitedNowhere"] = "Choose where the invitation leads.",
        ["OnlyAdministratorsInvite"] = "Only administrators invite staff and administrators.",
        ["CompanyNotActive"] = "This company is not active; nobody can be invited into it.",
        ["AlreadyInvited"] = "An invitation for this address is waiting already. Send that one again.",
        ["AlreadyMember"] = "This person belongs to the company already.",
        ["RoleHeldAlready"] = "This person has this role already.",
        ["TooManyInvitations"] = "{max} invitations wait for an answer already. Revoke those that are not needed.",
        ["InvitationSpent"] = "This invitation was used, revoked or is too old.",
        ["SignInToAccept"] = "There is an account with this address already: sign in first, then accept.",
        ["InvitationOfAnother"] = "This invitation is for another address than that of your account.",
        ["PasswordTooEasy"] = "Use at least {min} characters, {different} of them different.",
        ["AccountNotMade"] = "The account could not be made; try again.",
        ["LastManager"] = "A company keeps one manager. Make someone else a manager first.",
    };
}
