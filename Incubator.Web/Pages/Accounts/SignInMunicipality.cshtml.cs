using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>
/// There and back: to the municipality's own sign-in, and in with what it says. It makes no account; it knows someone by the
/// confirmed address the first time, and by its own number for them ever after.
/// </summary>
[AllowAnonymous]
public sealed class SignInMunicipalityModel(
    SignInManager<Person> signIn, UserManager<Person> users, SecurityNotes notes, IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet(bool refused = false)
    {
        if (!MunicipalitySignIn.IsOn(configuration)) return NotFound();
        if (refused) return Refuse();
        var back = Url.Page("SignInMunicipality", "Back", new { returnUrl = ReturnUrl });
        return Challenge(new AuthenticationProperties { RedirectUri = back }, MunicipalitySignIn.Scheme);
    }

    public async Task<IActionResult> OnGetBackAsync(CancellationToken cancel)
    {
        if (!MunicipalitySignIn.IsOn(configuration)) return NotFound();
        var said = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (said.Principal is not { } principal || await KnownAsync(principal) is not { } known) return Refuse();
        var outcome = await signIn.ExternalLoginSignInAsync(MunicipalitySignIn.Scheme, known.Subject, isPersistent: false, bypassTwoFactor: false);
        if (outcome.RequiresTwoFactor) return RedirectToPage("SignInCode", new { returnUrl = ReturnUrl });
        if (!outcome.Succeeded) return Refuse();
        await notes.NoteAsync(known.Person, SecurityActs.SignedIn, cancel);
        return this.GoWhereOneWanted(ReturnUrl);
    }

    private async Task<(Person Person, string Subject)?> KnownAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue("sub") is not { Length: > 0 } subject || principal.FindFirstValue("email") is not { Length: > 0 } mail) return null;
        if (!string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)) return null;
        if (await users.FindByEmailAsync(mail) is not { EmailConfirmed: true } person || !await users.IsInRoleAsync(person, Role.Municipality)) return null;
        var own = (await users.GetLoginsAsync(person)).Where(l => l.LoginProvider == MunicipalitySignIn.Scheme).ToList();
        // The address may have gone to someone else over there.
        if (own.Exists(l => l.ProviderKey != subject)) return null;
        var isKnown = own.Count > 0 || (await users.AddLoginAsync(person, new UserLoginInfo(MunicipalitySignIn.Scheme, subject, null))).Succeeded;
        return isKnown ? (person, subject) : null;
    }

    private IActionResult Refuse() => this.Refused();
}
