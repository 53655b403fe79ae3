using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The second step: a code of the authenticator app, or a recovery code, which then is spent.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(
    SignInManager<Person> signIn, UserManager<Person> users, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Given Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true, Name = "stay")]
    public bool Stay { get; set; }

    [BindProperty(SupportsGet = true, Name = "recovery")]
    public bool ByRecoveryCode { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { returnUrl = ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person) return RedirectToPage("SignIn", new { returnUrl = ReturnUrl });
        if (!ModelState.IsValid) return this.Malformed();
        var wasAtRest = await users.IsLockedOutAsync(person);
        if (!wasAtRest && await OpensAsync(person))
        {
            if (ByRecoveryCode) await notes.NoteAsync(person, SecurityActs.RecoveryCodeUsed, cancel);
            await notes.NoteAsync(person, SecurityActs.SignedIn, cancel);
            if (ByRecoveryCode) this.Say(text["Recovery codes left: {0}. Make new ones before the last is used.", await users.CountRecoveryCodesAsync(person)]);
            return this.GoWhereOneWanted(ReturnUrl);
        }

        await notes.FailedAsync(person, wasAtRest, cancel);
        ModelState.AddModelError("Input.Code", text["This code is not right. After five wrong tries the account rests for 15 minutes."]);
        return this.Refused();
    }

    private async Task<bool> OpensAsync(Person person)
    {
        if (!ByRecoveryCode) return (await signIn.TwoFactorAuthenticatorSignInAsync(AuthenticatorModel.Tidy(Input.Code), Stay, Input.Remember)).Succeeded;
        if ((await signIn.TwoFactorRecoveryCodeSignInAsync(Input.Code.Trim().ToUpperInvariant())).Succeeded) return true;
        // Identity counts wrong codes of the app, but not these.
        await users.AccessFailedAsync(person);
        return false;
    }

    public sealed class Given
    {
        [Required, StringLength(40)]
        public string Code { get; set; } = "";

        public bool Remember { get; set; }
    }
}
