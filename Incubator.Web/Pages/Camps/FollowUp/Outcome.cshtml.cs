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

/// <summary>What came of a challenge: launched, dropped, a spin-off, or still in development.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class OutcomeModel(
    IncubatorDb db, FollowUpDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<FollowUpText> text, TimeProvider clock) : PageModel
{
    /// <summary>4.50 as it lies in the table is 4.5 for whoever types.</summary>
    private const string Plain = "{0:0.##}";

    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid Of { get; set; }

    [BindProperty]
    public OutcomeInput Input { get; set; } = new();

    public FollowedChallenge Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var known = await db.ChallengeOutcomes.AsNoTracking().SingleOrDefaultAsync(o => o.ChallengeId == Shown.Challenge.Id, cancel);
        Input = known is null ? new() { On = LabTime.DateOf(clock.GetUtcNow()) } : new()
        {
            Kind = known.Kind,
            On = known.On,
            ProductName = known.ProductName,
            Jobs = known.Jobs,
            Turnover = known.Turnover,
            Words = known.Words,
            Version = known.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.RecordOutcomeAsync(Of, new OutcomeDetails
        {
            Kind = Input.Kind!.Value,
            On = Input.On!.Value,
            ProductName = Input.ProductName,
            Jobs = Input.Jobs,
            Turnover = Input.Turnover,
            Words = Input.Words,
        }, Input.Version, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The outcome is kept."]);
        return Redirect(FollowUpLinks.Challenge(Of));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await FollowedChallenge.FindAsync(db, Of, await current.GetAsync(), cancel) is not { } found) return false;
        Shown = found;
        return true;
    }

    public sealed class OutcomeInput
    {
        [Required]
        public OutcomeKind? Kind { get; set; }

        [Required]
        public DateOnly? On { get; set; }

        [StringLength(ChallengeOutcome.ProductNameMaxLength)]
        public string? ProductName { get; set; }

        [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
        public decimal? Jobs { get; set; }

        [DisplayFormat(DataFormatString = Plain, ApplyFormatInEditMode = true)]
        public decimal? Turnover { get; set; }

        [StringLength(ChallengeOutcome.WordsMaxLength)]
        public string? Words { get; set; }

        public Guid? Version { get; set; }
    }
}
