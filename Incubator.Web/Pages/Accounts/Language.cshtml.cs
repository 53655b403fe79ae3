using Incubator.Core.Accounts;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The switch in the top bar: kept on this device, and in the account of who is signed in.</summary>
[AllowAnonymous]
public sealed class LanguageModel(UserManager<Person> users) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? language, string? returnUrl)
    {
        if (language is null || !Localisation.Languages.Contains(language)) return BadRequest();
        Localisation.Remember(Response, language);
        if (await users.GetUserAsync(User) is { } person && person.Language != language)
        {
            person.Language = language;
            await users.UpdateAsync(person);
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
