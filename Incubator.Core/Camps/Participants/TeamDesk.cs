using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>How a team is called, what it works on and who guides it.</summary>
public sealed record SaveTeam
{
    public required Guid Team { get; init; }

    public required string? Name { get; init; }

    /// <summary>An accepted challenge of the camp; null: none yet.</summary>
    public Guid? Challenge { get; init; }

    /// <summary>Facilitators and mentors of the camp, by reference.</summary>
    public IReadOnlyList<Guid> Crew { get; init; } = [];

    public Guid? SeenVersion { get; init; }
}

/// <summary>Where staff make a camp's teams: by rule, then by hand. Everything under the camp's lock, with its history.</summary>
public sealed class TeamDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Sees to it that there are so many teams. Those that are there keep their members; none is taken away.</summary>
    /// <param name="pattern">How new ones are called: "Team {0}".</param>
    public Task<Result<int>> MakeAsync(Guid camp, int count, string pattern, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<int>(c => c.Reference == camp, actor, async (found, now, token) =>
        {
            if (count is < 1 or > Team.MostOfACamp) return new Refusal("OutOfRange", "Count").With("min", 1).With("max", Team.MostOfACamp);
            var positions = await db.Teams.Where(t => t.CampId == found.Id).Select(t => t.Position).ToListAsync(token);
            for (var made = positions.Count; made < count; made++)
            {
                var position = positions.DefaultIfEmpty(0).Max() + 1;
                positions.Add(position);
                db.Teams.Add(Team.Create(found.Id, position, string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, position)));
            }

            db.Record(nameof(Camp), found.Id, "TeamsMade", actor, now, new Dictionary<string, string?[]> { ["Teams"] = [null, HistoryBook.Text(positions.Count)] });
            return positions.Count;
        }, cancel);

    /// <summary>Puts everybody with a place into a team, as <see cref="TeamBalance"/> says; who was put by hand stays.</summary>
    public Task<Result<TeamDivision>> BalanceAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<TeamDivision>(c => c.Reference == camp, actor, async (found, now, token) =>
        {
            var teams = await db.Teams.Where(t => t.CampId == found.Id).OrderBy(t => t.Position).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(token);
            if (teams.Count == 0) return new Refusal("TeamsMissing");
            var members = await db.TeamMembers.Where(m => teams.Contains(m.TeamId)).ToDictionaryAsync(m => m.ParticipantId, token);
            var people = await TeamPeople.ReadAsync(db, found.Id, p => members.TryGetValue(p, out var m) && m.IsFixed ? teams.IndexOf(m.TeamId) : null, token);
            var division = TeamBalance.Divide(people, teams.Count, found.MinTeamSize, found.MaxTeamSize);
            var moved = 0;
            for (var t = 0; t < teams.Count; t++)
            {
                foreach (var id in division.Teams[t])
                {
                    if (members.TryGetValue(id, out var member) && member.TeamId == teams[t]) continue;
                    moved++;
                    if (member is null) db.TeamMembers.Add(TeamMember.Create(teams[t], id));
                    else member.MoveTo(teams[t]);
                }
            }

            db.Record(nameof(Camp), found.Id, "TeamsBalanced", actor, now, new Dictionary<string, string?[]>
            {
                ["Placed"] = [null, HistoryBook.Text(people.Count)],
                ["Moved"] = [null, HistoryBook.Text(moved)],
                ["Penalty"] = [null, HistoryBook.Text(division.Penalty)],
            });
            return division;
        }, cancel);

    /// <summary>By hand: the automatic balance leaves them there. Out of every team where none is named.</summary>
    public Task<Result<Done>> MoveAsync(Guid participant, Guid? team, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<Done>(c => db.Participants.Any(p => p.CampId == c.Id && p.Reference == participant), actor, async (camp, now, token) =>
        {
            if (await db.Participants.AsNoTracking().SingleAsync(p => p.Reference == participant, token) is not { State: ParticipantState.Admitted } who) return new Refusal("NoPlaceNoTeam");
            var to = team is null ? null : await db.Teams.SingleOrDefaultAsync(t => t.Reference == team && t.CampId == camp.Id, token);
            if (team is not null && to is null) return Refusal.NotFound;
            var member = await db.TeamMembers.SingleOrDefaultAsync(m => m.ParticipantId == who.Id, token);
            var from = member?.TeamId;
            if (to is null && member is not null) db.TeamMembers.Remove(member);
            else if (to is not null && member is null) db.TeamMembers.Add(TeamMember.Create(to.Id, who.Id, isFixed: true));
            else if (to is not null) member!.Put(to.Id);
            if (from == to?.Id) return default(Done);
            if (from is { } left) db.Record(nameof(Team), left, "MemberLeft", actor, now);
            if (to is not null) db.Record(nameof(Team), to.Id, "MemberJoined", actor, now);
            return default(Done);
        }, cancel);

    /// <summary>The automatic balance may move them again.</summary>
    public Task<Result<Done>> ReleaseAsync(Guid participant, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<Done>(c => db.Participants.Any(p => p.CampId == c.Id && p.Reference == participant), actor, async (_, _, token) =>
        {
            if (await db.TeamMembers.SingleOrDefaultAsync(m => db.Participants.Any(p => p.Id == m.ParticipantId && p.Reference == participant), token) is not { } member)
                return Refusal.NotFound;
            member.Fix(false);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> SaveAsync(SaveTeam request, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<Done>(c => db.Teams.Any(t => t.CampId == c.Id && t.Reference == request.Team), actor, async (camp, now, token) =>
        {
            if (string.IsNullOrWhiteSpace(request.Name)) return new Refusal("Missing", nameof(request.Name));
            if (TextRules.Problem(request.Name, Team.NameMaxLength, nameof(request.Name)) is { } problem) return problem;
            var team = await db.Teams.SingleAsync(t => t.Reference == request.Team, token);
            if (request.SeenVersion is { } seen && seen != team.Version) return Refusal.ChangedMeanwhile;
            var challenge = request.Challenge is null
                ? null
                : await db.Challenges.Where(c => c.Reference == request.Challenge && c.CampId == camp.Id && c.State == ChallengeState.Accepted).Select(c => (long?)c.Id).SingleOrDefaultAsync(token);
            if (request.Challenge is not null && challenge is null) return new Refusal("NotKnown", nameof(request.Challenge));
            var wanted = await db.CrewMembers.Where(m => m.CampId == camp.Id && request.Crew.Contains(m.Reference) && (m.Role == CrewRole.Facilitator || m.Role == CrewRole.Mentor))
                .Select(m => m.Id).ToListAsync(token);
            if (wanted.Count < request.Crew.Distinct().Count()) return new Refusal("NotKnown", nameof(request.Crew));
            team.Rename(request.Name.Trim());
            team.Take(challenge);
            var changes = db.ChangesOf(team);
            var there = await db.TeamCrew.Where(c => c.TeamId == team.Id).ToListAsync(token);
            db.TeamCrew.RemoveRange(there.Where(c => !wanted.Contains(c.CrewMemberId)));
            db.TeamCrew.AddRange(wanted.Except(there.Select(c => c.CrewMemberId)).Select(id => TeamCrew.Create(team.Id, id)));
            if (!there.Select(c => c.CrewMemberId).Order().SequenceEqual(wanted.Order()))
                changes["Crew"] = [HistoryBook.Text(there.Count), HistoryBook.Text(wanted.Count)];
            if (changes.Count > 0) db.Record(nameof(Team), team.Id, "Edited", actor, now, changes);
            return default(Done);
        }, cancel);

    /// <summary>Only one in which nobody is, and that no session names.</summary>
    public Task<Result<Done>> RemoveAsync(Guid reference, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<Done>(c => db.Teams.Any(t => t.CampId == c.Id && t.Reference == reference), actor, async (camp, now, token) =>
        {
            var team = await db.Teams.SingleAsync(t => t.Reference == reference, token);
            if (await db.TeamMembers.AnyAsync(m => m.TeamId == team.Id, token)) return new Refusal("TeamNotEmpty");
            if (team.AnnouncedAt is not null || await db.Set<SessionTeam>().AnyAsync(s => s.TeamId == team.Id, token)) return new Refusal("TeamInSessions");
            if (await db.JurySheets.AnyAsync(s => s.TeamId == team.Id, token) || await db.CampMessages.AnyAsync(m => m.TeamId == team.Id, token))
                return new Refusal("TeamAtWork");
            db.TeamCrew.RemoveRange(await db.TeamCrew.Where(c => c.TeamId == team.Id).ToListAsync(token));
            db.Teams.Remove(team);
            db.Record(nameof(Camp), camp.Id, "TeamRemoved", actor, now, new Dictionary<string, string?[]> { ["Team"] = [team.Name, null] });
            return default(Done);
        }, cancel);

    /// <summary>Tells everybody their team; each team once, whoever is moved later hears of the new one when it is announced again.</summary>
    /// <returns>How many were told now.</returns>
    public Task<Result<int>> AnnounceAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync<int>(c => c.Reference == camp, actor, async (found, now, token) =>
        {
            var teams = await db.Teams.Where(t => t.CampId == found.Id).ToDictionaryAsync(t => t.Id, token);
            var members = await (
                    from m in db.TeamMembers
                    join p in db.Participants on m.ParticipantId equals p.Id
                    where p.CampId == found.Id && p.ForgottenAt == null
                    orderby p.Id
                    select new { Participant = p, m.TeamId })
                .ToListAsync(token);
            if (members.Count == 0) return new Refusal("TeamsMissing");
            var told = 0;
            foreach (var member in members)
            {
                var happened = $"{CampPlaces.EventsOf(member.Participant.Id)}Team:{member.TeamId}";
                if (await db.Notices.AnyAsync(n => n.Event == happened, token)) continue;
                await db.TellAsync(member.Participant, found, "CampTeam", now, ("team", teams[member.TeamId].Name), happened, token);
                told++;
            }

            foreach (var team in teams.Values.Where(t => members.Exists(m => m.TeamId == t.Id))) team.Announce(now);
            if (told > 0) db.Record(nameof(Camp), found.Id, "TeamsAnnounced", actor, now, new Dictionary<string, string?[]> { ["Told"] = [null, HistoryBook.Text(told)] });
            return told;
        }, cancel);

    private async Task<Result<T>> OnCampAsync<T>(
        System.Linq.Expressions.Expression<Func<Camp, bool>> which, Actor actor, Func<Camp, DateTimeOffset, CancellationToken, Task<Result<T>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<T>(async token =>
        {
            await db.Camps.Where(which).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            return await db.Camps.AsNoTracking().SingleOrDefaultAsync(which, token) is { } camp ? await act(camp, now, token) : Refusal.NotFound;
        }, cancel: cancel);
    }
}

/// <summary>Reads what of a camp's participants matters for teams.</summary>
public static class TeamPeople
{
    /// <summary>Everybody with a place.</summary>
    /// <param name="teamOf">The team where somebody is put, by participant; null: free.</param>
    public static async Task<IReadOnlyList<TeamPerson>> ReadAsync(IncubatorDb db, long campId, Func<long, int?> teamOf, CancellationToken cancel)
    {
        var people = await db.Participants.AsNoTracking().Where(p => p.CampId == campId && p.State == ParticipantState.Admitted).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Kind, p.Languages, p.OtherSkills, p.Organisation }).ToListAsync(cancel);
        var skills = (await (
                from s in db.ParticipantSkills
                join k in db.CampSkills on s.SkillId equals k.Id
                where k.CampId == campId
                select new { s.ParticipantId, k.NameEn })
            .ToListAsync(cancel)).ToLookup(s => s.ParticipantId, s => s.NameEn);
        return
        [
            .. people.Select(p => new TeamPerson(
                p.Id, p.Kind, [.. skills[p.Id], .. Words(p.OtherSkills)], [.. Words(p.Languages)], p.Organisation, teamOf(p.Id))),
        ];
    }

    private static string[] Words(string? text) => (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
