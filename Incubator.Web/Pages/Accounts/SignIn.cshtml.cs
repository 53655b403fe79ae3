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
public sealed class SignInModel(SignInManager<Person> signIn, UserManager<Person> users, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Credentials Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Home() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.Malformed();
        var person = await users.FindByEmailAsync(Input.Email);
        if (person is not null && (await signIn.PasswordSignInAsync(person, Input.Password, Input.Stay, lockoutOnFailure: true)).Succeeded)
            return Home();

        // The same work and the same sentence whether the address is unknown, the password wrong or the account at rest:
        // the page tells nobody who has an account here.
        if (person is null) users.PasswordHasher.HashPassword(new Person(), Input.Password);
        ModelState.AddModelError("", text["The e-mail address or the password is not right. After five wrong tries the account rests for 15 minutes."]);
        return this.Refused();
    }

    private LocalRedirectResult Home() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");

    public sealed class Credentials
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";

        [Required, StringLength(People.PasswordMaxLength)]
        public string Password { get; set; } = "";

        public bool Stay { get; set; }
    }
}
