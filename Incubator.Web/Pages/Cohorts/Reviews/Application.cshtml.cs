using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>One application for staff: its reviews, those that are submitted with their scores, what was decided, and the letters.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class ApplicationModel(
    IncubatorDb db, AssignmentDesk desk, LetterWriter letters, ReviewHistory history, CurrentActor current, RefusalText refusals,
    IStringLocalizer<ReviewsText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "application")]
    public Guid Reference { get; set; }

    public Application Application { get; private set; } = null!;
    public Call Call { get; private set; } = null!;
    public IReadOnlyList<Criterion> Rubric { get; private set; } = [];
    public IReadOnlyList<Given> Reviews { get; private set; } = [];
    public IReadOnlyList<Made> Decisions { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>The reader has a review of this application to submit: others' scores wait.</summary>
    public bool ReadsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReopenAsync(Guid review, string? reason, CancellationToken cancel) => await DoneAsync(
        await IsOfThisAsync(review, cancel) ? await desk.ReopenAsync(review, reason, await current.GetAsync(), cancel) : Refusal.NotFound,
        text["The review is given back; it counts again once it is submitted."], cancel);

    public async Task<IActionResult> OnPostTakeOffAsync(Guid review, string? reason, CancellationToken cancel) => await DoneAsync(
        await IsOfThisAsync(review, cancel) ? await desk.TakeOffAsync(review, reason, await current.GetAsync(), cancel) : Refusal.NotFound,
        text["The review is taken off."], cancel);

    private Task<bool> IsOfThisAsync(Guid review, CancellationToken cancel) =>
        db.Reviews.AnyAsync(r => r.Reference == review && db.Applications.Any(a => a.Id == r.ApplicationId && a.Reference == Reference), cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        this.Say(said);
        return Redirect(ReviewLinks.Application(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == Reference && a.State != ApplicationState.Draft, cancel) is not { } application) return false;
        Application = application;
        Call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        Rubric = await db.Criteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CallId == Call.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.ApplicationId == application.Id && r.State != ReviewState.TakenOff).ToListAsync(cancel);
        ReadsLater = reviews.Any(r => r.ReviewerId == actor.PersonId && r.State is ReviewState.Asked or ReviewState.Draft);
        // Scores leave the database only when they are submitted and the reader may see them.
        var readable = ReadsLater ? [] : await db.Reviews.AsNoTracking().Include(r => r.Scores)
            .Where(r => r.ApplicationId == application.Id && r.State == ReviewState.Submitted).ToDictionaryAsync(r => r.Id, cancel);
        var people = reviews.Select(r => r.ReviewerId).ToList();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancel);
        Reviews = [.. reviews.Select(r => new Given(r, names.GetValueOrDefault(r.ReviewerId, "?"), readable.GetValueOrDefault(r.Id)))
            .OrderBy(r => r.Review.State == ReviewState.Recused).ThenBy(r => r.Name, StringComparer.CurrentCulture)];
        var made = await (
                from d in db.Decisions
                join s in db.RankSnapshots on d.SnapshotId equals s.Id
                where d.ApplicationId == application.Id
                orderby d.Id descending
                select new { Decision = d, Snapshot = s, Who = db.Users.Where(p => p.Id == d.DecidedById).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancel);
        Decisions = made.ConvertAll(m =>
        {
            var table = m.Snapshot.Read();
            return new Made(m.Decision, m.Who, table.LineOf(application.Id), table.Lines.Count,
                letters.Write(application, Call, table, m.Decision.Kind, m.Decision.ReserveOrder, m.Decision.PublicReason, m.Decision.DecidedAt));
        });
        History = await history.ReadAsync(application.Id, cancel);
        return true;
    }

    /// <param name="Scored">With its scores; null where the reader may not see them (yet).</param>
    public sealed record Given(Review Review, string Name, Review? Scored);

    public sealed record Made(Decision Decision, string? Who, RankLine? Line, int Ranked, Letter Letter);
}
