using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

[Authorize(Policy = Permission.ManageCohorts)]
public sealed class IndexModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Programme Programme, IReadOnlyList<Row> Cohorts)> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var programmes = await db.Programmes.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancel);
        var cohorts = await (
                from cohort in db.Cohorts
                orderby cohort.Starts descending, cohort.Id descending
                select new
                {
                    Cohort = cohort,
                    Seated = db.CohortMembers.Count(m => m.CohortId == cohort.Id && m.State != CohortMemberState.Left),
                    Responsible = db.Users.Where(u => u.Id == cohort.ResponsibleId).Select(u => u.FullName).FirstOrDefault(),
                })
            .AsNoTracking().ToListAsync(cancel);
        Programmes = [.. programmes.Select(p => (p, (IReadOnlyList<Row>)[.. cohorts.Where(c => c.Cohort.ProgrammeId == p.Id)
            .Select(c => new Row(c.Cohort, c.Seated, c.Responsible, c.Cohort.Starts <= today && today <= c.Cohort.Ends))]))];
    }

    /// <param name="Runs">Today lies in it.</param>
    public sealed record Row(Cohort Cohort, int Seated, string? Responsible, bool Runs);
}
