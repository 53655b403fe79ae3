using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>Says the same to everybody, also where the address was known already.</summary>
[AllowAnonymous]
public sealed class SentModel(IncubatorDb db) : PageModel
{
    public const string SecretKey = "CampPlace";

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    /// <summary>In Development only.</summary>
    public string? Secret { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Secret = TempData[SecretKey] as string;
        return await db.Camps.AnyAsync(c => c.Reference == Reference && c.Status != CampStatus.Draft, cancel) ? Page() : NotFound();
    }
}
