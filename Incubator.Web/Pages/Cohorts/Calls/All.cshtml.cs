using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>Every call, for staff; the latest to close first.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class AllModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var number = Math.Clamp(page ?? 1, 1, 10_000);
        var rows = await db.Calls.AsNoTracking().OrderByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(c => new
            {
                Call = c,
                Submitted = db.Applications.Count(a => a.CallId == c.Id && a.SubmittedAt != null),
                Drafts = db.Applications.Count(a => a.CallId == c.Id && a.State == ApplicationState.Draft),
            }).ToListAsync(cancel);
        Rows = rows.ConvertAll(r => new Row(r.Call, r.Call.StateAt(now), r.Submitted, r.Drafts));
        Pager = new Pager(number, PageSize, await db.Calls.CountAsync(cancel), Request);
    }

    public sealed record Row(Call Call, CallState State, int Submitted, int Drafts);
}
