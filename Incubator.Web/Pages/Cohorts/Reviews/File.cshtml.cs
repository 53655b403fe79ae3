using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>A file of an application, for its reviewer once no conflict stands in the way.</summary>
[Authorize(Policy = Permission.Review)]
public sealed class FileModel(IncubatorDb db, DocumentArchive archive, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, Guid file, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var found = await (
                from review in db.Reviews
                join attachment in db.Attachments on review.ApplicationId equals attachment.SubjectId
                where review.Reference == reference && review.ReviewerId == actor.PersonId &&
                    (review.State == ReviewState.Draft || review.State == ReviewState.Submitted) &&
                    attachment.Subject == nameof(Application) && attachment.Reference == file
                select attachment)
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || await archive.ReadAsync(found.Id, cancel) is not { } bytes) return NotFound();
        return File(bytes, "application/octet-stream", found.FileName);
    }
}
