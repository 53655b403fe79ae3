using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// Where staff write a camp's sessions and put them in their places by hand. What collides is kept and shown
/// (<see cref="CampPlan"/>); only publishing refuses it. The history stands with the camp.
/// </summary>
public sealed class SessionDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>One session, or one for each team; their references.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> AddAsync(AddSession request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (request.Details.Problems().ToList() is { Count: > 0 } problems) return Result<IReadOnlyList<Guid>>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<IReadOnlyList<Guid>>(async token =>
        {
            var opened = await OpenAsync(request.Camp, token);
            if (!opened.Succeeded) return Result<IReadOnlyList<Guid>>.Refused(opened.Refusals);
            var camp = opened.Value;
            if (await UnknownAsync(camp, request.Details, null, token) is { Count: > 0 } unknown) return Result<IReadOnlyList<Guid>>.Refused(unknown);
            var wanted = request.ForEachTeam ? await ForTeamsAsync(camp.Id, request.Details, token) : [request.Details];
            if (wanted.Count == 0) return new Refusal("NoTeamYet", nameof(request.ForEachTeam));
            if (wanted.SelectMany(d => d.Problems()).ToList() is { Count: > 0 } tooLong) return Result<IReadOnlyList<Guid>>.Refused(tooLong);
            var sessions = new List<CampSession>();
            foreach (var details in wanted)
            {
                var session = CampSession.Create(camp.Id, details);
                session.Gather([.. details.TeamIds.Distinct()], [.. details.CrewIds.Distinct()], [.. details.ResourceIds.Distinct()]);
                sessions.Add(session);
            }

            db.CampSessions.AddRange(sessions);
            db.Record(nameof(Camp), camp.Id, "SessionsAdded", actor, now, new Dictionary<string, string?[]>
            {
                ["Session"] = [null, request.Details.TitleEn.Trim()],
                ["Count"] = [null, HistoryBook.Text(sessions.Count)],
            });
            return sessions.ConvertAll(s => s.Reference);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> EditAsync(EditSession request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (request.Details.Problems().ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        return await ChangeAsync(request.Reference, request.SeenVersion, "SessionEdited", actor, async (camp, session, token) =>
        {
            if (await UnknownAsync(camp, request.Details, session, token) is { Count: > 0 } unknown) return Result<Done>.Refused(unknown);
            session.Describe(request.Details);
            session.Gather([.. request.Details.TeamIds.Distinct()], [.. request.Details.CrewIds.Distinct()], [.. request.Details.ResourceIds.Distinct()]);
            return default(Done);
        }, cancel);
    }

    /// <summary>Takes the session out; what the lab holds for it is given back with the next published version.</summary>
    public Task<Result<Done>> RemoveAsync(Guid reference, Guid seenVersion, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, seenVersion, "SessionRemoved", actor, async (_, session, token) =>
        {
            if (await db.Presences.AnyAsync(p => p.SessionId == session.Id, token)) return new Refusal("SessionAttended");
            db.CampSessions.Remove(session);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> PlaceAsync(PlaceSession request, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(request.Reference, request.SeenVersion, "SessionPlaced", actor, async (camp, session, token) =>
        {
            var room = request.Room is { } wanted
                ? await db.CampRooms.AsNoTracking().FirstOrDefaultAsync(r => r.Reference == wanted && r.CampId == camp.Id, token)
                : null;
            if (request.Room is not null && room is null) return new Refusal("NotKnown", nameof(request.Room));
            if (request.Start is { } start && PlaceProblem(camp, session, start, room) is { } problem) return problem;
            session.Place(request.Start?.ToUniversalTime(), room?.Id);
            // Nothing is held where it has no time.
            if (request.Pin is { } pin) session.Pin(pin && request.Start is not null);
            else if (request.Start is null) session.Pin(false);
            return default(Done);
        }, cancel);

    /// <summary>Keeps it where it is, or leaves it to the automatic schedule again.</summary>
    public Task<Result<Done>> PinAsync(Guid reference, bool pin, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, null, pin ? "SessionPinned" : "SessionUnpinned", actor, (_, session, _) =>
        {
            if (pin && session.Start is null) return Task.FromResult<Result<Done>>(new Refusal("SessionHasNoTime"));
            session.Pin(pin);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    /// <summary>Whoever holds it has said yes, or takes it back.</summary>
    public Task<Result<Done>> ConfirmAsync(Guid reference, bool confirm, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, null, confirm ? "SessionConfirmed" : "SessionUnconfirmed", actor, (_, session, _) =>
        {
            session.Confirm(confirm);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    private async Task<Result<Done>> ChangeAsync(
        Guid reference, Guid? seenVersion, string act, Actor actor, Func<Camp, CampSession, CancellationToken, Task<Result<Done>>> change, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var camps = from s in db.CampSessions join c in db.Camps on s.CampId equals c.Id where s.Reference == reference select c.Reference;
            if (await camps.FirstOrDefaultAsync(token) is var owner && owner == Guid.Empty) return Refusal.NotFound;
            var opened = await OpenAsync(owner, token);
            if (!opened.Succeeded) return Result<Done>.Refused(opened.Refusals);
            var session = await db.CampSessions.WithParts().SingleOrDefaultAsync(s => s.Reference == reference, token);
            if (session is null) return Refusal.NotFound;
            if (seenVersion is { } seen && seen != session.Version) return Refusal.ChangedMeanwhile;
            var changed = await change(opened.Value, session, token);
            if (!changed.Succeeded) return changed;
            var told = new Dictionary<string, string?[]> { ["Session"] = [null, session.TitleEn] };
            foreach (var (field, values) in db.ChangesOf(session).Where(c => c.Key is not (nameof(CampSession.RoomId) or nameof(CampSession.WishedRoomId))))
                told[field] = values;
            if (told.Count == 1 && !db.ChangeTracker.HasChanges()) return default(Done);
            db.Record(nameof(Camp), opened.Value.Id, act, actor, now, told);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<Camp>> OpenAsync(Guid reference, CancellationToken token)
    {
        await db.LockCampAsync(reference, token);
        var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, token);
        if (camp is null) return Refusal.NotFound;
        return SessionRules.MayPlan(camp.Status) ? camp : new Refusal("AgendaOver");
    }

    /// <summary>The day outside the camp, and whatever is named and is not of this camp or this lab.</summary>
    private async Task<List<Refusal>> UnknownAsync(Camp camp, SessionDetails details, CampSession? session, CancellationToken token)
    {
        var refusals = new List<Refusal>();
        if (details.OnDay is { } day && (day < camp.StartsOn || day > camp.EndsOn))
            refusals.Add(new Refusal("DayOutsideCamp", nameof(details.OnDay)).With("from", camp.StartsOn).With("until", camp.EndsOn));
        var (teams, crew, resources) = (details.TeamIds.Distinct().ToList(), details.CrewIds.Distinct().ToList(), details.ResourceIds.Distinct().ToList());
        if (await db.Teams.CountAsync(t => t.CampId == camp.Id && teams.Contains(t.Id), token) != teams.Count)
            refusals.Add(new Refusal("NotKnown", nameof(details.TeamIds)));
        if (await db.CrewMembers.CountAsync(c => c.CampId == camp.Id && crew.Contains(c.Id), token) != crew.Count)
            refusals.Add(new Refusal("NotKnown", nameof(details.CrewIds)));
        if (await db.Resources.CountAsync(r => resources.Contains(r.Id) && r.RetiredAt == null, token) != resources.Count)
            refusals.Add(new Refusal("NotKnown", nameof(details.ResourceIds)));
        if (details.WishedRoomId is { } wished && !await db.CampRooms.AnyAsync(r => r.Id == wished && r.CampId == camp.Id, token))
            refusals.Add(new Refusal("NotKnown", nameof(details.WishedRoomId)));
        if (session?.RoomId is { } room && await db.CampRooms.AnyAsync(r => r.Id == room && r.ResourceId != null, token) &&
            SessionRules.StepProblem(details.Minutes, true, nameof(details.Minutes)) is { } offQuarter)
            refusals.Add(offQuarter);
        return refusals;
    }

    private static Refusal? PlaceProblem(Camp camp, CampSession session, DateTimeOffset start, CampRoom? room)
    {
        var day = LabTime.DateOf(start);
        if (day < camp.StartsOn || day > camp.EndsOn)
            return new Refusal("DayOutsideCamp", nameof(PlaceSession.Start)).With("from", camp.StartsOn).With("until", camp.EndsOn);
        var inLab = room?.ResourceId is not null || session.Equipment.Count > 0;
        if (inLab && SessionRules.StepProblem(session.Minutes, true, nameof(PlaceSession.Room)) is { } length) return length;
        var minute = LabTime.ToLocal(start).Minute;
        return start.Second != 0 ? new Refusal("SessionNotFives", nameof(PlaceSession.Start)) : SessionRules.StepProblem(minute, inLab, nameof(PlaceSession.Start));
    }

    /// <summary>The same for each team, in their order, with the team's mentors where they mentor and nobody is named.</summary>
    private async Task<List<SessionDetails>> ForTeamsAsync(long campId, SessionDetails details, CancellationToken token)
    {
        var teams = await db.Teams.AsNoTracking()
            .Where(t => t.CampId == campId && (details.TeamIds.Count == 0 || details.TeamIds.Contains(t.Id))).OrderBy(t => t.Position).ToListAsync(token);
        var mentors = (await (
                from guide in db.TeamCrew
                join member in db.CrewMembers on guide.CrewMemberId equals member.Id
                where member.CampId == campId && member.Role == CrewRole.Mentor
                select guide).AsNoTracking().ToListAsync(token))
            .ToLookup(g => g.TeamId, g => g.CrewMemberId);
        return teams.ConvertAll(team => details with
        {
            TitleHu = $"{details.TitleHu.Trim()}: {team.Name}",
            TitleEn = $"{details.TitleEn.Trim()}: {team.Name}",
            TeamIds = [team.Id],
            CrewIds = details is { CrewIds.Count: 0, Kind: SessionKind.Mentoring } ? [.. mentors[team.Id]] : details.CrewIds,
        });
    }
}

internal static class SessionParts
{
    /// <summary>With teams, crew and equipment.</summary>
    public static IQueryable<CampSession> WithParts(this IQueryable<CampSession> sessions) =>
        sessions.Include(s => s.Teams).Include(s => s.Crew).Include(s => s.Equipment).AsSplitQuery();
}
