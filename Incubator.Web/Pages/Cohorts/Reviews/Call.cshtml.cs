using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
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

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>Who reviews a call, until when, and how far they are; no scores.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class CallModel(
    IncubatorDb db, AssignmentDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ReviewsText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "call")]
    public Guid Reference { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public Call Call { get; private set; } = null!;
    public ReviewProgress.Shown Progress { get; private set; } = null!;
    public bool IsClosed { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(true, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await LoadAsync(false, cancel) ? this.Malformed() : NotFound();
        return await DoneAsync(await desk.SetRoundAsync(
            new SetReviewRound { Call = Reference, DueOn = Input.DueOn, SharesAfterDecision = Input.SharesAfterDecision }, await current.GetAsync(), cancel),
            text["The round is set."], cancel);
    }

    public async Task<IActionResult> OnPostNameAsync(long? person, string? organisation, CancellationToken cancel) => await DoneAsync(
        person is { } id
            ? await desk.NameReviewerAsync(new NameReviewer { Call = Reference, PersonId = id, Organisation = organisation }, await current.GetAsync(), cancel)
            : new Refusal("Missing", "PersonId"),
        text["The reviewer is named."], cancel);

    public async Task<IActionResult> OnPostDropAsync(long person, CancellationToken cancel) =>
        await DoneAsync(await desk.DropReviewerAsync(Reference, person, await current.GetAsync(), cancel), text["The reviewer is off the list."], cancel);

    public async Task<IActionResult> OnPostAssignAsync(Guid application, long? person, CancellationToken cancel) => await DoneAsync(
        person is { } id
            ? await desk.AssignAsync(new AssignReview { Application = application, PersonId = id }, await current.GetAsync(), cancel)
            : new Refusal("Missing", "PersonId"),
        text["The application is assigned; the reviewer is told by mail."], cancel);

    public async Task<IActionResult> OnPostAssignAllAsync(CancellationToken cancel)
    {
        var result = await desk.AssignAllAsync(Reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return await DoneAsync(Result<Done>.Refused(result.Refusals), "", cancel);
        this.Say(result.Value.Shortages.Count == 0
            ? text["Reviews assigned: {0}. Every application has as many reviewers as it needs.", result.Value.Made]
            : text["Reviews assigned: {0}. Applications that still lack reviewers: {1}; see below why.", result.Value.Made, result.Value.Shortages.Count]);
        return Redirect(ReviewLinks.Call(Reference));
    }

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded)
        {
            ModelState.Clear();
            return await LoadAsync(true, cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        }

        this.Say(said);
        return Redirect(ReviewLinks.Call(Reference));
    }

    private async Task<bool> LoadAsync(bool fill, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Today = LabTime.DateOf(now);
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == Reference && c.PublishedAt != null, cancel) is not { } call) return false;
        Call = call;
        IsClosed = call.StateAt(now) == CallState.Closed;
        Progress = await new ReviewProgress(db).LoadAsync(call, cancel);
        if (fill && await db.ReviewRounds.AsNoTracking().SingleOrDefaultAsync(r => r.CallId == call.Id, cancel) is { } round)
            Input = new RoundInput { DueOn = round.DueOn, SharesAfterDecision = round.SharesAfterDecision };
        return true;
    }

    public sealed class RoundInput
    {
        public DateOnly? DueOn { get; set; }

        public bool SharesAfterDecision { get; set; }
    }
}
