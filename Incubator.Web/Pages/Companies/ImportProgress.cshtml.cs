using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

/// <summary>Renews itself by a response header, so that it needs no script and may be reloaded or left.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class ImportProgressModel(IncubatorDb db, ImportRunner runner, RefusalText refusals) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public ImportRunner.Run? Run { get; private set; }

    /// <summary>What the history tells of the finished import.</summary>
    public IReadOnlyDictionary<string, string> Counts { get; private set; } = new Dictionary<string, string>();

    public bool Finished => Counts.Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var staged = await db.Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Reference == Reference && a.Subject == CompanyImport.HistorySubject, cancel);
        if (staged is null) return NotFound();
        Run = runner.Of(Reference);
        var told = await db.History.AsNoTracking()
            .Where(h => h.Subject == CompanyImport.HistorySubject && h.SubjectId == staged.Id)
            .OrderByDescending(h => h.Id).Select(h => h.Changes).FirstOrDefaultAsync(cancel);
        if (told is not null) Counts = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(told)!.ToDictionary(c => c.Key, c => c.Value[1] ?? "");
        else if (Run is { Failed: false }) Response.Headers["Refresh"] = "1";
        else foreach (var refusal in Run?.Refusals ?? []) ModelState.AddModelError("", refusals.Say(refusal));
        return Page();
    }
}
