using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps;

/// <summary>A camp with what staff want counted of it; the model of every part of its home.</summary>
public sealed record ManagedCamp(
    Camp Camp, CampNudge? Nudge, IReadOnlyDictionary<ChallengeState, int> Challenges,
    IReadOnlyDictionary<(ParticipantKind Kind, ParticipantState State), int> Participants, IReadOnlyDictionary<CrewRole, int> Crew,
    int Teams, int Sessions, int Unscheduled, int Outcomes, int Overdue)
{
    public int In(ChallengeState state) => Challenges.GetValueOrDefault(state);

    public int In(ParticipantState state) => Participants.Where(p => p.Key.State == state).Sum(p => p.Value);

    public int Of(ParticipantKind kind, ParticipantState state) => Participants.GetValueOrDefault((kind, state));

    public static async Task<ManagedCamp> ReadAsync(IncubatorDb db, Camp camp, DateTimeOffset now, CancellationToken cancel)
    {
        var challenges = await db.Challenges.Where(c => c.CampId == camp.Id).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var people = await db.Participants.Where(p => p.CampId == camp.Id).GroupBy(p => new { p.Kind, p.State })
            .Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        var crew = await db.CrewMembers.Where(m => m.CampId == camp.Id).GroupBy(m => m.Role).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var today = LabTime.DateOf(now);
        return new ManagedCamp(
            camp, CampRules.NudgeOf(camp, now),
            challenges.ToDictionary(c => c.Key, c => c.Count),
            people.ToDictionary(p => (p.Kind, p.State), p => p.Count),
            crew.ToDictionary(c => c.Key, c => c.Count),
            await db.Teams.CountAsync(t => t.CampId == camp.Id, cancel),
            await db.CampSessions.CountAsync(s => s.CampId == camp.Id, cancel),
            await db.CampSessions.CountAsync(s => s.CampId == camp.Id && s.Start == null, cancel),
            await db.ChallengeOutcomes.CountAsync(o => db.Challenges.Any(c => c.Id == o.ChallengeId && c.CampId == camp.Id), cancel),
            await db.CampChecks.CountAsync(k => k.AnsweredAt == null && k.DueOn < today && db.Challenges.Any(c => c.Id == k.ChallengeId && c.CampId == camp.Id), cancel));
    }
}
