using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>For the chair and staff: who has scored what, live; closing, ties, and the result.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class IndexModel(
    IncubatorDb db, JuryReader reader, JuryChair chair, CurrentActor current, RefusalText refusals, IStringLocalizer<JuryText> text) : JuryPageModel(db, reader, current)
{
    private const int Shown = 50;

    private readonly JuryReader reader = reader;

    [BindProperty]
    public bool AcceptsMissing { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Stamp { get; private set; } = "";

    public bool AsksToClose { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool IsChairOf(long juror) => Jurors.Any(j => j.Id == juror && j.IsChair);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        AsksToClose = true;
        return await DoneAsync(await chair.CloseAsync(new CloseScoring { Camp = Reference, AcceptsMissing = AcceptsMissing }, await WhoAsync(), cancel),
            text["The scoring is closed; the protocol was taken."], cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        await DoneAsync(await chair.ReopenAsync(Reference, Reason, await WhoAsync(), cancel), text["The scoring is open again."], cancel);

    public async Task<IActionResult> OnPostTieAsync(List<Guid> teams, List<int> places, CancellationToken cancel)
    {
        if (teams.Count != places.Count) return BadRequest();
        return await DoneAsync(await chair.DecideTieAsync(new DecideTie { Camp = Reference, Places = [.. teams.Zip(places)], Reason = Reason }, await WhoAsync(), cancel),
            text["The tie is decided; a new protocol was taken."], cancel);
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel) =>
        await DoneAsync(await chair.PublishAsync(Reference, await WhoAsync(), cancel), text["The result is public."], cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        await DoneAsync(await chair.WithdrawAsync(Reference, Reason, await WhoAsync(), cancel), text["The result is not public any more."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (result.Succeeded)
        {
            this.Say(said);
            return Redirect(JuryLinks.Progress(Reference));
        }

        if (!await ShowAsync(cancel)) return NotFound();
        if (result.Was(Refusal.NotFound.Code)) return NotFound();
        foreach (var refusal in result.Refusals)
            ModelState.AddModelError(refusal.Field is nameof(Reason) or nameof(AcceptsMissing) ? refusal.Field : "", refusals.Say(refusal));
        return this.Refused();
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        // The stamp before what is drawn: a change in between is then seen at the next look.
        var camp = await Db.Camps.Where(c => c.Reference == Reference).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel);
        if (camp is null) return false;
        Stamp = LivePart.Of(await reader.StampAsync(camp.Value, cancel));
        if (!await LoadAsync(cancel) || !MayLead) return false;
        var acts = JuryWords.Acts.Keys.ToList();
        var entries = await (
                from h in Db.History
                where acts.Contains(h.Act) && ((h.Subject == nameof(JuryRound) && h.SubjectId == camp) ||
                    (h.Subject == nameof(JurySheet) && Db.JurySheets.Any(s => s.Id == h.SubjectId && s.CampId == camp)))
                orderby h.Id descending
                select new { h.At, h.Act, h.Reason, Who = Db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        History = [.. entries.Select(e => new HistoryLine(e.At, text[JuryWords.Acts[e.Act]], e.Who, e.Reason, []))];
        return true;
    }
}
