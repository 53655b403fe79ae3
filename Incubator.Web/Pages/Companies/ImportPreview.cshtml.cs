using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

[Authorize(Policy = Permission.ManageCompanies)]
public sealed class ImportPreviewModel(
    IncubatorDb db, DocumentArchive archive, CompanyImport import, ImportRunner runner, CurrentActor current, RefusalText refusals) : PageModel
{
    /// <summary>Rows shown of each kind; of those that wait for a choice all.</summary>
    public const int Shown = 200;

    /// <summary>The choice that it is none of those shown.</summary>
    public const string Another = "another";

    [BindProperty]
    public string? Fingerprint { get; set; }

    /// <summary>By line: a company's reference, <see cref="Another"/>, or nothing.</summary>
    [BindProperty]
    public Dictionary<int, string?> Choices { get; set; } = [];

    public string FileName { get; private set; } = "";
    public CompanyImportPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel) =>
        await LoadAsync(reference, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        var seen = Fingerprint;
        if (await LoadAsync(reference, cancel) is not { } kept) return NotFound();
        if (seen != Plan.Fingerprint) return this.Refused([Refusal.ChangedMeanwhile], refusals);
        var chosen = Choices.Where(c => c.Value is { Length: > 0 }).ToDictionary(c => c.Key, c => new ImportChoice(Guid.TryParse(c.Value, out var company) ? company : null));
        var actor = await current.GetAsync();
        runner.Start<CompanyImport>(reference, kept.Id, Plan.Created.Count + Plan.Changed.Count + chosen.Count, async (taker, progress, stop) =>
            (await taker.ConfirmAsync(kept.Bytes, chosen, actor, seen, kept.Id, progress, stop)).Refusals);
        return Redirect(CompanyLinks.ImportProgress(reference));
    }

    private async Task<(long Id, byte[] Bytes)?> LoadAsync(Guid reference, CancellationToken cancel)
    {
        var staged = await db.Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Reference == reference && a.Subject == CompanyImport.HistorySubject, cancel);
        if (staged is null || await archive.ReadAsync(staged.Id, cancel) is not { } bytes) return null;
        var plan = await import.PreviewAsync(bytes, cancel);
        if (!plan.Succeeded) return null;
        (FileName, Plan) = (staged.FileName, plan.Value);
        ModelState.Remove(nameof(Fingerprint));
        Fingerprint = Plan.Fingerprint;
        return (staged.Id, bytes);
    }
}
