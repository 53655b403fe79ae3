using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>For staff: which reports of all cohorts are late, and which alumni are to be asked.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class IndexModel(IncubatorDb db, CohortBoard board, TimeProvider clock) : PageModel
{
    /// <summary>Follow-ups that come due within so many days are shown too.</summary>
    private const int AheadDays = 60;

    public DateOnly Today { get; private set; }
    public IReadOnlyList<(BoardRow Row, CalendarQuarter Quarter, bool IsOverdue)> Missing { get; private set; } = [];
    public IReadOnlyList<AlumnusRow> FollowUps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = LabTime.DateOf(clock.GetUtcNow());
        var rows = await board.ReadAsync(db.CohortMembers.Where(m => m.State != CohortMemberState.Left), Today, cancel);
        Missing = [.. rows.SelectMany(r => r.Missing.Where(q => UpdateRules.IsAsked(q, Today)).Select(q => (r, q, UpdateRules.IsOverdue(q, Today))))
            .OrderBy(m => m.q.Index).ThenBy(m => m.r.Company, StringComparer.CurrentCulture)];
        var until = Today.AddDays(AheadDays);
        FollowUps = await (
                from followUp in db.FollowUps
                join member in db.CohortMembers on followUp.MemberId equals member.Id
                join company in db.Companies on member.CompanyId equals company.Id
                where followUp.AnsweredAt == null && followUp.DueOn <= until
                orderby followUp.DueOn, company.Name
                select new AlumnusRow(followUp.Reference, company.Name, followUp.AfterMonths, followUp.DueOn))
            .ToListAsync(cancel);
    }

    public sealed record AlumnusRow(Guid Reference, string Company, int AfterMonths, DateOnly DueOn);
}
