using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

/// <summary>A company's document for staff and, unless it is the staff's own, for the company's people.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class FileModel(IncubatorDb db, DocumentArchive archive, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var file = await (
                from a in db.Attachments
                join d in db.CompanyDocuments on a.Id equals d.AttachmentId
                where a.Reference == reference && (actor.IsStaff || (!d.IsForStaff && actor.CompanyIds.Contains(d.CompanyId)))
                select a)
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        if (file is null || await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        return File(bytes, file.ContentType, file.FileName);
    }
}
