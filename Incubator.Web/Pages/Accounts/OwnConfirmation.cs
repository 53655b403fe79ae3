using Incubator.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Before what cannot be undone: the password once more, or a code of the authenticator app. Wrong ones count as at sign-in.</summary>
public sealed class OwnConfirmation(UserManager<Person> users, SecurityNotes notes)
{
    public async Task<bool> IsByAsync(Person person, string secret, bool codeWillDo, CancellationToken cancel)
    {
        if (await users.IsLockedOutAsync(person)) return false;
        if (await users.CheckPasswordAsync(person, secret)) return true;
        if (codeWillDo && person.TwoFactorEnabled && await users.VerifyTwoFactorTokenAsync(
            person, users.Options.Tokens.AuthenticatorTokenProvider, AuthenticatorModel.Tidy(secret))) return true;
        await users.AccessFailedAsync(person);
        await notes.FailedAsync(person, wasAtRest: false, cancel);
        return false;
    }
}
