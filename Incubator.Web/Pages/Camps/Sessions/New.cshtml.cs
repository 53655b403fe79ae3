using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>A new session, or one for each team.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class NewModel(IncubatorDb db, SessionDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<SessionsText> text)
    : SessionFormModel(db, text)
{
    private readonly IStringLocalizer<SessionsText> text = text;

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel) => await LoadAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.AddAsync(
            new AddSession { Camp = reference, Details = Input.Details, ForEachTeam = Input.ForEachTeam }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(result.Value.Count == 1 ? text["The session was added."] : text["{0} sessions were added.", result.Value.Count]);
        return Redirect(SessionLinks.All(reference));
    }
}
