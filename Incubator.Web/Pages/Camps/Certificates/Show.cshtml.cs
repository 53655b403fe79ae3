using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>The certificate itself, to be printed; for whoever holds its link, in the language it was issued in.</summary>
[AllowAnonymous]
public sealed class ShowModel(IncubatorDb db, SheetWriter writer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Certificate Certificate { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } certificate) return NotFound();
        (Certificate, Sheet) = (certificate, writer.Write(certificate, $"{Request.Scheme}://{Request.Host}"));
        return Page();
    }
}
