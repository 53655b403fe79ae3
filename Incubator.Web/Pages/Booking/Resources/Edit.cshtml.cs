using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class EditModel(
    IncubatorDb db, ResourceRegister register, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text)
    : ResourceFormModel(db)
{
    /// <summary>The form's names of its fields.</summary>
    public static readonly IReadOnlyDictionary<string, string> FieldNames = new Dictionary<string, string>(ImportPreviewModel.FieldNames)
    {
        ["Code"] = "Code",
        ["CategoryId"] = "Category",
        ["SiteId"] = "Site",
        ["CapacityUnit"] = "Unit of measure",
        ["OwnerId"] = "In charge",
        ["BackupOwnerId"] = "Stands in",
    };

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>After a stale save: what stands now where it differs from what was typed.</summary>
    public IReadOnlyList<FieldChange>? Fresh { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } resource) return NotFound();
        Input = ResourceInput.Of(resource);
        await LoadChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } resource) return NotFound();
        await LoadChoicesAsync(cancel);
        if (!Understood(refusals)) return this.Malformed();
        var result = await register.EditAsync(new EditResource
        {
            Id = resource.Id,
            Details = Input.Details,
            NewCategory = Input.Category,
            NewSite = Input.SiteName,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code)) ShowFresh(resource);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        var affected = result.Value.Affected;
        this.Say(!result.Value.Changed ? text["Nothing was changed."]
            : affected.Count == 0 ? text["The resource was saved."]
            : text["The resource was saved. More is booked than there are units now; these reservations stay: {0}", string.Join(", ", affected.Select(a => a.Number))]);
        return Redirect(ResourceLinks.Details(result.Value.Code));
    }

    private Task<Resource?> FindAsync(CancellationToken cancel) =>
        Db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);

    private void ShowFresh(Resource now)
    {
        var there = ResourceInput.Of(now);
        Fresh = [.. typeof(ResourceInput).GetProperties()
            .Where(p => p.CanWrite && p.Name is not nameof(ResourceInput.Version))
            .Select(p => new FieldChange(p.Name, Shown(p.Name, p.GetValue(there)), Shown(p.Name, p.GetValue(Input))))
            .Where(c => c.Old != c.New && !c.Field.StartsWith("New", StringComparison.Ordinal))];
        // The next save knows what it replaces.
        ModelState.Remove("Input.Version");
        Input.Version = now.Version;
    }

    private string? Shown(string field, object? value)
    {
        var choices = field switch
        {
            nameof(ResourceInput.CategoryId) => Categories,
            nameof(ResourceInput.SiteId) => Sites,
            nameof(ResourceInput.OwnerId) or nameof(ResourceInput.BackupOwnerId) => Staff,
            _ => null,
        };
        return value switch
        {
            null or "" => null,
            long id => choices?.FirstOrDefault(c => c.Value == $"{id}")?.Text,
            ResourceKind kind => ResourceWords.Of(kind, text),
            FoodGrade grade => ResourceWords.Of(grade, text),
            _ => value.ToString()!.ReplaceLineEndings("\n"),
        };
    }
}
