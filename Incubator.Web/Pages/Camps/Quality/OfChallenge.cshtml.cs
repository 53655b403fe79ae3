using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Camps.FollowUp;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>What was measured of a challenge's product before and after the camp: pictures, figures and every lot.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class OfChallengeModel(IncubatorDb db, FollowUpHistory history, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid Of { get; set; }

    public FollowedChallenge Shown { get; private set; } = null!;
    public bool MayWrite { get; private set; }
    public IReadOnlyList<SpecificationQuality> Specifications { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (await FollowedChallenge.FindAsync(db, Of, actor, cancel) is not { } found) return NotFound();
        Shown = found;
        MayWrite = actor.ActsFor(found.Challenge.CompanyId) && found.Challenge.State is not (ChallengeState.Rejected or ChallengeState.Withdrawn);
        Specifications = await db.QualityOfAsync([found.Challenge.Id], cancel);
        if (actor.ActsFor(found.Challenge.CompanyId)) History = await history.ReadAsync(QualityDesk.Subject, found.Challenge.Id, cancel);
        return Page();
    }
}
