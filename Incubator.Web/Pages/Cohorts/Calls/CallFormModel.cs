using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the pages that describe a call share: its fields and the cohorts it may fill.</summary>
public abstract class CallFormModel(IncubatorDb db) : PageModel
{
    [BindProperty]
    public CallInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Cohorts { get; private set; } = [];

    public virtual bool IsPublished => false;

    protected IncubatorDb Db { get; } = db;

    protected Task<Call?> FindAsync(Guid reference, CancellationToken cancel) =>
        Db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel);

    protected async Task LoadChoicesAsync(CancellationToken cancel) =>
        Cohorts = [.. (await Db.Cohorts.AsNoTracking().OrderByDescending(c => c.Starts).ToListAsync(cancel))
            .Select(c => new SelectListItem(c.Name(LabFormat.Language), $"{c.Id}"))];
}
