using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

[Authorize(Policy = Permission.ManageCohorts)]
public sealed class EditModel(IncubatorDb db, CallDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallFormModel(db)
{
    private bool isPublished;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public string Name { get; private set; } = "";

    public override bool IsPublished => isPublished;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } call) return NotFound();
        Input = CallInput.Of(call);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } call) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var details = Input.Read();
        if (!details.Succeeded) return this.Refused(details.Refusals, refusals);
        var result = await desk.EditAsync(new EditCall
        {
            Reference = Reference,
            Details = details.Value,
            Reason = Input.Reason,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code))
        {
            // What was typed stays; the next save knows what it replaces.
            ModelState.Remove("Input.Version");
            Input.Version = call.Version;
        }

        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The call was saved."]);
        return Redirect(CallLinks.Manage(Reference));
    }

    private async Task<Call?> LoadAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        if (await FindAsync(Reference, cancel) is not { } call) return null;
        Name = call.Title(LabFormat.Language);
        isPublished = call.IsPublished;
        return call;
    }
}
