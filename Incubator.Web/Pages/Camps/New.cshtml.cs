using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps;

/// <summary>A new camp, empty or after an earlier one.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class NewModel(IncubatorDb db, CampDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CampsText> text)
    : CampFormModel(db)
{
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public Camp? Source { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Source is null) return Page();
        Input = CampInput.Of(Source);
        (Input.StartsOn, Input.EndsOn, Input.RegistrationClosesAt, Input.ChallengesCloseAt) = (null, null, null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var details = Input.Read();
        if (!details.Succeeded) return this.Refused(details.Refusals, refusals);
        var actor = await current.GetAsync();
        var result = From is { } source
            ? await desk.CloneAsync(source, details.Value, actor, cancel)
            : await desk.CreateAsync(details.Value, actor, cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The draft is saved. Only staff see it."]);
        return Redirect(CampLinks.Manage(result.Value));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (From is { } source) Source = await FindAsync(source, cancel);
        return From is null || Source is not null;
    }
}
