using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>One challenge: title and summary for everybody once accepted, the details for those who may read them.</summary>
[AllowAnonymous]
public sealed class DetailsModel(
    IncubatorDb db, ChallengeReading reading, ChallengeDesk desk, ChallengeHistory history, CurrentActor current, RefusalText refusals,
    IStringLocalizer<ChallengesText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    /// <summary>Of a participant's link; null: as whoever is signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Secret { get; set; }

    public OpenedChallenge Item { get; private set; } = null!;
    public Camp Camp { get; private set; } = null!;
    public string Company { get; private set; } = "";
    public IReadOnlyList<string> Resources { get; private set; } = [];
    public IReadOnlyList<string> Teams { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public bool MayEdit { get; private set; }
    public bool TakesChallenges { get; private set; }

    public bool IsOwnerOrStaff => Item.Visitor is { IsOwner: true } or { IsStaff: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAgreeAsync(int pledge, CancellationToken cancel) =>
        await DoneAsync(await reading.AgreeAsync(Reference, pledge, await current.GetAsync(), LinkHash, cancel), "Thank you. You may read the details now.", cancel);

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.SubmitAsync(Reference, await current.GetAsync(), cancel), "The challenge is handed in. We write when it is decided.", cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.WithdrawAsync(Reference, await current.GetAsync(), cancel), "The challenge is withdrawn.", cancel);

    public async Task<IActionResult> OnPostAttachAsync(IFormFile? file, CancellationToken cancel) => await DoneAsync(
        await desk.AttachAsync(Reference, file?.FileName ?? "", await Upload.ReadAsync(file, cancel), await current.GetAsync(), cancel), "The file is kept.", cancel);

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, CancellationToken cancel) =>
        await DoneAsync(await desk.RemoveFileAsync(Reference, file, await current.GetAsync(), cancel), "The file was removed.", cancel);

    private string? LinkHash => Secret is { Length: > 0 } secret ? LinkSecret.Hash(secret) : null;

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        this.Say(text[said]);
        return Redirect(ChallengeLinks.Details(Reference, Secret));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "private, no-store";
        var actor = await current.GetAsync();
        var opened = await reading.OpenAsync(Reference, actor, LinkHash, cancel);
        if (!opened.Succeeded) return false;
        Item = opened.Value;
        Camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == Item.CampId, cancel);
        Company = await db.Companies.Where(c => c.Id == Item.CompanyId).Select(c => c.Name).SingleAsync(cancel);
        TakesChallenges = Camp.TakesChallenges(clock.GetUtcNow());
        if (Item.Inside is not { } inside) return true;
        var wanted = inside.ResourceIds;
        Resources = [.. (await db.Resources.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToListAsync(cancel)).Select(r => r.Name(LabFormat.Language))];
        Teams = await db.Teams.Where(t => t.ChallengeId == Item.Id).OrderBy(t => t.Position).Select(t => t.Name).ToListAsync(cancel);
        var isFacilitator = actor.PersonId is not null && await db.Challenges.AnyAsync(c => c.Id == Item.Id && db.CrewMembers.Any(m => m.Id == c.FacilitatorId && m.PersonId == actor.PersonId), cancel);
        MayEdit = ChallengeRules.MayEdit(
            Item.State, actor.IsStaff, Item.Visitor.IsOwner, isFacilitator, Camp.Status is CampStatus.Closed or CampStatus.Cancelled);
        if (IsOwnerOrStaff) History = await history.ReadAsync(Item.Id, cancel);
        return true;
    }
}
