using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The device says who comes; no address and no password is typed.</summary>
[AllowAnonymous]
public sealed class SignInPasskeyModel(
    SignInManager<Person> signIn, UserManager<Person> users, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    /// <summary>What the browser needs to ask its user; for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(credential)) return Refuse();
        PasskeyAssertionResult<Person> shown;
        try
        {
            shown = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nobody was asked on this device, or too long ago.
            return Refuse();
        }

        if (!shown.Succeeded) return Refuse();
        var person = shown.User;
        if (await users.IsLockedOutAsync(person) || !await signIn.CanSignInAsync(person)) return Refuse();
        await users.AddOrUpdatePasskeyAsync(person, shown.Passkey);
        await signIn.SignInWithClaimsAsync(person, isPersistent: false, [new Claim(SecondFactors.Method, SecondFactors.Passkey)]);
        await notes.NoteAsync(person, SecurityActs.SignedIn, cancel);
        return this.GoWhereOneWanted(ReturnUrl);
    }

    private IActionResult Refuse()
    {
        ModelState.AddModelError("", text["This passkey does not open an account here."]);
        return this.Refused();
    }
}
