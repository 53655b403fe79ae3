using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>How long what participants gave is kept. Pure; days are local.</summary>
public static class ParticipantRetention
{
    public const int NeedsDays = 30;
    public const int NotThereDays = 90;
    public const int Years = 2;

    /// <summary>First day on which diet and access needs go.</summary>
    public static DateOnly NeedsUntil(DateOnly endsOn) => endsOn.AddDays(NeedsDays);

    /// <summary>First day on which the person goes.</summary>
    public static DateOnly PersonUntil(DateOnly endsOn, ParticipantState state) =>
        state == ParticipantState.Admitted ? endsOn.AddYears(Years) : endsOn.AddDays(NotThereDays);
}

/// <summary>
/// Forgets participants of camps, once their time is over (<see cref="ParticipantRetention"/>).
/// <list type="bullet">
/// <item>Diet and access needs: with express consent (GDPR Article 9(2)(a)), for the food and the rooms; 30 days after the camp, or at
/// once when the consent is withdrawn.</item>
/// <item>Those who were not there (waiting, lapsed, cancelled): to give places in order (Article 6(1)(b)); 90 days after the camp, to
/// answer for the order.</item>
/// <item>Those who were: to hold the camp (Article 6(1)(b)), then its follow-up and certificates (Article 6(1)(e)); two years after it.</item>
/// <item>Why not longer: Article 5(1)(e).</item>
/// <item>What goes: name, address, organisation, words on skills, guardian, answers, links, mails, and reasons in the history. What stays:
/// kind, state, team, languages and days, which are counted. A certificate keeps the name that it was issued to.</item>
/// </list>
/// </summary>
public sealed class ForgetParticipants(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var (needs, absent, present) = (today.AddDays(-ParticipantRetention.NeedsDays), today.AddDays(-ParticipantRetention.NotThereDays), today.AddYears(-ParticipantRetention.Years));
        var found = await (
                from p in db.Participants
                join c in db.Camps on p.CampId equals c.Id
                where p.ForgottenAt == null && ((p.Needs != null && c.EndsOn <= needs) || (p.State != ParticipantState.Admitted && c.EndsOn <= absent) || c.EndsOn <= present)
                orderby p.Id
                select p.Id)
            .ToListAsync(cancel);
        var (forgotten, deleted) = (0, 0);
        await Sweep.EachAsync(found, async id =>
        {
            var gone = await ForgetAsync(id, now, cancel);
            if (gone) forgotten++;
            else deleted++;
            return 1;
        }, cancel);
        return JobReport.Of("Forgotten", forgotten).And("NeedsDeleted", deleted);
    }

    /// <returns>Whether the person went, and not only the needs.</returns>
    private async Task<bool> ForgetAsync(long id, DateTimeOffset now, CancellationToken cancel) => (await db.CommitAsync<bool>(async token =>
    {
        await db.Camps.Where(c => db.Participants.Any(p => p.CampId == c.Id && p.Id == id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
        var participant = await db.Participants.SingleAsync(p => p.Id == id, token);
        var endsOn = await db.Camps.Where(c => c.Id == participant.CampId).Select(c => c.EndsOn).SingleAsync(token);
        if (ParticipantRetention.PersonUntil(endsOn, participant.State) <= LabTime.DateOf(now))
        {
            await db.ForgetAsync(participant, Actor.System, now, token);
            return true;
        }

        participant.ForgetNeeds();
        db.Record(nameof(Participant), id, "NeedsDeleted", Actor.System, now);
        return false;
    }, cancel: cancel)).Value;
}
