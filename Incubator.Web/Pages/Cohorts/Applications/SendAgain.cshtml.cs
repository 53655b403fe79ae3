using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>Sends an applicant's links; says the same of every address.</summary>
[AllowAnonymous]
public sealed class SendAgainModel(ApplicationDesk desk, RefusalText refusals, IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    public AddressInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SendLinksAsync(Input.Email, cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        if (environment.IsDevelopment() && result.Value.Count > 0) TempData[SentModel.SecretsKey] = result.Value.ToArray();
        return Redirect(ApplicationLinks.Sent);
    }

    public sealed class AddressInput
    {
        [Required, EmailAddress, StringLength(Application.EmailMaxLength)]
        public string Email { get; set; } = "";
    }
}
