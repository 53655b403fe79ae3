using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Person> signIn, IStringLocalizer<AccountsText> text) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        this.Say(text["You have signed out."]);
        return LocalRedirect("/");
    }
}
