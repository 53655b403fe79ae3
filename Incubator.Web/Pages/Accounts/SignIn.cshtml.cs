using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

[AllowAnonymous]
public sealed class SignInModel(SignInManager<Person> signIn, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public required Credentials Input { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.Malformed();
        var result = await signIn.PasswordSignInAsync(Input.Email, Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        // The same words whether the address exists or not.
        ModelState.AddModelError("", result.IsLockedOut
            ? text["Too many wrong tries: sign-in is locked for a quarter of an hour."]
            : text["The address or the password is wrong."]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public sealed record Credentials
    {
        [Required(ErrorMessage = "Please fill this in.")]
        [StringLength(256, ErrorMessage = "This text is too long.")]
        public string Email { get; init; } = "";

        [Required(ErrorMessage = "Please fill this in.")]
        [StringLength(256, ErrorMessage = "This text is too long.")]
        [DataType(DataType.Password)]
        public string Password { get; init; } = "";
    }
}
