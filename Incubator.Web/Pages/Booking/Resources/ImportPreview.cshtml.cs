using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class ImportPreviewModel(
    IncubatorDb db, DocumentArchive archive, ResourceImport import, ImportRunner runner, CurrentActor current, RefusalText refusals) : PageModel
{
    /// <summary>Rows shown of each kind.</summary>
    public const int Shown = 200;

    /// <summary>The names of what may change, by the plan's word for it.</summary>
    public static readonly IReadOnlyDictionary<string, string> FieldNames = new Dictionary<string, string>
    {
        ["NameEn"] = "Name in English",
        ["NameHu"] = "Name in Hungarian",
        ["Category"] = "Category",
        ["Kind"] = "Kind",
        ["Site"] = "Site",
        ["Room"] = "Room",
        ["Manufacturer"] = "Manufacturer",
        ["Model"] = "Model",
        ["Capacity"] = "Capacity",
        ["Units"] = "Identical units",
        ["FoodGrade"] = "Suited for",
        ["Notes"] = "Notes",
        ["Source"] = "Source of the facts",
        ["SetupMinutes"] = "Setup, minutes",
        ["CleanupMinutes"] = "Cleaning, minutes",
    };

    [BindProperty]
    public string? Fingerprint { get; set; }

    public string FileName { get; private set; } = "";
    public ImportPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel) =>
        await LoadAsync(reference, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        var seen = Fingerprint;
        if (await LoadAsync(reference, cancel) is not { } kept) return NotFound();
        if (seen != Plan.Fingerprint) return this.Refused([Refusal.ChangedMeanwhile], refusals);
        var actor = await current.GetAsync();
        runner.Start<ResourceImport>(reference, kept.Id, Plan.Created.Count + Plan.Changed.Count, async (import, progress, stop) =>
            (await import.ConfirmAsync(kept.Bytes, actor, seen, kept.Id, progress, stop)).Refusals);
        return Redirect(ResourceLinks.ImportProgress(reference));
    }

    private async Task<(long Id, byte[] Bytes)?> LoadAsync(Guid reference, CancellationToken cancel)
    {
        var staged = await db.Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Reference == reference && a.Subject == ResourceImport.HistorySubject, cancel);
        if (staged is null || await archive.ReadAsync(staged.Id, cancel) is not { } bytes) return null;
        var plan = await import.PreviewAsync(bytes, cancel);
        if (!plan.Succeeded) return null;
        (FileName, Plan) = (staged.FileName, plan.Value);
        ModelState.Remove(nameof(Fingerprint));
        Fingerprint = Plan.Fingerprint;
        return (staged.Id, bytes);
    }
}
