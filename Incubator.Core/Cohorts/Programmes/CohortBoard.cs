using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>One company on a board: its milestones, each with its light, and its own light with every reason.</summary>
/// <param name="Light">Null once it has graduated or left.</param>
/// <param name="Missing">Quarters it owes an update of.</param>
/// <param name="HasLeftLab">Holds its seat still though it left the lab or was made inactive: staff end it, with the reason.</param>
public sealed record BoardRow(
    CohortMember Member, string Company, Cohort Cohort, Light? Light, IReadOnlyList<BoardMilestone> Milestones, IReadOnlyList<CalendarQuarter> Missing,
    bool HasLeftLab)
{
    /// <summary>Its last day in the cohort, gone or to come.</summary>
    public DateOnly Until => Member.EndedOn ?? Cohort.Ends;
}

/// <param name="Light">Null where it was dropped.</param>
public sealed record BoardMilestone(Milestone Milestone, Light? Light);

/// <summary>Reads companies of cohorts with their milestones and judges them by the rules of the traffic lights.</summary>
public sealed class CohortBoard(IncubatorDb db, OnboardingReader onboarding)
{
    public async Task<IReadOnlyList<BoardRow>> ReadAsync(IQueryable<CohortMember> members, DateOnly today, CancellationToken cancel)
    {
        var rows = await (
                from member in members
                join company in db.Companies on member.CompanyId equals company.Id
                join cohort in db.Cohorts on member.CohortId equals cohort.Id
                orderby company.Name, member.Id
                select new { Member = member, Company = company.Name, Cohort = cohort, IsGone = company.LeftOn != null || !company.IsActive })
            .AsNoTracking().ToListAsync(cancel);
        var memberIds = rows.ConvertAll(r => r.Member.Id);
        var companyIds = rows.Select(r => r.Member.CompanyId).Distinct().ToList();
        var milestones = (await db.Milestones.AsNoTracking().Include(m => m.Slips).Where(m => memberIds.Contains(m.MemberId))
            .OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToListAsync(cancel)).ToLookup(m => m.MemberId);
        var sent = (await db.CompanyUpdates.AsNoTracking().Where(u => companyIds.Contains(u.CompanyId) && u.SentAt != null)
            .Select(u => new { u.CompanyId, u.QuarterIndex }).ToListAsync(cancel)).ToLookup(u => u.CompanyId, u => u.QuarterIndex);
        var gates = await onboarding.ReadAsync(companyIds, cancel);
        return [.. rows.Select(r =>
        {
            var own = milestones[r.Member.Id].ToList();
            var until = r.Member.EndedOn ?? r.Cohort.Ends;
            List<CalendarQuarter> missing = [.. UpdateRules.Owed(r.Member.From, until, today).Where(q => !sent[r.Member.CompanyId].Contains(q.Index))];
            var light = r.Member.State == CohortMemberState.Active
                ? TrafficLights.Of(own.ConvertAll(MilestoneFacts.Of), missing, OnboardingRules.Gate(gates[r.Member.CompanyId], null, [today], LotUse.ResearchOnly).Count, r.Member.From, today)
                : null;
            return new BoardRow(r.Member, r.Company, r.Cohort, light,
                own.ConvertAll(m => new BoardMilestone(m, TrafficLights.Of(MilestoneFacts.Of(m), today))), missing,
                r.IsGone && r.Member.State == CohortMemberState.Active);
        })];
    }
}
