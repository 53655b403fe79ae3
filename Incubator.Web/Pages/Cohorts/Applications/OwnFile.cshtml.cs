using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>A file of the applicant's own, by the link only; never shown in the page.</summary>
[AllowAnonymous]
public sealed class OwnFileModel(IncubatorDb db, ApplicationReader reader, DocumentArchive archive) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret, Guid reference, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (await reader.ByLinkAsync(secret, cancel) is not { } application) return NotFound();
        var file = await db.Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Reference == reference && a.Subject == nameof(Application) && a.SubjectId == application.Id, cancel);
        if (file is null || await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        return File(bytes, file.ContentType, file.FileName);
    }
}
