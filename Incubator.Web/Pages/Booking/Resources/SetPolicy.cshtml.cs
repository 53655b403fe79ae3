using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class SetPolicyModel(
    IncubatorDb db, PolicyDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text, TimeProvider clock) : PageModel
{
    private Resource? resource;

    [BindProperty]
    public PolicyInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "category")]
    public long? CategoryId { get; set; }

    [BindProperty(SupportsGet = true, Name = "resource")]
    public string? Code { get; set; }

    /// <summary>The row to change; without it a new one is set.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    public string LevelName { get; private set; } = "";
    public EffectivePolicy Effective { get; private set; } = EffectivePolicy.Default;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var today = LabTime.DateOf(clock.GetUtcNow());
        var rows = await db.BookingPolicies.AsNoTracking()
            .Where(p => p.CategoryId == CategoryId && p.ResourceId == (resource == null ? null : resource.Id)).ToListAsync(cancel);
        if (From is { } day)
        {
            if (rows.Find(p => p.ValidFrom == day) is not { } row) return NotFound();
            Input = PolicyInput.Of(row);
        }
        else if (rows.Find(p => p.ValidFrom == today) is { } set)
        {
            Input = PolicyInput.Of(set);
        }
        else if (rows.Where(p => p.ValidFrom < today).MaxBy(p => p.ValidFrom) is { } counting)
        {
            // A new row takes the old one's place whole, so it begins as its copy.
            Input = PolicyInput.Of(counting);
            (Input.ValidFrom, Input.Version) = (today, null);
        }
        else
        {
            Input.ValidFrom = today;
        }

        await ShowEffectiveAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        Input.Terms.Problems().ToList().Into(ModelState, refusals);
        if (!ModelState.IsValid) return this.Refused();
        await ShowEffectiveAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SetAsync(new SetPolicy
        {
            CategoryId = CategoryId,
            ResourceId = resource?.Id,
            ValidFrom = Input.ValidFrom!.Value,
            Terms = Input.Terms,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The rules were saved."]);
        return Redirect(ResourceLinks.Policies);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Code)) Code = null;
        if (Code is not null) CategoryId = null;
        resource = Code is null ? null : await db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
        var category = CategoryId is { } id ? await db.ResourceCategories.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) : null;
        if ((Code is not null && resource is null) || (CategoryId is not null && category is null)) return false;
        LevelName = resource?.Name(LabFormat.Language) ?? category?.Name(LabFormat.Language) ?? text["The whole lab"].Value;
        return true;
    }

    private async Task ShowEffectiveAsync(CancellationToken cancel)
    {
        var day = Input.ValidFrom ?? LabTime.DateOf(clock.GetUtcNow());
        var others = await db.BookingPolicies.AsNoTracking()
            .Where(p => p.ValidFrom != day || p.CategoryId != CategoryId || p.ResourceId != (resource == null ? null : resource.Id)).ToListAsync(cancel);
        Effective = EffectivePolicy.Of(resource?.Id ?? 0, resource?.CategoryId ?? CategoryId ?? 0,
            [.. others, BookingPolicy.Create(day, Input.Terms, CategoryId, resource?.Id)], day);
    }
}
