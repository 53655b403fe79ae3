using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>What staff should know of a camp's crew and teams, in words.</summary>
public sealed class CrewWarnings(IncubatorDb db, IStringLocalizer<CrewText> text)
{
    public async Task<IReadOnlyList<string>> ReadAsync(long campId, CancellationToken cancel)
    {
        var crew = await (
                from m in db.CrewMembers
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == campId
                orderby m.Id
                select new { Member = m, p.FullName })
            .AsNoTracking().ToListAsync(cancel);
        var teams = await db.Teams.AsNoTracking().Where(t => t.CampId == campId).OrderBy(t => t.Position)
            .Select(t => new { t.Id, t.Name, CompanyId = db.Challenges.Where(c => c.Id == t.ChallengeId).Select(c => (long?)c.CompanyId).FirstOrDefault() }).ToListAsync(cancel);
        var guides = (await db.TeamCrew.AsNoTracking().Where(g => db.Teams.Any(t => t.Id == g.TeamId && t.CampId == campId)).ToListAsync(cancel)).ToLookup(g => g.TeamId, g => g.CrewMemberId);
        var warnings = CrewRules.Warnings(
            crew.ConvertAll(c => new CrewPlace(c.Member.Id, c.Member.PersonId, c.Member.Role, c.Member.CompanyId, c.Member.IsChair, c.Member.ConfirmedAt is not null)),
            teams.ConvertAll(t => new GuidedTeam(t.Id, t.CompanyId, [.. guides[t.Id]])));
        return [.. warnings.Select(w => CrewWords.Of(w, crew.Find(c => c.Member.Id == w.CrewId)?.FullName ?? "", teams.Find(t => t.Id == w.TeamId)?.Name ?? "", text))];
    }
}
