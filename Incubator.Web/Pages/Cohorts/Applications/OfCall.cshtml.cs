using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>The applications to one call, for staff; the submitted first.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class OfCallModel(IncubatorDb db, DuplicateDesk duplicates) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public string Title { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel);
        if (call is null) return NotFound();
        Title = call.Title(LabFormat.Language);
        var number = Math.Clamp(page ?? 1, 1, 10_000);
        var applications = await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id)
            .OrderBy(a => a.SubmittedAt == null).ThenByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var rows = new List<Row>();
        foreach (var application in applications)
        {
            var alike = await duplicates.FindAsync(application, cancel);
            rows.Add(new Row(application, alike.Count, alike.Count(a => a.IsSame is null), ApplicationRetention.DeleteAfter(application, call.ClosesAt)));
        }

        Rows = rows;
        Pager = new Pager(number, PageSize, await db.Applications.CountAsync(a => a.CallId == call.Id, cancel), Request);
        return Page();
    }

    /// <param name="Open">Of those that look alike, on how many nobody has said yet.</param>
    public sealed record Row(Application Application, int Alike, int Open, DateOnly? DeleteAfter)
    {
        /// <summary>Null until submitted.</summary>
        public string? Name => Application.SubmittedAt is null ? null : Application.CompanyName;

        public int Percent => Application.Wanted == 0 ? 0 : Math.Clamp((Application.Wanted - Application.Missing) * 100 / Application.Wanted, 0, 100);
    }
}
