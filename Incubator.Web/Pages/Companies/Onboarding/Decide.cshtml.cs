using Incubator.Core.Accounts;
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

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>One step of a company for staff: accept, refuse, revoke, confirm, or enter what came by another way.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class DecideModel(
    IncubatorDb db, OnboardingBook book, OnboardingDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<OnboardingText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "company")]
    public Guid CompanyReference { get; set; }

    [BindProperty(SupportsGet = true, Name = "step")]
    public Guid StepReference { get; set; }

    [BindProperty(SupportsGet = true, Name = "person")]
    public long? PersonId { get; set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    [BindProperty]
    public DecisionInput Decision { get; set; } = new();

    public ShownCompany Company { get; private set; } = null!;

    public ShownStep Shown { get; private set; } = null!;

    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>What waits for a decision.</summary>
    public RecordRow? Waiting => Records.FirstOrDefault(r => r.Record.State == RecordState.Submitted);

    /// <summary>What counts today, or will.</summary>
    public IEnumerable<RecordRow> Counting => Records.Where(r => r.Record.State == RecordState.Accepted && !(r.Record.ValidUntil < book.Today));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Decision.ValidUntil = Waiting?.Record.ValidUntil;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => ActAsync(
        async actor => await desk.AcceptAsync(Decision.Request(), actor, cancel), text["Accepted; it counts from now on."], "Decision", cancel);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancel) => ActAsync(
        async actor => await desk.RefuseAsync(Decision.Request(), actor, cancel), text["Refused; the company is told the reason."], "Decision", cancel);

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken cancel) => ActAsync(
        async actor => await desk.RevokeAsync(Decision.Request(), actor, cancel),
        text["Withdrawn. Look at the reservations that hang on it."], "Decision", cancel);

    public Task<IActionResult> OnPostEnterAsync(CancellationToken cancel) => ActAsync(
        async actor =>
        {
            var entered = await desk.SubmitAsync(new SubmitEvidence
            {
                Step = StepReference,
                CompanyId = Company.Id,
                PersonId = PersonId,
                Given = Input.Given,
                File = await Input.HandAsync(cancel),
            }, actor, cancel);
            return entered.Succeeded ? default(Done) : Result<Done>.Refused(entered.Refusals);
        }, text["Entered; it counts from now on."], "Input", cancel);

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Done>>> act, string said, string prefix, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await current.GetAsync());
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals, prefix);
        this.Say(said);
        return Redirect(OnboardingLinks.Company(CompanyReference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await book.ReadAsync(CompanyReference, cancel) is not { } company) return false;
        if (company.Steps.FirstOrDefault(s => s.Step.Reference == StepReference && s.PersonId == PersonId) is not { } shown) return false;
        (Company, Shown) = (company, shown);
        Records = await db.ReadRecordsAsync(await current.GetAsync(), company.Id, shown.Step.Id, PersonId, cancel);
        var ids = Records.Select(r => r.Record.Id).ToList();
        var entries = await (
                from h in db.History
                where h.Subject == nameof(StepRecord) && ids.Contains(h.SubjectId)
                orderby h.Id descending
                select new { h.At, h.Act, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(50).ToListAsync(cancel);
        History = [.. entries.Select(e => new HistoryLine(e.At, text[StepWords.OfAct(e.Act)], e.Who, e.Reason, []))];
        return true;
    }

    public sealed record DecisionInput
    {
        public Guid Record { get; set; }

        public Guid? Version { get; set; }

        public string? Reason { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public DecideRecord Request() => new() { Record = Record, Reason = Reason, ValidUntil = ValidUntil, SeenVersion = Version };
    }
}
