using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What every act on places does within its transaction, once the camp is locked.</summary>
internal static class CampPlaces
{
    /// <summary>Those who register have no account, and are told apart by nothing.</summary>
    public static readonly Actor Stranger = new(null, false, []);

    /// <summary>Kept and waiting, of one kind.</summary>
    public sealed record Count(int Taken, int Waiting);

    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampOfAsync(this IncubatorDb db, Guid participant, CancellationToken token) => db.Camps
        .Where(c => db.Participants.Any(p => p.CampId == c.Id && p.Reference == participant)).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);

    public static async Task<Count> PlacesOfAsync(this IncubatorDb db, long campId, ParticipantKind kind, CancellationToken token)
    {
        var states = await db.Participants.Where(p => p.CampId == campId && p.Kind == kind)
            .GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(token);
        return new Count(
            states.Where(s => PlaceRules.TakesPlace(s.State)).Sum(s => s.Count), states.Where(s => s.State == ParticipantState.Waiting).Sum(s => s.Count));
    }

    public static async Task<int> NextTurnAsync(this IncubatorDb db, long campId, CancellationToken token) =>
        1 + (await db.Participants.Where(p => p.CampId == campId).MaxAsync(p => (int?)p.Turn, token) ?? 0);

    /// <summary>Lapses the offers that passed and offers what is free to the first who wait.</summary>
    /// <returns>How many lapsed and were offered.</returns>
    public static async Task<(int Lapsed, int Offered)> SettleAsync(this IncubatorDb db, Camp camp, DateTimeOffset now, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        // Called off, nothing is told but that.
        if (camp.Status == CampStatus.Cancelled) return (0, 0);
        var passed = await db.Participants.Where(p => p.CampId == camp.Id && p.State == ParticipantState.Offered && p.OfferEndsAt <= now).OrderBy(p => p.Turn).ToListAsync(token);
        foreach (var participant in passed)
        {
            participant.Lapse();
            db.RecordState(participant, "OfferLapsed", ParticipantState.Offered, Actor.System, now);
            await db.TellAsync(participant, camp, "CampOfferLapsed", now, token: token);
        }

        if (!PlaceRules.MayOffer(camp, now)) return (passed.Count, 0);
        await db.SaveChangesAsync(token);
        var offered = 0;
        foreach (var kind in Enum.GetValues<ParticipantKind>())
        {
            var count = await db.PlacesOfAsync(camp.Id, kind, token);
            var offers = PlaceRules.OffersNow(camp.Places(kind), count.Taken, count.Waiting);
            if (offers == 0) continue;
            var next = await db.Participants.Where(p => p.CampId == camp.Id && p.Kind == kind && p.State == ParticipantState.Waiting)
                .OrderBy(p => p.Turn).ThenBy(p => p.Id).Take(offers).ToListAsync(token);
            foreach (var participant in next)
            {
                var until = PlaceRules.OfferEnds(camp, now);
                participant.Offer(until);
                db.RecordState(participant, "Offered", ParticipantState.Waiting, Actor.System, now);
                await db.TellAsync(participant, camp, "CampOffer", now, ("until", HistoryBook.Text(until)!), token: token);
            }

            offered += next.Count;
        }

        return (passed.Count, offered);
    }

    /// <summary>Who lets a place go leaves their team too.</summary>
    public static async Task LeaveTeamAsync(this IncubatorDb db, Participant participant, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (await db.TeamMembers.SingleOrDefaultAsync(m => m.ParticipantId == participant.Id, token) is not { } member) return;
        db.TeamMembers.Remove(member);
        db.Record(nameof(Team), member.TeamId, "MemberLeft", actor, now);
    }

    /// <summary>History holds the states, and no word of the person.</summary>
    public static void RecordState(
        this IncubatorDb db, Participant participant, string act, ParticipantState before, Actor actor, DateTimeOffset now, string? reason = null) =>
        db.Record(nameof(Participant), participant.Id, act, actor, now,
            new Dictionary<string, string?[]> { [nameof(Participant.State)] = [before.ToString(), participant.State.ToString()] }, reason);

    /// <summary>Tells them, with a new secret link in the mail.</summary>
    /// <param name="happened">The event, where it must be told once; null: each time is its own.</param>
    /// <returns>The link's secret.</returns>
    public static async Task<string> TellAsync(
        this IncubatorDb db, Participant participant, Camp camp, string kind, DateTimeOffset now, (string Name, string Value)? fact = null,
        string? happened = null, CancellationToken token = default)
    {
        var secret = LinkSecret.Create();
        var link = ParticipantLink.Create(participant.Id, LinkSecret.Hash(secret), now);
        db.ParticipantLinks.Add(link);
        await db.SaveChangesAsync(token);
        var facts = new Dictionary<string, string>
        {
            ["camp"] = camp.Name(participant.Language),
            ["starts"] = HistoryBook.Text(camp.StartsOn)!,
            ["link"] = LinkOf(secret),
        };
        if (fact is { } more) facts[more.Name] = more.Value;
        db.TellNew(new Tell
        {
            Event = happened ?? $"{EventsOf(participant.Id)}{link.Id}",
            Kind = kind,
            Recipient = participant.Email,
            Language = participant.Language,
            PersonId = await db.PersonAtAsync(participant.Email, token),
            LinkIsSecret = true,
            Facts = facts,
        }, now);
        return secret;
    }

    public static string LinkOf(string secret) => $"/camps/place/{secret}";

    /// <summary>How the events of all that is told to a participant begin.</summary>
    public static string EventsOf(long participantId) => $"Participant:{participantId}:";

    /// <summary>
    /// Takes the person out: their row stays, counted and without a name. Not the texts of the whole house, as with an account: anybody
    /// may register under any name.
    /// </summary>
    public static async Task ForgetAsync(this IncubatorDb db, Participant participant, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var id = participant.Id;
        var events = EventsOf(id);
        await db.ParticipantLinks.Where(l => l.ParticipantId == id).ExecuteDeleteAsync(token);
        await db.CampAnswers.Where(a => a.ParticipantId == id).ExecuteDeleteAsync(token);
        await db.ParticipantSkills.Where(s => s.ParticipantId == id).ExecuteDeleteAsync(token);
        await db.Notices.Where(n => n.Event.StartsWith(events)).ExecuteDeleteAsync(token);
        await db.History.Where(h => h.Subject == nameof(Participant) && h.SubjectId == id && h.Reason != null)
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.Reason, KnownPerson.Gone), token);
        participant.Forget(now);
        db.Record(nameof(Participant), id, "Forgotten", actor, now);
    }
}
