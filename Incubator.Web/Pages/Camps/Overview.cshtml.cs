using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps;

/// <summary>The staff's home of one camp: where it stands, what is next, and the ways to everything of it.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class OverviewModel(
    IncubatorDb db, CampDesk desk, CampHistory history, CurrentActor current, RefusalText refusals, IStringLocalizer<CampsText> text, TimeProvider clock)
    : PageModel
{
    /// <summary>The parts of the page, as partials whose model is <see cref="ManagedCamp"/>.</summary>
    public static readonly IReadOnlyList<string> Parts = ["_ManageStatus", "_ManageDetails", "_ManageChallenges", "_ManagePeople", "_ManageAgenda", "_ManageAtCamp", "FollowUp/_ManageFollowUp"];

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public ManagedCamp Managed { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveOnAsync(CampStatus to, CampStatus seen, string? reason, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(to)) return await LoadAsync(cancel) ? this.Malformed() : NotFound();
        var result = await desk.MoveOnAsync(new MoveCampOn { Reference = Reference, To = to, Seen = seen, Reason = reason }, await current.GetAsync(), cancel);
        if (!await LoadAsync(cancel)) return NotFound();
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The camp is now: {0}.", CampWords.Of(to, text)]);
        return Redirect(CampLinks.Manage(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Managed = await ManagedCamp.ReadAsync(db, camp, clock.GetUtcNow(), cancel);
        History = await history.ReadAsync(camp.Id, cancel);
        return true;
    }
}
