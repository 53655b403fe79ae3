using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>The camps of which there is a report, the latest first, for the municipality and staff.</summary>
[Authorize(Policy = Permission.ReadReports)]
public sealed class ReportsModel(IncubatorDb db) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<Camp> Camps { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 10_000);
        var states = CampReport.ReportedIn;
        var reported = db.Camps.AsNoTracking().Where(c => states.Contains(c.Status));
        Camps = await reported.OrderByDescending(c => c.StartsOn).ThenByDescending(c => c.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Pager = new Pager(number, PageSize, await reported.CountAsync(cancel), Request);
    }
}
