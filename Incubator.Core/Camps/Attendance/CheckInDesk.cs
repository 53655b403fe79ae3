using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

public sealed record NoteArrival
{
    public required Guid Camp { get; init; }
    public required Guid Participant { get; init; }

    /// <summary>False takes a mistaken arrival back; only while no session was attended.</summary>
    public bool HasArrived { get; init; } = true;
}

public sealed record NotePresence
{
    public required Guid Camp { get; init; }
    public required Guid Session { get; init; }

    /// <summary>Null: everybody of <see cref="Team"/> who has arrived.</summary>
    public Guid? Participant { get; init; }

    public Guid? Team { get; init; }
    public bool IsHere { get; init; } = true;
}

/// <summary>
/// At the door: who has come to the camp, and who is at a session. Each act says how it shall be, so that the same form sent twice
/// changes nothing; for staff and the camp's organisers and facilitators.
/// </summary>
public sealed class CheckInDesk(IncubatorDb db, AttendanceReader reader, TimeProvider clock)
{
    /// <summary>People are ticked off while they come in.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    public Task<Result<Done>> ArriveAsync(NoteArrival request, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync(request.Camp, actor, async (camp, now, token) =>
        {
            var participant = await db.Participants.SingleOrDefaultAsync(
                p => p.CampId == camp.Id && p.Reference == request.Participant && p.State == ParticipantState.Admitted && p.ForgottenAt == null, token);
            if (participant is null) return Refusal.NotFound;
            var arrival = await db.Arrivals.SingleOrDefaultAsync(a => a.ParticipantId == participant.Id, token);
            if (request.HasArrived == arrival is not null) return default(Done);
            if (arrival is null)
            {
                Arrive(participant.Id, actor, now);
                return default(Done);
            }

            if (await db.Presences.AnyAsync(p => p.ParticipantId == participant.Id, token)) return new Refusal("AttendedAlready");
            db.Arrivals.Remove(arrival);
            db.Record(nameof(Participant), participant.Id, "ArrivalTakenBack", actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> AttendAsync(NotePresence request, Actor actor, CancellationToken cancel = default) =>
        OnCampAsync(request.Camp, actor, async (camp, now, token) =>
        {
            var session = (await reader.SessionsAsync(camp.Id, token)).FirstOrDefault(s => s.Reference == request.Session);
            if (session is null) return Refusal.NotFound;
            if (now < session.Start - Early) return new Refusal("CampSessionNotBegun").With("start", session.Start);
            var team = request.Team is { } wanted ? await db.Teams.Where(t => t.CampId == camp.Id && t.Reference == wanted).Select(t => (long?)t.Id).SingleOrDefaultAsync(token) : null;
            if (request.Participant is null && team is null) return Refusal.NotFound;
            var people = (await reader.AttendeesAsync(camp.Id, token))
                .Where(p => request.Participant is { } one ? p.Reference == one : p.TeamId == team && p.ArrivedAt is not null).ToList();
            if (request.Participant is not null && people.Count == 0) return Refusal.NotFound;
            if (people.Exists(p => !AttendanceRules.IsFor(session.Session, p.TeamId))) return new Refusal("SessionOfOtherTeam");
            foreach (var person in people.Where(p => p.Attended.Contains(session.Session.Id) != request.IsHere))
            {
                if (request.IsHere)
                {
                    // Whoever sits in a session has come.
                    if (person.ArrivedAt is null) Arrive(person.Id, actor, now);
                    db.Presences.Add(Presence.Record(session.Session.Id, person.Id, now, actor.PersonId));
                }
                else
                {
                    db.Presences.RemoveRange(await db.Presences.Where(p => p.SessionId == session.Session.Id && p.ParticipantId == person.Id).ToListAsync(token));
                }

                db.Record(nameof(Participant), person.Id, request.IsHere ? "Attended" : "AttendanceTakenBack", actor, now,
                    new Dictionary<string, string?[]> { ["Session"] = [null, session.TitleEn] });
            }

            return default(Done);
        }, cancel);

    private void Arrive(long participantId, Actor actor, DateTimeOffset now)
    {
        db.Arrivals.Add(Arrival.Record(participantId, now, actor.PersonId));
        db.Record(nameof(Participant), participantId, "Arrived", actor, now);
    }

    private async Task<Result<Done>> OnCampAsync(
        Guid reference, Actor actor, Func<Camp, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(reference, token);
            if (await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, token) is not { } camp) return Refusal.NotFound;
            if (!await reader.MayKeepAsync(camp.Id, actor, token)) return Refusal.NotFound;
            if (camp.Status is not (CampStatus.Running or CampStatus.FollowUp)) return new Refusal("CampNotRunning");
            return await act(camp, now, token);
        }, cancel: cancel);
    }
}
