using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>Staff accept or reject a challenge; an accepted one gets a facilitator and teams.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class DecideModel(
    IncubatorDb db, ChallengeDecisions desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ChallengesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Challenge Item { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Facilitators { get; private set; } = [];
    public IReadOnlyList<(Guid Reference, string Name, bool IsOn, bool IsElsewhere)> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDecideAsync(bool accepted, string? reason, Guid version, CancellationToken cancel)
    {
        var result = await desk.DecideAsync(
            new DecideChallenge { Reference = Reference, Accepted = accepted, Reason = reason, SeenVersion = version }, await current.GetAsync(), cancel);
        return await DoneAsync(result, accepted ? text["The challenge is accepted; the company is told."] : text["The challenge is rejected; the company is told."], cancel);
    }

    public async Task<IActionResult> OnPostFacilitatorAsync(Guid? facilitator, CancellationToken cancel) =>
        await DoneAsync(await desk.GiveFacilitatorAsync(Reference, facilitator, await current.GetAsync(), cancel), text["Saved."], cancel);

    public async Task<IActionResult> OnPostTeamAsync(Guid team, bool takes, CancellationToken cancel) =>
        await DoneAsync(await desk.AssignTeamAsync(Reference, team, takes, await current.GetAsync(), cancel), text["Saved."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        return Redirect(Item.State == ChallengeState.Accepted ? ChallengeLinks.Decide(Reference) : ChallengeLinks.Details(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Challenges.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } challenge) return false;
        Item = challenge;
        var facilitators = await (
                from m in db.CrewMembers
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == challenge.CampId && m.Role == CrewRole.Facilitator
                orderby p.FullName
                select new { m.Id, m.Reference, p.FullName })
            .ToListAsync(cancel);
        Facilitators = [new(text["Nobody yet"], ""), .. facilitators.Select(f => new SelectListItem(f.FullName, f.Reference.ToString(), f.Id == challenge.FacilitatorId))];
        Teams = (await db.Teams.AsNoTracking().Where(t => t.CampId == challenge.CampId).OrderBy(t => t.Position).ToListAsync(cancel))
            .ConvertAll(t => (t.Reference, t.Name, t.ChallengeId == challenge.Id, t.ChallengeId is { } other && other != challenge.Id));
        return true;
    }
}
