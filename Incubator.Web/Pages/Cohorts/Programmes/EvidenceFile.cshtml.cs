using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A file that shows a milestone done: for its company and staff.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class EvidenceFileModel(IncubatorDb db, DocumentArchive archive, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var companies = actor.CompanyIds;
        var file = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(
            a => a.Reference == reference && a.Subject == nameof(Milestone) && db.Milestones.Any(m => m.Id == a.SubjectId &&
                db.CohortMembers.Any(c => c.Id == m.MemberId && (actor.IsStaff || companies.Contains(c.CompanyId)))), cancel);
        if (file is null || await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, file.ContentType, file.FileName);
    }
}
