using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Staff make a one-time link for someone who forgot the password; that they did is kept.</summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class ResetLinkModel(
    UserManager<Person> users, IncubatorDb db, CurrentActor current, TimeProvider time, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Whom Input { get; set; } = new();

    public string? Link { get; private set; }

    public string? Name { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var person = await users.FindByEmailAsync(Input.Email);
        // Staff must not become administrators by way of a link.
        if (person is null || (await users.IsInRoleAsync(person, Role.Administrator) && !User.IsInRole(Role.Administrator)))
        {
            ModelState.AddModelError("Input.Email", text["There is nobody with this address for whom you may make a link."]);
            return this.Refused();
        }

        db.Record(nameof(Person), person.Id, SecurityActs.ResetLinkMade, await current.GetAsync(), time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        Name = person.FullName;
        Link = ResetPasswordModel.LinkTo(Url, person.Id, await users.GeneratePasswordResetTokenAsync(person));
        return Page();
    }

    public sealed class Whom
    {
        [Required, EmailAddress, StringLength(256)]
        public string Email { get; set; } = "";
    }
}
