using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>One step of the own company: what it asks for, the act that does it, what was handed in so far.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class MyStepModel(
    IncubatorDb db, OnboardingBook book, OnboardingDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<OnboardingText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "step")]
    public Guid StepReference { get; set; }

    [BindProperty(SupportsGet = true, Name = "company")]
    public Guid CompanyReference { get; set; }

    [BindProperty(SupportsGet = true, Name = "person")]
    public long? PersonId { get; set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    [BindProperty]
    public NameInput Accept { get; set; } = new();

    public ShownCompany Company { get; private set; } = null!;

    public ShownStep Shown { get; private set; } = null!;

    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    /// <summary>What would be accepted now; null: the reader accepts nothing here.</summary>
    public TextToAccept? Text { get; private set; }

    public bool MayHandIn { get; private set; }

    public bool MayAccept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostHandInAsync(CancellationToken cancel) => ActAsync(
        async actor => await desk.SubmitAsync(Evidence(Input.Given, await Input.HandAsync(cancel)), actor, cancel),
        text["Handed in; the staff look at it."], "Input", cancel);

    public Task<IActionResult> OnPostNotForSaleAsync(CancellationToken cancel) => ActAsync(
        actor => desk.SubmitAsync(Evidence(new EvidenceGiven { NotForSale = true }, null), actor, cancel),
        text["Declared: nothing made here is sold. You can book for research."], "Input", cancel);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => ActAsync(
        actor => desk.AcceptTextAsync(
            new AcceptText { Step = StepReference, CompanyId = Company.Id, Name = Accept.Name ?? "", SeenHash = Accept.Hash ?? "" }, actor, cancel),
        text["Accepted. The text is kept as you saw it."], "Accept", cancel);

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Guid>>> act, string said, string prefix, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await current.GetAsync());
        if (!result.Succeeded)
        {
            // The fresh text is shown; accepting again then speaks of it.
            ModelState.Remove("Accept.Hash");
            return this.Refused(result.Refusals, refusals, prefix);
        }

        this.Say(said);
        return Redirect(OnboardingLinks.Mine(CompanyReference));
    }

    private SubmitEvidence Evidence(EvidenceGiven given, HandedFile? file) =>
        new() { Step = StepReference, CompanyId = Company.Id, PersonId = PersonId, Given = given, File = file };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if ((await book.OwnAsync(actor, cancel)).All(o => o.Reference != CompanyReference)) return false;
        if (await book.ReadAsync(CompanyReference, cancel) is not { } company) return false;
        Company = company;
        var isManager = company.People.Any(p => p.Id == actor.PersonId && p.Role == MemberRole.Manager);
        if (company.Steps.FirstOrDefault(s => s.Step.Reference == StepReference && s.PersonId == PersonId) is not { } shown) return false;
        if (PersonId is not null && PersonId != actor.PersonId && !isManager) return false;
        Shown = shown;
        Records = await db.ReadRecordsAsync(actor, company.Id, shown.Step.Id, PersonId, cancel);
        var byMe = PersonId is null ? isManager : PersonId == actor.PersonId;
        var step = shown.Step;
        MayHandIn = step.Doer != StepDoer.Staff && (byMe || isManager) && (!step.HasText || step.Wanted.HasFlag(EvidenceParts.File));
        MayAccept = step.HasText && byMe;
        if (step.HasText && await desk.ReadTextAsync(StepReference, company.Id, actor, cancel) is { Succeeded: true } made) Text = made.Value;
        return true;
    }

    public sealed record NameInput
    {
        public string? Name { get; set; }

        public string? Hash { get; set; }
    }
}
