using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class NewModel(
    IncubatorDb db, ResourceRegister register, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text)
    : ResourceFormModel(db)
{
    public Task OnGetAsync(CancellationToken cancel) => LoadChoicesAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        if (!Understood(refusals)) return this.Malformed();
        var result = await register.CreateAsync(
            new RegisterResource { Details = Input.Details, NewCategory = Input.Category, NewSite = Input.SiteName }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The resource was added."]);
        return Redirect(ResourceLinks.Details(result.Value.Code));
    }
}
