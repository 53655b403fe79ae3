using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Programmes;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>A company's update of a quarter, prefilled with its last; for the company, or staff on its behalf.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ReportModel(
    IncubatorDb db, UpdateDesk desk, CohortHistory history, CurrentActor current, RefusalText refusals, IStringLocalizer<UpdatesText> text,
    TimeProvider clock) : PageModel
{
    private CalendarQuarter quarter;

    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    [BindProperty(SupportsGet = true, Name = "quarter")]
    public string QuarterText { get; set; } = "";

    [BindProperty]
    public UpdateInput Input { get; set; } = new();

    public CalendarQuarter Quarter => quarter;
    public string Company { get; private set; } = "";
    public CompanyUpdate? Known { get; private set; }

    /// <summary>Where the figures come from that nobody has saved yet.</summary>
    public CalendarQuarter? PrefilledFrom { get; private set; }

    public bool IsOver { get; private set; }
    public string Back { get; private set; } = CohortLinks.Own;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } company) return NotFound();
        if (Known is not null)
        {
            Input = UpdateInput.Of(Known.Figures, Known.Version);
            return Page();
        }

        // Jobs, money and products go on from where they were; what was won or noted then is not repeated.
        var last = await db.CompanyUpdates.AsNoTracking().Where(u => u.CompanyId == company && u.QuarterIndex < quarter.Index)
            .OrderByDescending(u => u.QuarterIndex).FirstOrDefaultAsync(cancel);
        if (last is null) return Page();
        Input = UpdateInput.Of(last.Figures with { Certificates = null, Note = null }, null);
        PrefilledFrom = last.Quarter;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(send: true, cancel);

    public Task<IActionResult> OnPostDraftAsync(CancellationToken cancel) => SaveAsync(send: false, cancel);

    private async Task<IActionResult> SaveAsync(bool send, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is null) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new SaveUpdate
        {
            Member = Member,
            Quarter = quarter,
            Figures = Input.Figures,
            Send = send,
            Reason = Input.Reason,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(Known is { IsSent: true } ? text["The update was put right."] : send ? text["Thank you, the update was sent."] : text["The draft is kept."]);
        return Redirect(send ? Back : CohortLinks.Update(Member, quarter));
    }

    private async Task<long?> LoadAsync(CancellationToken cancel)
    {
        if (!CalendarQuarter.TryParse(QuarterText, out quarter)) return null;
        var actor = await current.GetAsync();
        var companies = actor.CompanyIds;
        var company = await db.CohortMembers.Where(m => m.Reference == Member && (actor.IsStaff || companies.Contains(m.CompanyId)))
            .Select(m => (long?)m.CompanyId).FirstOrDefaultAsync(cancel);
        if (company is null) return null;
        Company = await db.Companies.Where(c => c.Id == company).Select(c => c.Name).SingleAsync(cancel);
        var index = quarter.Index;
        Known = await db.CompanyUpdates.AsNoTracking().FirstOrDefaultAsync(u => u.CompanyId == company && u.QuarterIndex == index, cancel);
        if (Known is not null) History = await history.ReadAsync(nameof(CompanyUpdate), Known.Id, cancel);
        IsOver = LabTime.DateOf(clock.GetUtcNow()) >= quarter.LastDay;
        if (actor.IsStaff) Back = CohortLinks.Member(Member);
        return company;
    }
}
