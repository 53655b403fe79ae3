using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>An evidence's file, for the company itself and for staff.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class FileModel(IncubatorDb db, DocumentArchive archive, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var file = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(
            a => a.Reference == reference && a.Subject == nameof(StepRecord) && db.ReadableBy(actor).Any(r => r.Id == a.SubjectId), cancel);
        if (file is null || await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, file.ContentType, file.FileName);
    }
}
