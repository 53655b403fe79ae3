using System.ComponentModel.DataAnnotations;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>A password chosen anew, typed twice.</summary>
public class NewPassword
{
    [Required, StringLength(People.PasswordMaxLength, MinimumLength = People.PasswordMinLength)]
    public string Password { get; set; } = "";

    [Required, Compare(nameof(Password))]
    public string Again { get; set; } = "";
}

internal static class PasswordPages
{
    /// <summary>What Identity does not accept, said beside the field.</summary>
    public static IActionResult PasswordRefused(this PageModel page, IdentityResult outcome, IStringLocalizer<AccountsText> text)
    {
        foreach (var error in outcome.Errors)
        {
            var (field, sentence) = error.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordMismatch) => ("Input.Current", text["This is not your present password."]),
                nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ("Input.Password", text["Use at least five different characters."]),
                nameof(IdentityErrorDescriber.PasswordTooShort) => ("Input.Password", text["Write at least {0} characters.", People.PasswordMinLength]),
                _ => ("", text["The password could not be changed; try again."]),
            };
            page.ModelState.AddModelError(field, sentence);
        }

        return page.Refused();
    }
}
