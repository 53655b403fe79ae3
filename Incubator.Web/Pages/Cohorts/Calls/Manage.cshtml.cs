using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>One call, for staff: how it stands, and where to change what.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class ManageModel(
    IncubatorDb db, CallDesk desk, CallHistory history, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Call Call { get; private set; } = null!;
    public CallState State { get; private set; }
    public Call? Source { get; private set; }
    public string? Cohort { get; private set; }
    public int Sections { get; private set; }
    public int Questions { get; private set; }
    public int Criteria { get; private set; }
    public int Submitted { get; private set; }
    public int Drafts { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.PublishAsync(Reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The call is published: everybody can see it."]);
        return Redirect(CallLinks.Manage(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } call) return false;
        Call = call;
        State = call.StateAt(clock.GetUtcNow());
        if (call.ClonedFromId is { } from) Source = await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == from, cancel);
        if (call.CohortId is { } cohort) Cohort = (await db.Cohorts.AsNoTracking().FirstAsync(c => c.Id == cohort, cancel)).Name(LabFormat.Language);
        Sections = await db.CallSections.CountAsync(s => s.CallId == call.Id, cancel);
        Questions = await db.CallQuestions.CountAsync(q => q.CallId == call.Id, cancel);
        Criteria = await db.Criteria.CountAsync(c => c.CallId == call.Id, cancel);
        Submitted = await db.Applications.CountAsync(a => a.CallId == call.Id && a.SubmittedAt != null, cancel);
        Drafts = await db.Applications.CountAsync(a => a.CallId == call.Id && a.State == ApplicationState.Draft, cancel);
        History = await history.ReadAsync(call.Id, cancel);
        return true;
    }
}
