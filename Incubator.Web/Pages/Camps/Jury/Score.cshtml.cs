using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>A juror scores one team: each criterion by one tap, kept at once.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ScoreModel(
    IncubatorDb db, JuryReader reader, JuryDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<JuryText> text) : JuryPageModel(db, reader, current)
{
    [BindProperty(SupportsGet = true)]
    public Guid Team { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TableTeam Judged { get; private set; } = null!;
    public TableCell Cell { get; private set; } = null!;
    public TableTeam? Before { get; private set; }
    public TableTeam? After { get; private set; }

    public bool TakesScores => !IsClosed && JuryRules.TakesScores(Camp.Status);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadTeamAsync(cancel)) return NotFound();
        Comment = SheetOf(Cell)?.Comment;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long criterion, int score, CancellationToken cancel)
    {
        var result = await desk.ScoreAsync(new GiveScore { Camp = Reference, Team = Team, CriterionId = criterion, Score = score }, await WhoAsync(), cancel);
        if (!result.Succeeded) return await RefusedAsync(result, cancel);
        // On to what is still to be scored, else where the reader was.
        if (!await LoadTeamAsync(cancel)) return NotFound();
        var order = Table.Criteria.Select(c => c.Id).ToList();
        var next = order.Skip(order.IndexOf(criterion) + 1).Concat(order).Where(id => !Cell.Scores.ContainsKey(id)).FirstOrDefault(criterion);
        return Redirect($"{JuryLinks.Team(Reference, Team)}#c-{next}");
    }

    public async Task<IActionResult> OnPostCommentAsync(CancellationToken cancel)
    {
        var result = await desk.CommentAsync(new WriteComment { Camp = Reference, Team = Team, Comment = Comment }, await WhoAsync(), cancel);
        if (!result.Succeeded) return await RefusedAsync(result, cancel);
        this.Say(text["Your comment is kept."]);
        return Redirect(JuryLinks.Team(Reference, Team));
    }

    public async Task<IActionResult> OnPostRecuseAsync(CancellationToken cancel)
    {
        var result = await desk.RecuseAsync(new KeepOffTeam { Camp = Reference, Team = Team, Reason = Reason }, await WhoAsync(), cancel);
        if (!result.Succeeded) return await RefusedAsync(result, cancel);
        this.Say(text["You keep off this team; the chair sees why."]);
        return Redirect(JuryLinks.Desk(Reference));
    }

    private async Task<IActionResult> RefusedAsync(Result<Done> result, CancellationToken cancel)
    {
        if (!await LoadTeamAsync(cancel)) return NotFound();
        if (result.Refusals.Any(r => r.Code == Refusal.NotFound.Code)) return NotFound();
        foreach (var refusal in result.Refusals)
            ModelState.AddModelError(refusal.Field is nameof(Reason) or nameof(Comment) ? refusal.Field : "", refusals.Say(refusal));
        if (!ModelState.ContainsKey(nameof(Comment)) || Comment is null) Comment = SheetOf(Cell)?.Comment;
        return this.Refused();
    }

    private async Task<bool> LoadTeamAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Me is null || !Table.Jurors.Contains(Me.Id) || Table.Teams.FirstOrDefault(t => t.Reference == Team) is not { } judged) return false;
        (Judged, Cell) = (judged, Table.CellOf(judged.Id, Me.Id));
        var order = Table.Teams.ToList();
        var at = order.IndexOf(judged);
        (Before, After) = (order.ElementAtOrDefault(at - 1), order.ElementAtOrDefault(at + 1));
        return true;
    }
}
