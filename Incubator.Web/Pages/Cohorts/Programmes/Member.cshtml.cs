using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>For staff: one company in a cohort, and the end of its time there.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class MemberModel(
    IncubatorDb db, CohortDesk desk, CompanyInCohortReader reader, CohortHistory history, CurrentActor current, RefusalText refusals,
    IStringLocalizer<ProgrammesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public EndInput Input { get; set; } = new();

    public CompanyInCohort Shown { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostGraduateAsync(CancellationToken cancel) =>
        EndAsync(desk.GraduateAsync, text["The company has graduated; the follow-ups are set."], cancel);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) => EndAsync(desk.LeaveAsync, text["The company has left the cohort."], cancel);

    private async Task<IActionResult> EndAsync(Func<EndInCohort, Actor, CancellationToken, Task<Result<Done>>> end, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await end(new EndInCohort { Member = Reference, On = Input.On ?? Shown.Today, Reason = Input.Reason }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        return Redirect(CohortLinks.Member(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var found = await reader.ReadAsync(db.CohortMembers.Where(m => m.Reference == Reference), isStaff: true, cancel);
        if (found.Count == 0) return false;
        Shown = found[0];
        History = await history.ReadAsync(nameof(CohortMember), Shown.Row.Member.Id, cancel);
        Input.On ??= Shown.Today;
        return true;
    }

    public sealed class EndInput
    {
        public DateOnly? On { get; set; }

        public string? Reason { get; set; }
    }
}
