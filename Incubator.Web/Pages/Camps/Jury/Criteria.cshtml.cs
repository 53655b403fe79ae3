using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>By what a camp's teams are judged.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class CriteriaModel(IncubatorDb db, JuryCriteriaDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<JuryText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<JuryCriterion> Criteria { get; private set; } = [];

    /// <summary>Somebody has scored.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Camps whose criteria can be taken over, the latest first.</summary>
    public IReadOnlyList<OtherCamp> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOfferAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.OfferAsync(Reference, await current.GetAsync(), cancel), text["The offered criteria are yours now; change them as you like."], cancel);

    public async Task<IActionResult> OnPostCopyAsync(Guid from, CancellationToken cancel) =>
        await DoneAsync(await desk.CopyAsync(Reference, from, await current.GetAsync(), cancel), text["The criteria were taken over."], cancel);

    public async Task<IActionResult> OnPostMoveAsync(long id, string? way, CancellationToken cancel) =>
        await DoneAsync(await desk.MoveAsync(Reference, id, way == "up", await current.GetAsync(), cancel), null, cancel);

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel) =>
        await DoneAsync(await desk.RemoveAsync(Reference, id, await current.GetAsync(), cancel), text["The criterion was removed."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string? said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        if (said is not null) this.Say(said);
        return Redirect(JuryLinks.Criteria(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Camp = camp;
        Criteria = await db.JuryCriteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CampId == camp.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        IsFixed = await db.JurySheets.AnyAsync(s => s.CampId == camp.Id && s.Scores.Any(), cancel);
        if (Criteria.Count == 0)
        {
            Others = await db.Camps.Where(c => c.Id != camp.Id && db.JuryCriteria.Any(x => x.CampId == c.Id)).OrderByDescending(c => c.StartsOn)
                .Select(c => new OtherCamp(c.Reference, new LocalName(c.NameHu, c.NameEn))).ToListAsync(cancel);
        }

        return true;
    }

    public sealed record OtherCamp(Guid Reference, LocalName Name);
}
