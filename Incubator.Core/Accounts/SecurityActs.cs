using Incubator.Core.Data;
using Incubator.Core.History;

namespace Incubator.Core.Accounts;

/// <summary>
/// What the history of a person tells about the safety of the account (subject "Person"). No name and no address goes into it: it
/// outlives an erased person.
/// </summary>
public static class SecurityActs
{
    public const string SignedIn = nameof(SignedIn);
    public const string SignInFailed = nameof(SignInFailed);
    public const string LockedOut = nameof(LockedOut);
    public const string SecondFactorOn = nameof(SecondFactorOn);
    public const string SecondFactorOff = nameof(SecondFactorOff);
    public const string RecoveryCodesMade = nameof(RecoveryCodesMade);
    public const string RecoveryCodeUsed = nameof(RecoveryCodeUsed);
    public const string PasskeyAdded = nameof(PasskeyAdded);
    public const string PasskeyRenamed = nameof(PasskeyRenamed);
    public const string PasskeyRemoved = nameof(PasskeyRemoved);
    public const string RoleGiven = nameof(RoleGiven);
    public const string RoleTaken = nameof(RoleTaken);
    public const string Invited = nameof(Invited);
    public const string InvitationRevoked = nameof(InvitationRevoked);
    public const string InvitationAccepted = nameof(InvitationAccepted);
    public const string PasswordChanged = nameof(PasswordChanged);
    public const string PasswordReset = nameof(PasswordReset);
    public const string ResetLinkMade = nameof(ResetLinkMade);
    public const string SignedOutEverywhere = nameof(SignedOutEverywhere);
    public const string Locked = nameof(Locked);
    public const string Unlocked = nameof(Unlocked);
    public const string ProfileChanged = nameof(ProfileChanged);
    public const string FeedMade = nameof(FeedMade);
    public const string FeedRevoked = nameof(FeedRevoked);
    public const string Exported = nameof(Exported);
    public const string Erased = nameof(Erased);

    /// <summary>Adds one to the running transaction or the next save.</summary>
    public static void RecordSecurity(
        this IncubatorDb db, long personId, string act, Actor by, DateTimeOffset now, string? role = null) =>
        db.Record(nameof(Person), personId, act, by, now, role is null ? null : new Dictionary<string, string?[]> { ["Role"] = [null, role] });
}
