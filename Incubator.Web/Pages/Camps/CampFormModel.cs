using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps;

/// <summary>What the pages that describe a camp share: its fields.</summary>
public abstract class CampFormModel(IncubatorDb db) : PageModel
{
    [BindProperty]
    public CampInput Input { get; set; } = new();

    /// <summary>People rely on what it says.</summary>
    public virtual bool IsPublic => false;

    protected Task<Camp?> FindAsync(Guid reference, CancellationToken cancel) =>
        db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel);
}
