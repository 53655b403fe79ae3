using Incubator.Core.Accounts;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>All that the lab knows of the reader, to be read; the same as a file beside it.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class PersonalDataModel(PersonalDataDesk desk, CurrentActor current) : PageModel
{
    public IReadOnlyList<PersonalSection> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var result = await desk.ExportAsync(actor.PersonId ?? 0, actor, cancel);
        if (!result.Succeeded) return NotFound();
        Sections = result.Value;
        return Page();
    }
}
