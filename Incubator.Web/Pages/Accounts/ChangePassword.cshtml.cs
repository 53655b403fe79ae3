using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

[Authorize(Policy = Permission.SignedIn)]
public sealed class ChangePasswordModel(
    UserManager<Person> people, SignInManager<Person> signIn, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public required Passwords Input { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.Malformed();
        if (await people.GetUserAsync(User) is not { } person) return Challenge();
        var result = await people.ChangePasswordAsync(person, Input.Current, Input.Wanted);
        if (!result.Succeeded)
        {
            var wrong = result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
            ModelState.AddModelError(
                wrong ? "Input.Current" : "Input.Wanted",
                wrong ? text["This is not your present password."] : text["Choose a longer password with several different characters."]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await signIn.RefreshSignInAsync(person);
        this.Say(text["Your password was changed."]);
        return Redirect("/");
    }

    public sealed record Passwords
    {
        [Required(ErrorMessage = "Please fill this in.")]
        [DataType(DataType.Password)]
        public string Current { get; init; } = "";

        [Required(ErrorMessage = "Please fill this in.")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "Give 12 to 256 characters.")]
        [DataType(DataType.Password)]
        public string Wanted { get; init; } = "";
    }
}
