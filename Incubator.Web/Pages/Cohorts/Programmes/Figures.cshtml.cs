using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A cohort in figures: its series, mentors' minutes by company, and who is still in business after graduation.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class FiguresModel(IncubatorDb db, CohortCharts charts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Cohort Cohort { get; private set; } = null!;
    public IReadOnlyList<Chart> Charts { get; private set; } = [];
    public IReadOnlyList<Survival> Survival { get; private set; } = [];
    public IReadOnlyList<Row> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var cohort = await db.Cohorts.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel);
        if (cohort is null) return NotFound();
        Cohort = cohort;
        var today = LabTime.DateOf(clock.GetUtcNow());
        int first = CalendarQuarter.Of(cohort.Starts).Index, last = CalendarQuarter.Of(cohort.Ends).Index;
        var sent = await db.CompanyUpdates.AsNoTracking()
            .Where(u => u.SentAt != null && u.QuarterIndex >= first && u.QuarterIndex <= last &&
                db.CohortMembers.Any(m => m.CohortId == cohort.Id && m.CompanyId == u.CompanyId)).ToListAsync(cancel);
        var done = await db.Milestones
            .Where(m => m.DoneOn != null && db.CohortMembers.Any(c => c.Id == m.MemberId && c.CohortId == cohort.Id))
            .Select(m => new { m.MemberId, On = m.DoneOn!.Value }).ToListAsync(cancel);
        Charts = charts.Draw("cohort", sent, done.ConvertAll(d => d.On));
        Survival = Core.Cohorts.Survival.Of(await db.FollowUps.AsNoTracking()
            .Where(f => db.CohortMembers.Any(m => m.Id == f.MemberId && m.CohortId == cohort.Id)).ToListAsync(cancel), today);
        DateTimeOffset start = LabTime.StartOf(cohort.Starts), end = LabTime.StartOf(cohort.Ends.AddDays(1));
        var members = await (
                from member in db.CohortMembers
                join company in db.Companies on member.CompanyId equals company.Id
                where member.CohortId == cohort.Id
                orderby company.Name
                select new { member.Id, member.CompanyId, member.Reference, company.Name })
            .ToListAsync(cancel);
        var hours = (await db.MentorSessions
            .Where(s => s.State == MentorSessionState.Held && s.Start >= start && s.Start < end &&
                db.CohortMembers.Any(m => m.CohortId == cohort.Id && m.CompanyId == s.CompanyId))
            .Select(s => new { s.CompanyId, s.Start, s.End }).ToListAsync(cancel)).ToLookup(s => s.CompanyId, s => (int)(s.End - s.Start).TotalMinutes);
        Companies = [.. members.Select(m => new Row(m.Reference, m.Name, done.Count(d => d.MemberId == m.Id),
            sent.Count(u => u.CompanyId == m.CompanyId), sent.Where(u => u.CompanyId == m.CompanyId).MaxBy(u => u.QuarterIndex)?.Figures.Jobs,
            hours[m.CompanyId].Sum()))];
        return Page();
    }

    public sealed record Row(Guid Member, string Company, int Done, int Updates, decimal? Jobs, int MentorMinutes);
}
