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

/// <summary>New recovery codes; the old ones are dead. The password is asked once more.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class RecoveryCodesModel(
    UserManager<Person> users, OwnConfirmation confirmation, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty, Required, StringLength(People.PasswordMaxLength)]
    public string Password { get; set; } = "";

    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? Redirect(AccountLinks.SecondFactor) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync() is not { } person) return Redirect(AccountLinks.SecondFactor);
        if (!ModelState.IsValid) return this.Malformed();
        if (!await confirmation.IsByAsync(person, Password, codeWillDo: false, cancel))
        {
            ModelState.AddModelError(nameof(Password), text["This is not your present password."]);
            return this.Refused();
        }

        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(person, AuthenticatorModel.RecoveryCodeCount) ?? []];
        await notes.NoteAsync(person, SecurityActs.RecoveryCodesMade, cancel);
        return Page();
    }

    private async Task<Person?> FindAsync() => await users.GetUserAsync(User) is { TwoFactorEnabled: true } person ? person : null;
}
