using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Camps.FollowUp;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>A lot's values are put down, put right or taken out, by the challenge's company or staff.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class LotModel(
    IncubatorDb db, QualityDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<QualityText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid Of { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Lot { get; set; }

    [BindProperty(SupportsGet = true, Name = "specification")]
    public long? ForSpecification { get; set; }

    [BindProperty(SupportsGet = true, Name = "phase")]
    public LotPhase? ForPhase { get; set; }

    [BindProperty]
    public LotInput Input { get; set; } = new();

    public FollowedChallenge Shown { get; private set; } = null!;
    public MeasuredLot? Known { get; private set; }
    public IReadOnlyList<Specification> Specifications { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices => [.. Specifications.Select(s => new SelectListItem(
        $"{s.Name}: {QualityWords.Limits(new QualityLimits(s.Target, s.Lower, s.Upper), s.Unit, text)}", s.Id.ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var today = LabTime.DateOf(clock.GetUtcNow());
        Input = Known is null
            ? new()
            {
                SpecificationId = ForSpecification ?? Specifications[0].Id,
                Phase = ForPhase ?? (today < Shown.Camp.StartsOn ? LotPhase.Before : LotPhase.After),
                MeasuredOn = today,
            }
            : LotInput.Of(Known);
        return Page();
    }

    /// <param name="another">The next lot is typed at once.</param>
    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var values = TypedValues.Read(Input.Values, nameof(Input.Values));
        if (!values.Succeeded) values.Refusals.Into(ModelState, refusals);
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.RecordAsync(new RecordLot
        {
            Challenge = Of,
            SpecificationId = Known?.SpecificationId ?? Input.SpecificationId!.Value,
            Lot = Lot,
            Details = new LotDetails { Code = Input.Code!, MeasuredOn = Input.MeasuredOn!.Value, Phase = Input.Phase!.Value, Values = values.Value },
            Reason = Input.Reason,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Lot {0} is kept, with {1} values.", Input.Code!.Trim(), values.Value.Count]);
        return Redirect(another ? FollowUpLinks.NewLot(Of, Input.SpecificationId, Input.Phase) : FollowUpLinks.Quality(Of));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Known is null) return NotFound();
        ModelState.Clear();
        var result = await desk.RemoveAsync(Known.Reference, Input.Reason, Input.Version ?? default, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            var reason = Input.Reason;
            Input = LotInput.Of(Known);
            Input.Reason = reason;
            ModelState.SetModelValue("Input.Reason", reason, reason);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["Lot {0} was taken out.", Known.Code]);
        return Redirect(FollowUpLinks.Quality(Of));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await FollowedChallenge.FindAsync(db, Of, await current.GetAsync(), cancel) is not { } found) return false;
        Shown = found;
        Specifications = await db.Specifications.AsNoTracking().Where(s => s.ChallengeId == found.Challenge.Id).OrderBy(s => s.Position).ToListAsync(cancel);
        if (Lot is { } reference)
        {
            var own = Specifications.Select(s => s.Id).ToList();
            Known = await db.MeasuredLots.AsNoTracking().Include(l => l.Values).SingleOrDefaultAsync(l => l.Reference == reference && own.Contains(l.SpecificationId), cancel);
            if (Known is null) return false;
        }

        return Specifications.Count > 0;
    }

    public sealed class LotInput
    {
        [Required]
        public long? SpecificationId { get; set; }

        [Required]
        public LotPhase? Phase { get; set; }

        [Required, StringLength(MeasuredLot.CodeMaxLength)]
        public string? Code { get; set; }

        [Required]
        public DateOnly? MeasuredOn { get; set; }

        [Required]
        public string? Values { get; set; }

        [StringLength(Core.History.HistoryEntry.ReasonMaxLength)]
        public string? Reason { get; set; }

        public Guid? Version { get; set; }

        internal static LotInput Of(MeasuredLot lot) => new()
        {
            SpecificationId = lot.SpecificationId,
            Phase = lot.Phase,
            Code = lot.Code,
            MeasuredOn = lot.MeasuredOn,
            Values = TypedValues.Write(lot.Measured(), CultureInfo.CurrentCulture),
            Version = lot.Version,
        };
    }
}
