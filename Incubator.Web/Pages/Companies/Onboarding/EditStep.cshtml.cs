using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>Defines a step (its address says "new") or changes one.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class EditStepModel(
    IncubatorDb db, StepDesk desk, OnboardingBook book, CurrentActor current, RefusalText refusals, IStringLocalizer<OnboardingText> text) : PageModel
{
    /// <summary>Days of notice that a new step offers.</summary>
    private const int DaysOfNotice = 30;

    [BindProperty(SupportsGet = true, Name = "step")]
    public string Address { get; set; } = "";

    [BindProperty]
    public StepInput Input { get; set; } = new();

    [BindProperty]
    public DateOnly? From { get; set; }

    public OnboardingStep? Step { get; private set; }

    public bool HasRecords { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public DateOnly Today => book.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        From = Today;
        var last = await db.OnboardingSteps.MaxAsync(s => (int?)s.Position, cancel);
        Input = Step is not null ? StepInput.Of(Step) : new StepInput
        {
            WantsFile = true,
            ActiveFrom = Today.AddDays(DaysOfNotice),
            Position = Math.Min(OnboardingStep.MaxPosition, 1 + (last ?? 0)),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.ActiveFrom is null && ModelState.IsValid) ModelState.AddModelError("Input.ActiveFrom", text["Please fill this in."]);
        if (!ModelState.IsValid) return this.Malformed();
        var actor = await current.GetAsync();
        IReadOnlyList<Refusal> refused;
        if (Step is null) refused = (await desk.DefineAsync(Input.Details, actor, cancel)).Refusals;
        else refused = (await desk.EditAsync(new EditStep { Step = Step.Reference, Details = Input.Details, SeenVersion = Input.Version }, actor, cancel)).Refusals;
        return Answer(refused, text["The step was saved."]);
    }

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancel) => ActAsync(
        (step, actor) => desk.RetireAsync(step, From ?? Today, Input.Version, actor, cancel), text["The step is asked for no more from that day on."], cancel);

    public Task<IActionResult> OnPostTakeUpAsync(CancellationToken cancel) => ActAsync(
        (step, actor) => desk.TakeUpAgainAsync(step, Input.Version, actor, cancel), text["The step counts again."], cancel);

    public IEnumerable<SelectListItem> Choices<T>(Func<T, string> word)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => new SelectListItem(text[word(value)], value.ToString()));

    private async Task<IActionResult> ActAsync(Func<Guid, Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Step is null) return NotFound();
        var version = Input.Version;
        Input = StepInput.Of(Step);
        Input.Version = version;
        return Answer((await act(Step.Reference, await current.GetAsync())).Refusals, said);
    }

    private IActionResult Answer(IReadOnlyList<Refusal> refused, string said)
    {
        if (refused.Count > 0)
        {
            // What is sent again then speaks of the fresh state.
            ModelState.Remove("Input.Version");
            if (Step is not null) Input.Version = Step.Version;
            return this.Refused(refused, refusals);
        }

        this.Say(said);
        return Redirect(OnboardingLinks.Steps);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Address == "new") return true;
        if (!Guid.TryParse(Address, out var reference)) return false;
        Step = await db.OnboardingSteps.AsNoTracking().FirstOrDefaultAsync(s => s.Reference == reference, cancel);
        if (Step is null) return false;
        HasRecords = await db.StepRecords.AnyAsync(r => r.StepId == Step.Id, cancel);
        var entries = await (
                from h in db.History
                where h.Subject == nameof(OnboardingStep) && h.SubjectId == Step.Id
                orderby h.Id descending
                select new { h.At, h.Act, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(50).ToListAsync(cancel);
        History = [.. entries.Select(e => new HistoryLine(e.At, text[StepWords.OfAct(e.Act)], e.Who, e.Reason, []))];
        return true;
    }
}
