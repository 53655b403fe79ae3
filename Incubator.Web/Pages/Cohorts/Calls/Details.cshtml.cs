using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>One published call, for everybody.</summary>
[AllowAnonymous]
public sealed class DetailsModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    public Call Call { get; private set; } = null!;
    public CallState State { get; private set; }
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference && c.PublishedAt != null, cancel);
        if (call is null) return NotFound();
        Call = call;
        State = call.StateAt(clock.GetUtcNow());
        Criteria = await db.Criteria.AsNoTracking().Where(c => c.CallId == call.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        return Page();
    }

    /// <summary>Of the whole rubric, in rounded percent.</summary>
    public int Share(Criterion criterion) => (int)Math.Round(criterion.Weight * 100m / Criteria.Sum(c => c.Weight));
}
