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

[Authorize(Policy = Permission.SignedIn)]
public sealed class ChangePasswordModel(
    UserManager<Person> users, SignInManager<Person> signIn, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Change Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        var outcome = await users.ChangePasswordAsync(person, Input.Current, Input.Password);
        if (!outcome.Succeeded) return this.PasswordRefused(outcome, text);
        await notes.NoteAsync(person, SecurityActs.PasswordChanged, cancel);
        // The new security stamp signs every other device out; this one stays.
        await signIn.RefreshSignInAsync(person);
        this.Say(text["The password is changed. Other devices are signed out."]);
        return LocalRedirect("/");
    }

    public sealed class Change : NewPassword
    {
        [Required, StringLength(People.PasswordMaxLength)]
        public string Current { get; set; } = "";
    }
}
