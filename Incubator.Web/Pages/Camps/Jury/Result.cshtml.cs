using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>The order of teams, for everybody; once staff have published it.</summary>
[AllowAnonymous]
public sealed class ResultModel(IncubatorDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public JuryTable Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var protocol = await db.JuryProtocols.AsNoTracking()
            .Where(p => db.Camps.Any(c => c.Id == p.CampId && c.Reference == Reference && c.Status != CampStatus.Draft) &&
                db.JuryRounds.Any(r => r.CampId == p.CampId && r.PublishedAt != null))
            .OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel);
        if (protocol is null) return NotFound();
        Table = protocol.Read();
        return Page();
    }
}
