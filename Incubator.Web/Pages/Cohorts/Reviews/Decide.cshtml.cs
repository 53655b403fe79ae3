using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>Decides on one application: first the form, then the letter as the applicant will read it, then the act.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class DecideModel(
    IncubatorDb db, DecisionDesk desk, CallRanking ranking, LetterWriter letters, CurrentActor current, RefusalText refusals,
    IStringLocalizer<ReviewsText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "application")]
    public Guid Reference { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public Application Application { get; private set; } = null!;
    public Call Call { get; private set; } = null!;
    public RankTable Table { get; private set; } = null!;
    public Decision? Before { get; private set; }
    public IReadOnlyList<PossibleDuplicate> Alike { get; private set; } = [];

    /// <summary>The company of the register that staff have said it is.</summary>
    public string? KnownAs { get; private set; }

    /// <summary>Seats of the cohort that the call fills: taken, all.</summary>
    public (int Taken, int All)? Seats { get; private set; }

    public Letter? Preview { get; private set; }

    /// <summary>The reader has a review of this application to submit.</summary>
    public bool HasOwnOpen { get; private set; }

    public bool AsksForCorrection => Before is not null && !(Before.Kind == DecisionKind.Reserve && Input.Kind == DecisionKind.Admit);

    public async Task<IActionResult> OnGetAsync(DecisionKind? kind, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        // The page says there why one must wait.
        if (HasOwnOpen) return Redirect(ReviewLinks.Application(Reference));
        Input = new DecisionInput
        {
            Kind = kind,
            ReserveOrder = Before?.ReserveOrder ?? await desk.NextReserveOrderAsync(Call.Id, cancel),
            PublicReason = kind is null ? Before?.PublicReason : null,
            Version = Application.Version,
            SubmissionKey = Guid.NewGuid(),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        // From the preview one may go back to the form.
        if (Input.Again || HasOwnOpen) return Page();
        Preview = letters.Write(Application, Call, Table, Input.Kind!.Value, Input.ReserveOrder, Input.PublicReason!.Trim(), clock.GetUtcNow());
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.DecideAsync(new DecideApplication
        {
            Application = Reference,
            Kind = Input.Kind!.Value,
            ReserveOrder = Input.ReserveOrder,
            PublicReason = Input.PublicReason!,
            InternalNote = Input.InternalNote,
            CorrectionReason = Input.CorrectionReason,
            CompanyId = long.TryParse(Input.CompanyId, NumberStyles.None, CultureInfo.InvariantCulture, out var company) ? company : null,
            IsNewCompany = Input.CompanyId == DecisionInput.New,
            SeenVersion = Input.Version,
            SubmissionKey = Input.SubmissionKey,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            ModelState.Remove("Input.Version");
            if (result.Was(Refusal.ChangedMeanwhile.Code)) Input.Version = Application.Version;
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(Input.Kind switch
        {
            DecisionKind.Admit => text["The company is admitted; its letter and its invitation are on their way."],
            DecisionKind.Reserve => text["The application is on the reserve list; its letter is on its way."],
            _ => text["The application is rejected; its letter is on its way."],
        });
        return Redirect(ReviewLinks.Application(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == Reference && a.State != ApplicationState.Draft &&
            a.State != ApplicationState.Withdrawn, cancel) is not { } application) return false;
        var actor = await current.GetAsync();
        Application = application;
        Call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        HasOwnOpen = await db.Reviews.AnyAsync(r => r.ApplicationId == application.Id && r.ReviewerId == actor.PersonId &&
            (r.State == ReviewState.Asked || r.State == ReviewState.Draft), cancel);
        Table = await ranking.LoadAsync(Call, cancel);
        Before = await db.Decisions.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
        KnownAs = application.CompanyId is { } id ? await db.Companies.Where(c => c.Id == id).Select(c => c.Name).SingleAsync(cancel) : null;
        if (KnownAs is null) Alike = await desk.AlikeAsync(application, cancel);
        if (Call.CohortId is { } cohort)
        {
            Seats = (await db.CohortMembers.CountAsync(m => m.CohortId == cohort && m.State != CohortMemberState.Left, cancel),
                await db.Cohorts.Where(c => c.Id == cohort).Select(c => c.Capacity).SingleAsync(cancel));
        }

        return true;
    }
}
