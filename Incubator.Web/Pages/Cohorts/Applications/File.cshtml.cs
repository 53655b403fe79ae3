using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>A file of a submitted application, for staff; never shown in the page.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class FileModel(IncubatorDb db, DocumentArchive archive) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid application, Guid reference, CancellationToken cancel)
    {
        var file = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(f => f.Reference == reference && f.Subject == nameof(Application) &&
            db.Applications.Any(a => a.Id == f.SubjectId && a.Reference == application && a.SubmittedAt != null), cancel);
        if (file is null || await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(bytes, file.ContentType, file.FileName);
    }
}
