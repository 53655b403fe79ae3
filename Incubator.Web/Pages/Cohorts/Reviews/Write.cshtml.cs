using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Applications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>One's own review: first whether a conflict stands in the way, then the form, at last what was submitted.</summary>
[Authorize(Policy = Permission.Review)]
public sealed class WriteModel(
    IncubatorDb db, ReviewDesk desk, SheetReader sheets, CurrentActor current, RefusalText refusals, IStringLocalizer<ReviewsText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [BindProperty]
    public ConflictInput Conflict { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public Application Application { get; private set; } = null!;
    public Call Call { get; private set; } = null!;
    public DateOnly? DueOn { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Criterion> Rubric { get; private set; } = [];

    /// <summary>Null until the question about conflicts is answered.</summary>
    public ApplicationSheet? Sheet { get; private set; }

    /// <summary>Decided without this review.</summary>
    public bool IsUnwanted { get; private set; }

    /// <summary>Another page of the same person was faster; what stands now.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What the others wrote, without names; only where staff chose so and the decision has been made.</summary>
    public IReadOnlyList<Review> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = ReviewInput.Of(Review, Rubric);
        return Page();
    }

    public async Task<IActionResult> OnPostNoConflictAsync(CancellationToken cancel)
    {
        var result = await desk.DeclareNoConflictAsync(Reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return await RefusedAsync(result.Refusals, "Conflict", cancel);
        return Redirect(ReviewLinks.Write(Reference));
    }

    public async Task<IActionResult> OnPostConflictAsync(CancellationToken cancel)
    {
        if (Conflict.Kind is not { } kind) return await RefusedAsync([new Refusal("Missing", nameof(Conflict.Kind))], nameof(Conflict), cancel);
        var result = await desk.RecuseAsync(new RecuseReview { Review = Reference, Kind = kind, Note = Conflict.Note }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return await RefusedAsync(result.Refusals, nameof(Conflict), cancel);
        this.Say(text["Thank you. You no longer have this application; the staff will find someone else."]);
        return Redirect(ReviewLinks.Home);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(submits: false, cancel);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) => SaveAsync(submits: true, cancel);

    private async Task<IActionResult> SaveAsync(bool submits, CancellationToken cancel)
    {
        ModelState.Remove("Conflict.Kind");
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new WriteReview
        {
            Review = Reference,
            Scores = [.. Input.Scores.Select(s => new ScoreGiven(s.CriterionId, s.Score, s.Comment))],
            Summary = Input.Summary,
            SeenVersion = Input.Version,
            Submits = submits,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            IsStale = result.Was(Refusal.ChangedMeanwhile.Code);
            // The next save knows what it replaces.
            ModelState.Remove("Input.Version");
            if (IsStale) Input.Version = Review.Version;
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(submits ? text["Your review is submitted. Thank you."] : text["Your draft is kept; nobody else sees it."]);
        return Redirect(submits ? ReviewLinks.Home : ReviewLinks.Write(Reference));
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refused, string prefix, CancellationToken cancel)
    {
        ModelState.Remove("Input.Version");
        if (!await LoadAsync(cancel)) return NotFound();
        Input = ReviewInput.Of(Review, Rubric);
        return this.Refused(refused, refusals, prefix);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        Today = LabTime.DateOf(clock.GetUtcNow());
        var found = await db.Reviews.AsNoTracking().Include(r => r.Scores).FirstOrDefaultAsync(r => r.Reference == Reference &&
            r.ReviewerId == actor.PersonId && r.State != ReviewState.Recused && r.State != ReviewState.TakenOff, cancel);
        if (found is null) return false;
        Review = found;
        Application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == found.ApplicationId, cancel);
        if (Application.State is ApplicationState.Draft or ApplicationState.Withdrawn) return false;
        Call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == Application.CallId, cancel);
        Rubric = await db.Criteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CallId == Call.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        var round = await db.ReviewRounds.AsNoTracking().SingleOrDefaultAsync(r => r.CallId == Call.Id, cancel);
        DueOn = round?.DueOn;
        if (Review.State != ReviewState.Asked) Sheet = await sheets.ReadAsync(Application, file => ReviewLinks.File(Reference, file), cancel, withContact: false);
        IsUnwanted = Application.State != ApplicationState.Submitted && Review.ReopenedAt is null && Review.State != ReviewState.Submitted;
        if (round?.SharesAfterDecision == true && Application.State != ApplicationState.Submitted && Review.State == ReviewState.Submitted)
        {
            Others = await db.Reviews.AsNoTracking().Include(r => r.Scores)
                .Where(r => r.ApplicationId == Application.Id && r.Id != Review.Id && r.State == ReviewState.Submitted).OrderBy(r => r.Reference).ToListAsync(cancel);
        }

        return true;
    }
}
