using Incubator.Core.Accounts;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>What there is beside the password; also where staff land who must have it.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class SecondFactorModel(UserManager<Person> users, SecondFactors factors) : PageModel
{
    public bool HasAuthenticator { get; private set; }
    public int RecoveryCodes { get; private set; }
    public int Passkeys { get; private set; }

    /// <summary>The reader's role asks for one.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>A passkey is there, but this session began with the password alone.</summary>
    public bool AsksForPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        HasAuthenticator = person.TwoFactorEnabled;
        RecoveryCodes = await users.CountRecoveryCodesAsync(person);
        Passkeys = (await users.GetPasskeysAsync(person)).Count;
        IsNeeded = People.IsStaff(User);
        AsksForPasskey = !await factors.MayChangeAsync(User, person.Id, cancel);
        return Page();
    }
}
