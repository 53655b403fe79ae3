using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A participant with a place, as attendance sees them.</summary>
/// <param name="ArrivedAt">UTC; null: has not come yet.</param>
/// <param name="Attended">Numbers of the sessions they were at.</param>
public sealed record Attendee(
    long Id, Guid Reference, string Name, ParticipantKind Kind, string? Organisation, long? TeamId, DateTimeOffset? ArrivedAt, IReadOnlySet<long> Attended);

/// <summary>A session that has a time, with its words.</summary>
public sealed record TimedSession(AttendedSession Session, Guid Reference, string TitleHu, string TitleEn, string? Room, IReadOnlySet<long> Crew)
{
    public DateTimeOffset Start => Session.Start;

    public DateTimeOffset End => Session.Start.AddMinutes(Session.Minutes);

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;
}

/// <summary>Who is at the camp, and at what.</summary>
public sealed class AttendanceReader(IncubatorDb db)
{
    /// <summary>Those who keep the list: staff, and the camp's organisers and facilitators.</summary>
    public async Task<bool> MayKeepAsync(long campId, Actor actor, CancellationToken cancel) => actor.IsStaff || (actor.PersonId is { } person &&
        await db.CrewMembers.AnyAsync(m => m.CampId == campId && m.PersonId == person && (m.Role == CrewRole.Organiser || m.Role == CrewRole.Facilitator), cancel));

    /// <summary>By team and name; those without a team last.</summary>
    public async Task<IReadOnlyList<Attendee>> AttendeesAsync(long campId, CancellationToken cancel)
    {
        var people = await (
                from participant in db.Participants
                join m in db.TeamMembers on participant.Id equals m.ParticipantId into places
                from place in places.DefaultIfEmpty()
                join a in db.Arrivals on participant.Id equals a.ParticipantId into arrivals
                from arrival in arrivals.DefaultIfEmpty()
                where participant.CampId == campId && participant.State == ParticipantState.Admitted && participant.ForgottenAt == null
                orderby participant.Name, participant.Id
                select new
                {
                    participant.Id,
                    participant.Reference,
                    participant.Name,
                    participant.Kind,
                    participant.Organisation,
                    TeamId = place == null ? null : (long?)place.TeamId,
                    ArrivedAt = arrival == null ? null : (DateTimeOffset?)arrival.At,
                })
            .AsNoTracking().ToListAsync(cancel);
        var attended = (await db.Presences.Where(p => db.Participants.Any(x => x.Id == p.ParticipantId && x.CampId == campId))
            .Select(p => new { p.ParticipantId, p.SessionId }).ToListAsync(cancel)).ToLookup(p => p.ParticipantId, p => p.SessionId);
        return [.. people.Select(p => new Attendee(p.Id, p.Reference, p.Name, p.Kind, p.Organisation, p.TeamId, p.ArrivedAt, attended[p.Id].ToHashSet()))];
    }

    /// <summary>
    /// What was published last, in its order: what is planned after it is nobody's business yet. Where nothing ever was, a camp that
    /// runs goes by its sessions as they stand.
    /// </summary>
    public async Task<IReadOnlyList<TimedSession>> PublishedAsync(Camp camp, CancellationToken cancel)
    {
        var version = await db.AgendaVersions.AsNoTracking().Include(v => v.Items).ThenInclude(i => i.Parts).AsSplitQuery()
            .Where(v => v.CampId == camp.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (version is null) return camp.Status is CampStatus.Running or CampStatus.FollowUp ? await SessionsAsync(camp.Id, cancel) : [];
        return [.. version.Items.Where(i => i.Change != AgendaChange.Cancelled).OrderBy(i => i.Start).ThenBy(i => i.Id).Select(i => new TimedSession(
            new AttendedSession(0, i.Kind, i.Start, i.Minutes, i.TeamIds.ToHashSet()), i.SessionReference, i.TitleHu, i.TitleEn, i.RoomName, i.CrewIds.ToHashSet()))];
    }

    /// <summary>What has a time, in its order.</summary>
    public async Task<IReadOnlyList<TimedSession>> SessionsAsync(long campId, CancellationToken cancel)
    {
        var sessions = await db.CampSessions.AsNoTracking().AsSplitQuery().Include(s => s.Teams).Include(s => s.Crew)
            .Where(s => s.CampId == campId && s.Start != null).OrderBy(s => s.Start).ThenBy(s => s.Id).ToListAsync(cancel);
        var rooms = await db.CampRooms.Where(r => r.CampId == campId).ToDictionaryAsync(r => r.Id, r => r.Name, cancel);
        return [.. sessions.Select(s => new TimedSession(
            new AttendedSession(s.Id, s.Kind, s.Start!.Value, s.Minutes, s.Teams.Select(t => t.TeamId).ToHashSet()),
            s.Reference, s.TitleHu, s.TitleEn, s.RoomId is { } room ? rooms.GetValueOrDefault(room) : null, s.Crew.Select(c => c.CrewMemberId).ToHashSet()))];
    }
}
