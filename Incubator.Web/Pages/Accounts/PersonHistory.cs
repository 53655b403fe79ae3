using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>What happened to an account, the latest first; for the person and for administrators.</summary>
public sealed class PersonHistory(IncubatorDb db, IStringLocalizer<AccountsText> text, IStringLocalizer<SharedText> shared)
{
    private const int Shown = 30;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        [SecurityActs.SignedIn] = "Signed in",
        [SecurityActs.SignInFailed] = "A sign-in failed",
        [SecurityActs.LockedOut] = "Too many failures: the account rests for 15 minutes",
        [SecurityActs.SecondFactorOn] = "Authenticator app set up",
        [SecurityActs.SecondFactorOff] = "Second factors removed",
        [SecurityActs.RecoveryCodesMade] = "Recovery codes made",
        [SecurityActs.RecoveryCodeUsed] = "Recovery code used",
        [SecurityActs.PasskeyAdded] = "Passkey added",
        [SecurityActs.PasskeyRenamed] = "Passkey renamed",
        [SecurityActs.PasskeyRemoved] = "Passkey removed",
        [SecurityActs.RoleGiven] = "Role given",
        [SecurityActs.RoleTaken] = "Role taken",
        [SecurityActs.Invited] = "Invited",
        [SecurityActs.InvitationRevoked] = "Invitation revoked",
        [SecurityActs.InvitationAccepted] = "Invitation accepted",
        [SecurityActs.PasswordChanged] = "Password changed",
        [SecurityActs.PasswordReset] = "Password chosen anew by a link",
        [SecurityActs.ResetLinkMade] = "Password link made",
        [SecurityActs.SignedOutEverywhere] = "Signed out everywhere",
        [SecurityActs.Locked] = "Account locked",
        [SecurityActs.Unlocked] = "Account unlocked",
        [SecurityActs.ProfileChanged] = "Profile changed",
        [SecurityActs.FeedMade] = "Calendar address made",
        [SecurityActs.FeedRevoked] = "Calendar address revoked",
        [SecurityActs.Exported] = "Personal data exported",
        [SecurityActs.Erased] = "Personal data erased",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long personId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Person) && h.SubjectId == personId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.PersonId, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.PersonId == personId ? null : e.Who, null,
            [.. Roles(e.Changes).Select(r => new HistoryChange(text["Role"], null, RoleWords.Of(r, shared)))]))];
    }

    private static IEnumerable<string> Roles(string? changes) =>
        changes is not null && JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes)!.TryGetValue("Role", out var role) && role[1] is { } given ? [given] : [];
}
