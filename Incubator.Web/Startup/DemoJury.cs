using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// The past demo camp from the door to the certificate: who came, what the jury gave (one juror recused, a tie that the chair decided),
/// the published result, certificates. Done through the desks, at the time of the camp; after its people and its agenda.
/// </summary>
public sealed class DemoJury(IncubatorDb db)
{
    // By criterion; the first two teams come out equal in all that is counted.
    private static readonly int[][] Scores =
        [[4, 4, 5, 4, 5, 4, 4], [4, 4, 5, 4, 5, 4, 4], [3, 4, 3, 3, 2, 5, 4], [5, 3, 4, 2, 3, 4, 5], [2, 3, 4, 5, 4, 3, 3]];

    public async Task MakeAsync(CancellationToken cancel = default)
    {
        if (await db.Camps.Where(c => c.Status == CampStatus.FollowUp).OrderBy(c => c.StartsOn).FirstOrDefaultAsync(cancel) is not { } camp) return;
        var (begins, ends) = (LabTime.AtMinute(camp.StartsOn, (8 * 60) + 30), new At(LabTime.AtMinute(camp.EndsOn, 16 * 60)));
        var teams = await db.Teams.Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).Select(t => t.Reference).ToListAsync(cancel);
        var jurors = await db.CrewMembers.Where(m => m.CampId == camp.Id && m.Role == CrewRole.Juror && m.ConfirmedAt != null)
            .OrderByDescending(m => m.IsChair).ThenBy(m => m.Id).Select(m => m.PersonId).ToListAsync(cancel);
        if (teams.Count == 0 || jurors.Count < 2) return;
        await AttendAsync(camp, begins, cancel);

        var reader = new JuryReader(db);
        var (desk, chair) = (new JuryDesk(db, reader, ends), new JuryChair(db, reader, ends));
        if (!await db.JuryCriteria.AnyAsync(c => c.CampId == camp.Id, cancel))
            Require(await new JuryCriteriaDesk(db, new At(begins)).OfferAsync(camp.Reference, Actor.System, cancel));
        var criteria = await db.JuryCriteria.Where(c => c.CampId == camp.Id).OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(cancel);
        for (var team = 0; team < teams.Count; team++)
        {
            for (var juror = 0; juror < jurors.Count; juror++)
            {
                var actor = new Actor(jurors[juror], false, []);
                if (team == 2 && juror == 1)
                {
                    var recused = await desk.RecuseAsync(new KeepOffTeam { Camp = camp.Reference, Team = teams[team], Reason = "A csapat egyik tagja a tanítványom. (demo)" }, actor, cancel);
                    // Where the rules keep them off anyway there is nothing to say.
                    if (recused.Succeeded) continue;
                }

                for (var at = 0; at < criteria.Count; at++)
                {
                    var score = Scores[team % Scores.Length][at % Scores[0].Length] - (juror == 2 ? 1 : 0);
                    var given = await desk.ScoreAsync(
                        new GiveScore { Camp = camp.Reference, Team = teams[team], CriterionId = criteria[at], Score = Math.Max(score, JuryCriterion.MinScore) }, actor, cancel);
                    if (!given.Succeeded) break;
                }
            }
        }

        Require(await chair.CloseAsync(new CloseScoring { Camp = camp.Reference, AcceptsMissing = true }, Actor.System, cancel));
        var table = (await db.JuryProtocols.AsNoTracking().Where(p => p.CampId == camp.Id).OrderByDescending(p => p.Number).FirstAsync(cancel)).Read();
        foreach (var tie in table.OpenTies)
        {
            Require(await chair.DecideTieAsync(new DecideTie
            {
                Camp = camp.Reference,
                Places = [.. tie.Select((team, at) => (table.TeamOf(team).Reference, at + 1))],
                Reason = "A mintáit két tételből mérte, a másik csapat egyből. (demo)",
            }, Actor.System, cancel));
        }

        Require(await chair.PublishAsync(camp.Reference, Actor.System, cancel));
        _ = (await new CertificateDesk(db, new AttendanceReader(db), ends).IssueAsync(camp.Reference, Actor.System, cancel)).Value;
    }

    /// <summary>All came; one went home after the first session.</summary>
    private async Task AttendAsync(Camp camp, DateTimeOffset now, CancellationToken cancel)
    {
        var attendance = new AttendanceReader(db);
        var sessions = (await attendance.SessionsAsync(camp.Id, cancel)).Where(s => AttendanceRules.Counts(s.Session.Kind)).ToList();
        var people = await attendance.AttendeesAsync(camp.Id, cancel);
        foreach (var (person, at) in people.Select((p, i) => (p, i)))
        {
            if (person.ArrivedAt is not null) continue;
            db.Arrivals.Add(Arrival.Record(person.Id, now.AddMinutes(at), null));
            var own = sessions.Where(s => AttendanceRules.IsFor(s.Session, person.TeamId)).ToList();
            foreach (var session in at == people.Count - 1 ? own.Take(1) : own) db.Presences.Add(Presence.Record(session.Session.Id, person.Id, session.Start, null));
        }

        await db.SaveChangesAsync(cancel);
    }

    private static void Require<T>(Result<T> result) => _ = result.Value;

    /// <summary>The clock at the time of the camp.</summary>
    private sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
