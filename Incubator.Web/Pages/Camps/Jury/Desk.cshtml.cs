using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>A juror's teams, and how far they are with each.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class DeskModel(IncubatorDb db, JuryReader reader, CurrentActor current) : JuryPageModel(db, reader, current)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) && Me is not null && Table.Jurors.Contains(Me.Id) ? Page() : NotFound();
}
