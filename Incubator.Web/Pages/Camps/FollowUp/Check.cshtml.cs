using System.ComponentModel.DataAnnotations;
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

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>The question 30, 100 or 180 days after a camp, answered by the challenge's company, or by staff for it.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class CheckModel(
    IncubatorDb db, FollowUpDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<FollowUpText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public CheckInput Input { get; set; } = new();

    public FollowedChallenge Shown { get; private set; } = null!;
    public CampCheck Check { get; private set; } = null!;

    /// <summary>What was answered earlier, the latest first.</summary>
    public IReadOnlyList<CampCheck> Earlier { get; private set; } = [];

    /// <summary>It is early yet.</summary>
    public DateOnly? From { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new() { State = Check.State, Words = Check.Words, Version = Check.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.AnswerAsync(Reference, Input.State, Input.Words, Input.Version, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Thank you, the answer is kept."]);
        return Redirect(FollowUpLinks.Challenge(Shown.Challenge.Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var challenge = await db.Challenges.Where(c => db.CampChecks.Any(k => k.Reference == Reference && k.ChallengeId == c.Id))
            .Select(c => (Guid?)c.Reference).SingleOrDefaultAsync(cancel);
        if (challenge is null || await FollowedChallenge.FindAsync(db, challenge.Value, await current.GetAsync(), cancel) is not { } found) return false;
        Shown = found;
        var all = await db.CampChecks.AsNoTracking().Where(k => k.ChallengeId == found.Challenge.Id).OrderByDescending(k => k.DueOn).ToListAsync(cancel);
        Check = all.Single(k => k.Reference == Reference);
        Earlier = [.. all.Where(k => k.AfterDays < Check.AfterDays && k.IsAnswered)];
        var from = Check.DueOn.AddDays(-CampCheck.EarlyDays);
        From = LabTime.DateOf(clock.GetUtcNow()) < from ? from : null;
        return true;
    }

    public sealed class CheckInput
    {
        [Required]
        public CheckState? State { get; set; }

        [Required, StringLength(CampCheck.WordsMaxLength)]
        public string? Words { get; set; }

        public Guid Version { get; set; }
    }
}
