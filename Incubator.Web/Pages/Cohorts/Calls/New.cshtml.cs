using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>A new call, empty or with the form and rubric of an earlier one.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class NewModel(IncubatorDb db, CallDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallFormModel(db)
{
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public Call? Source { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Source is null) return Page();
        Input = CallInput.Of(Source);
        (Input.OpensAt, Input.ClosesAt, Input.CohortId) = (null, null, null);
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
        return Redirect(CallLinks.Manage(result.Value));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (From is { } source) Source = await FindAsync(source, cancel);
        await LoadChoicesAsync(cancel);
        return From is null || Source is not null;
    }
}
