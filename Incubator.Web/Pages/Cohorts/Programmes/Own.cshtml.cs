using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A company's own view of its cohorts: milestones, updates, mentors, figures; nothing of another company.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class OwnModel(IncubatorDb db, CompanyInCohortReader reader, CurrentActor current) : PageModel
{
    public IReadOnlyList<CompanyInCohort> Cohorts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var companies = (await current.GetAsync()).CompanyIds;
        Cohorts = [.. (await reader.ReadAsync(db.CohortMembers.Where(m => companies.Contains(m.CompanyId) && m.State != CohortMemberState.Left), isStaff: false, cancel))
            .OrderByDescending(c => c.Row.Cohort.Starts)];
    }
}
