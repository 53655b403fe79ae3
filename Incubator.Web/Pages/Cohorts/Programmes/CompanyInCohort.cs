using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Mentoring;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>Everything of one company in one cohort: for its own page and for staff.</summary>
/// <param name="Updates">The quarters it reports or reported, the latest first.</param>
/// <param name="MentorMinutes">Of hours that took place.</param>
public sealed record CompanyInCohort(
    BoardRow Row, IReadOnlyList<QuarterRow> Updates, IReadOnlyList<SessionRow> Sessions, int MentorMinutes, IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<Chart> Charts, DateOnly Today, bool IsStaff);

public sealed record QuarterRow(CalendarQuarter Quarter, CompanyUpdate? Update, bool IsOverdue, bool IsOver);

public sealed class CompanyInCohortReader(IncubatorDb db, CohortBoard board, CohortCharts charts, TimeProvider clock)
{
    /// <summary>One for each of these members.</summary>
    public async Task<IReadOnlyList<CompanyInCohort>> ReadAsync(IQueryable<CohortMember> members, bool isStaff, CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var views = new List<CompanyInCohort>();
        foreach (var row in await board.ReadAsync(members, today, cancel))
        {
            var company = row.Member.CompanyId;
            var updates = await db.CompanyUpdates.AsNoTracking().Where(u => u.CompanyId == company).OrderBy(u => u.QuarterIndex).ToListAsync(cancel);
            var sessions = await db.ReadSessionsAsync(db.MentorSessions.Where(s => s.CompanyId == company), cancel);
            var followUps = await db.FollowUps.AsNoTracking().Where(f => f.MemberId == row.Member.Id).OrderBy(f => f.DueOn).ToListAsync(cancel);
            views.Add(new CompanyInCohort(row, Quarters(row, updates, today), sessions,
                sessions.Where(s => s.State == MentorSessionState.Held).Sum(s => s.Minutes), followUps,
                charts.Draw($"m{row.Member.Id}", updates.FindAll(u => u.IsSent),
                    [.. row.Milestones.Select(m => m.Milestone.DoneOn).OfType<DateOnly>()]), today, isStaff));
        }

        return views;
    }

    private static List<QuarterRow> Quarters(BoardRow row, List<CompanyUpdate> updates, DateOnly today)
    {
        var owed = UpdateRules.Owed(row.Member.From, row.Until, today).ToList();
        // The running one too: it may be begun as a draft.
        var running = CalendarQuarter.Of(today);
        if (row.Light is not null && running.FirstDay <= row.Until && running.LastDay >= row.Member.From) owed.Add(running);
        return [.. owed.Union(updates.Select(u => u.Quarter)).OrderDescending().Select(q => new QuarterRow(
            q, updates.Find(u => u.Quarter == q), row.Missing.Contains(q) && UpdateRules.IsOverdue(q, today), q.LastDay <= today))];
    }
}
