using System.Globalization;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Where a one-time link leads.</summary>
[AllowAnonymous]
public sealed class ResetPasswordModel(UserManager<Person> users, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public NewPassword Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "person")]
    public long PersonId { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    public static string LinkTo(IUrlHelper url, long personId, string token) => url.PageLink("/Accounts/ResetPassword", values: new
    {
        person = personId,
        token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token)),
    })!;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var person = await users.FindByIdAsync(PersonId.ToString(CultureInfo.InvariantCulture));
        if (person is null || Decode(Token) is not { } token) return Spent();
        var outcome = await users.ResetPasswordAsync(person, token, Input.Password);
        if (!outcome.Succeeded)
            return outcome.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? Spent() : this.PasswordRefused(outcome, text);
        await notes.NoteAsync(person, SecurityActs.PasswordReset, cancel);
        // Wakes an account that rests after wrong passwords; not one that an administrator has locked.
        if (!person.IsLocked) await users.SetLockoutEndDateAsync(person, null);
        this.Say(text["The password is changed. Sign in with it."]);
        return LocalRedirect("/sign-in");
    }

    private IActionResult Spent()
    {
        ModelState.AddModelError("", text["This link was used already or is too old. Ask for a new one."]);
        return this.Refused();
    }

    private static string? Decode(string? token)
    {
        try
        {
            return token is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
