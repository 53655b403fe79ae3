using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<Person> signIn, UserManager<Person> users, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Credentials Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? this.GoWhereOneWanted(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        if (await users.FindByEmailAsync(Input.Email) is { } person)
        {
            var wasAtRest = await users.IsLockedOutAsync(person);
            var outcome = await signIn.PasswordSignInAsync(person, Input.Password, Input.Stay, lockoutOnFailure: true);
            if (outcome.RequiresTwoFactor) return RedirectToPage("SignInCode", new { returnUrl = ReturnUrl, stay = Input.Stay });
            if (outcome.Succeeded)
            {
                await notes.NoteAsync(person, SecurityActs.SignedIn, cancel);
                return this.GoWhereOneWanted(ReturnUrl);
            }

            await notes.FailedAsync(person, wasAtRest, cancel);
        }
        else
        {
            // The same work and the same sentence whether the address is unknown, the password wrong or the account at rest:
            // the page tells nobody who has an account here.
            users.PasswordHasher.HashPassword(new Person(), Input.Password);
        }

        ModelState.AddModelError("", text["The e-mail address or the password is not right. After five wrong tries the account rests for 15 minutes."]);
        return this.Refused();
    }

    public sealed class Credentials
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";

        [Required, StringLength(People.PasswordMaxLength)]
        public string Password { get; set; } = "";

        public bool Stay { get; set; }
    }
}

internal static class SignInPages
{
    /// <summary>Within this site only.</summary>
    public static IActionResult GoWhereOneWanted(this PageModel page, string? returnUrl) =>
        page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
