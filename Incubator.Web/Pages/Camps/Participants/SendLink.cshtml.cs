using System.ComponentModel.DataAnnotations;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>For who has lost the mail; gives nothing away.</summary>
[AllowAnonymous]
public sealed class SendLinkModel(IncubatorDb db, RegistrationDesk desk, RefusalText refusals, IWebHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public LinkInput Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SendLinkAsync(Reference, Input.Email, cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        if (environment.IsDevelopment() && result.Value is { } secret) TempData[SentModel.SecretKey] = secret;
        return Redirect(ParticipantLinks.Sent(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference && c.Status != CampStatus.Draft, cancel) is not { } camp) return false;
        Name = camp.Name(LabFormat.Language);
        return true;
    }

    public sealed class LinkInput
    {
        [Required, EmailAddress, StringLength(Participant.EmailMaxLength)]
        public string Email { get; set; } = "";
    }
}
