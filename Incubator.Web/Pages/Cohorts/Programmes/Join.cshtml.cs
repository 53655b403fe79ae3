using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>Takes a company in without a call.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class JoinModel(
    IncubatorDb db, CohortDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ProgrammesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public JoinInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.JoinAsync(
            new JoinCohort { Cohort = Reference, CompanyId = Input.CompanyId!.Value, Reason = Input.Reason }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The company is in the cohort."]);
        return Redirect(CohortLinks.Board(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var cohort = await db.Cohorts.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel);
        if (cohort is null) return false;
        Name = cohort.Name(LabFormat.Language);
        var companies = await db.Companies
            .Where(c => c.IsActive && !db.CohortMembers.Any(m => m.CohortId == cohort.Id && m.CompanyId == c.Id && m.State != CohortMemberState.Left))
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        Companies = [new(text["Choose"], ""), .. companies.Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        return true;
    }

    public sealed class JoinInput
    {
        [Required]
        public long? CompanyId { get; set; }

        [Required, StringLength(CohortMember.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
