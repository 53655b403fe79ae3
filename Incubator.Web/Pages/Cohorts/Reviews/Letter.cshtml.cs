using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>The letter of the latest decision, for whoever holds the application's link; in the applicant's language, to be printed.</summary>
[AllowAnonymous]
public sealed class LetterModel(IncubatorDb db, ApplicationReader reader, LetterWriter letters) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public Letter Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // No search engine's business; the layout's form keeps it out of caches.
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await reader.ByLinkAsync(Secret, cancel) is not { } application) return NotFound();
        var decision = await db.Decisions.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        if (decision is null) return NotFound();
        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        var snapshot = await db.RankSnapshots.AsNoTracking().SingleAsync(s => s.Id == decision.SnapshotId, cancel);
        Letter = letters.Write(application, call, snapshot.Read(), decision.Kind, decision.ReserveOrder, decision.PublicReason, decision.DecidedAt);
        return Page();
    }
}
