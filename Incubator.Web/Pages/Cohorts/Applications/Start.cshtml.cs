using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>The beginning of an application: a mail address, to which the link goes.</summary>
[AllowAnonymous]
public sealed class StartModel(IncubatorDb db, ApplicationDesk desk, RefusalText refusals, IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public StartInput Input { get; set; } = new();

    public string Title { get; private set; } = "";
    public bool IsOpen { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.Language = LabFormat.Language;
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.StartAsync(new StartApplication { Call = Reference, Email = Input.Email, Language = Input.Language }, cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        // No mail leaves a developer's machine, so the page shows the link there; elsewhere only the mail has it.
        if (environment.IsDevelopment() && result.Value is { } secret) TempData[SentModel.SecretsKey] = new[] { secret };
        return Redirect(ApplicationLinks.Sent);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference && c.PublishedAt != null, cancel);
        if (call is null) return false;
        (Title, ClosesAt) = (call.Title(LabFormat.Language), call.ClosesAt);
        IsOpen = call.StateAt(clock.GetUtcNow()) == CallState.Open;
        return true;
    }

    public sealed class StartInput
    {
        [Required, EmailAddress, StringLength(Application.EmailMaxLength)]
        public string Email { get; set; } = "";

        [Required, RegularExpression("hu|en")]
        public string Language { get; set; } = "hu";
    }
}
