using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps;

[Authorize(Policy = Permission.ManageCamps)]
public sealed class EditModel(IncubatorDb db, CampDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CampsText> text)
    : CampFormModel(db)
{
    private bool isPublic;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public string Name { get; private set; } = "";

    public override bool IsPublic => isPublic;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } camp) return NotFound();
        Input = CampInput.Of(camp);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } camp) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var details = Input.Read();
        if (!details.Succeeded) return this.Refused(details.Refusals, refusals);
        var result = await desk.EditAsync(new EditCamp
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
            Input.Version = camp.Version;
        }

        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The camp was saved."]);
        return Redirect(CampLinks.Manage(Reference));
    }

    private async Task<Camp?> LoadAsync(CancellationToken cancel)
    {
        if (await FindAsync(Reference, cancel) is not { } camp) return null;
        Name = camp.Name(LabFormat.Language);
        isPublic = camp.IsPublic;
        return camp;
    }
}
