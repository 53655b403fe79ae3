using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>Asks before a resource is retired or put back.</summary>
[Authorize(Policy = Permission.ManageResources)]
public sealed class ServiceModel(
    IncubatorDb db, ResourceRegister register, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty, StringLength(HistoryEntry.ReasonMaxLength)]
    public string? Reason { get; set; }

    public Resource Resource { get; private set; } = null!;
    public IReadOnlyList<AffectedReservation> Ahead { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Version = Resource.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await register.RetireAsync(Resource.Id, Version, Reason, await current.GetAsync(), cancel);
        return Answer(result, result.Succeeded && result.Value.Affected.Count > 0
            ? text["The resource was retired. Reservations that stay: {0}", string.Join(", ", result.Value.Affected.Select(a => a.Number))]
            : text["The resource was retired."]);
    }

    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        return Answer(await register.PutBackAsync(Resource.Id, Version, await current.GetAsync(), cancel), text["The resource is back in service."]);
    }

    private IActionResult Answer(Result<ResourceSaved> result, string said)
    {
        if (!result.Succeeded)
        {
            ModelState.Remove(nameof(Version));
            Version = Resource.Version;
            return this.Refused(result.Refusals, refusals, "");
        }

        this.Say(said);
        return Redirect(ResourceLinks.Details(Code));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var resource = await db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
        if (resource is null) return false;
        Resource = resource;
        Ahead = await register.BookedAheadAsync(resource.Id, cancel);
        return true;
    }
}
