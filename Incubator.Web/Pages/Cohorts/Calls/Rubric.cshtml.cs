using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>By what a call's applications are judged.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class RubricModel(IncubatorDb db, CallFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallPartModel(db)
{
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(long id, Move way, CancellationToken cancel) =>
        await DoneAsync(await desk.MoveCriterionAsync(Reference, id, way, await current.GetAsync(), cancel), null, cancel);

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel) =>
        await DoneAsync(await desk.RemoveCriterionAsync(Reference, id, await current.GetAsync(), cancel), text["The criterion was removed."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string? said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        if (said is not null) this.Say(said);
        return Redirect(CallLinks.Rubric(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return false;
        Criteria = await Db.Criteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CallId == Call.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        return true;
    }
}
