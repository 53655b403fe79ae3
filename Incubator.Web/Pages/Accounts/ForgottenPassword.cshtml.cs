using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>There is no mail yet: in Development the page shows the link, elsewhere the staff make one (<see cref="ResetLinkModel"/>).</summary>
[AllowAnonymous]
public sealed class ForgottenPasswordModel(UserManager<Person> users, IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    public Request Input { get; set; } = new();

    public bool ShowsLinks => environment.IsDevelopment();

    public bool Asked { get; private set; }

    public string? Link { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ShowsLinks) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        Asked = true;
        if (await users.FindByEmailAsync(Input.Email) is { } person)
            Link = ResetPasswordModel.LinkTo(Url, person.Id, await users.GeneratePasswordResetTokenAsync(person));
        return Page();
    }

    public new sealed class Request
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";
    }
}
