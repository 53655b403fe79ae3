using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A juror as pages show them.</summary>
public sealed record JurorRow(long Id, long PersonId, string Name, string? Organisation, bool IsChair, bool IsConfirmed);

/// <summary>Reads a camp's judging as it stands now; desks and pages see the same.</summary>
public sealed class JuryReader(IncubatorDb db)
{
    public async Task<IReadOnlyList<JurorRow>> JurorsAsync(long campId, CancellationToken cancel) => await (
            from member in db.CrewMembers
            join person in db.Users on member.PersonId equals person.Id
            where member.CampId == campId && member.Role == CrewRole.Juror && member.DeclinedAt == null
            orderby member.IsChair descending, person.FullName, member.Id
            select new JurorRow(member.Id, member.PersonId, person.FullName, member.Organisation, member.IsChair, member.ConfirmedAt != null))
        .AsNoTracking().ToListAsync(cancel);

    public async Task<JuryTable> LoadAsync(Camp camp, CancellationToken cancel)
    {
        var criteria = await db.JuryCriteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CampId == camp.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        var jurors = await JurorsAsync(camp.Id, cancel);
        var teams = await TeamsAsync(camp.Id, cancel);
        var sheets = await db.JurySheets.AsNoTracking().Include(s => s.Scores).Where(s => s.CampId == camp.Id).ToListAsync(cancel);
        var facts = await FactsAsync(camp.Id, jurors, teams, cancel);
        var places = await db.TieOrders.Where(o => o.CampId == camp.Id).ToDictionaryAsync(o => o.TeamId, o => o.Order, cancel);
        return new JuryTable
        {
            Camp = new LocalName(camp.NameHu, camp.NameEn),
            Criteria = [.. criteria.Select(c => new TableCriterion(c.Id, new LocalName(c.NameHu, c.NameEn), c.Weight, c.Aspect, c.Details.Anchors))],
            Jurors = [.. jurors.Select(j => j.Id)],
            Teams = [.. teams.Select(t => new TableTeam(t.Id, t.Reference, t.Name, t.TitleHu is null ? null : new LocalName(t.TitleHu, t.TitleEn!)))],
            Cells = [.. facts.Teams.SelectMany(team => facts.Jurors.Select(juror =>
            {
                var sheet = sheets.Find(s => s.TeamId == team.TeamId && s.JurorId == juror.JurorId);
                return new TableCell(team.TeamId, juror.JurorId, JuryRules.BarOf(juror, team, sheet?.IsRecused == true),
                    criteria.Select(c => (c.Id, sheet?.Scores.FirstOrDefault(s => s.CriterionId == c.Id)?.Score))
                        .Where(s => s.Score is not null).ToDictionary(s => s.Id, s => s.Score!.Value));
            }))],
            ChairOrder = places,
            Standings = [],
        }.Ranked();
    }

    /// <summary>Differs wherever the judging has changed; tells nothing else.</summary>
    public async Task<string> StampAsync(long campId, CancellationToken cancel)
    {
        var sheets = await db.JurySheets.Where(s => s.CampId == campId).OrderBy(s => s.Id).Select(s => s.Version).ToListAsync(cancel);
        var round = await db.JuryRounds.Where(r => r.CampId == campId).Select(r => (Guid?)r.Version).SingleOrDefaultAsync(cancel);
        var ties = await db.TieOrders.CountAsync(o => o.CampId == campId, cancel);
        var crew = await db.CrewMembers.Where(m => m.CampId == campId && m.Role == CrewRole.Juror).OrderBy(m => m.Id).Select(m => m.Version).ToListAsync(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', sheets)}/{round}/{ties}/{string.Join(',', crew)}");
    }

    private async Task<List<TeamRow>> TeamsAsync(long campId, CancellationToken cancel) => await (
            from team in db.Teams
            join c in db.Challenges on team.ChallengeId equals c.Id into taken
            from challenge in taken.DefaultIfEmpty()
            where team.CampId == campId
            orderby team.Position, team.Id
            select new TeamRow(team.Id, team.Reference, team.Name, challenge == null ? null : challenge.TitleHu, challenge == null ? null : challenge.TitleEn,
                challenge == null ? null : (long?)challenge.CompanyId, challenge == null ? null : challenge.FacilitatorId))
        .AsNoTracking().ToListAsync(cancel);

    private async Task<(IReadOnlyList<JurorFacts> Jurors, IReadOnlyList<TeamFacts> Teams)> FactsAsync(
        long campId, IReadOnlyList<JurorRow> jurors, List<TeamRow> teams, CancellationToken cancel)
    {
        var crew = await db.CrewMembers.AsNoTracking().Where(m => m.CampId == campId).Select(m => new { m.Id, m.PersonId, m.CompanyId }).ToListAsync(cancel);
        var people = crew.ToDictionary(m => m.Id, m => m.PersonId);
        // Whatever they do at the camp, and wherever else they belong.
        var memberships = await (
                from belongs in db.CompanyMembers
                join member in db.CrewMembers on belongs.PersonId equals member.PersonId
                where member.CampId == campId && member.Role == CrewRole.Juror
                select new { belongs.PersonId, belongs.CompanyId })
            .ToListAsync(cancel);
        var assigned = await db.TeamCrew.Where(t => db.Teams.Any(x => x.Id == t.TeamId && x.CampId == campId)).Select(t => new { t.TeamId, t.CrewMemberId }).ToListAsync(cancel);
        // Who gave a team a mentor's hour on the agenda has helped it, assigned or not.
        var hours = await (
                from session in db.CampSessions
                from team in session.Teams
                from helper in session.Crew
                where session.CampId == campId && session.Kind == SessionKind.Mentoring
                select new { team.TeamId, helper.CrewMemberId })
            .ToListAsync(cancel);
        var members = await (
                from place in db.TeamMembers
                join participant in db.Participants on place.ParticipantId equals participant.Id
                where participant.CampId == campId && participant.PersonId != null
                select new { place.TeamId, PersonId = participant.PersonId!.Value })
            .ToListAsync(cancel);
        return (
            [.. jurors.Select(j => new JurorFacts(j.Id, j.PersonId, crew.Where(m => m.PersonId == j.PersonId && m.CompanyId != null).Select(m => m.CompanyId!.Value)
                .Concat(memberships.Where(m => m.PersonId == j.PersonId).Select(m => m.CompanyId)).ToHashSet()))],
            [.. teams.Select(t => new TeamFacts(t.Id, t.CompanyId,
                assigned.Concat(hours).Where(a => a.TeamId == t.Id).Select(a => people.GetValueOrDefault(a.CrewMemberId))
                    .Concat(t.FacilitatorId is { } facilitator ? [people.GetValueOrDefault(facilitator)] : []).ToHashSet(),
                members.Where(m => m.TeamId == t.Id).Select(m => m.PersonId).ToHashSet()))]);
    }

    private sealed record TeamRow(long Id, Guid Reference, string Name, string? TitleHu, string? TitleEn, long? CompanyId, long? FacilitatorId);
}
