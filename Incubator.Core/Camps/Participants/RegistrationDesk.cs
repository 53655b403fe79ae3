using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// Where people register for a camp and look after their registration. Most have no account: whoever holds a link's secret is the
/// participant, and no act says whether an address is registered.
/// </summary>
public sealed class RegistrationDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Links sent to one mail address within an hour; more would be pestering by somebody else.</summary>
    public const int LinksAnHour = 5;

    /// <summary>
    /// Registers: with a place where one is free and nobody waits, else at the end of the waiting list. Counted anew within the
    /// transaction that inserts, under the camp's lock. The mail says which it is; the page says the same to everybody, also where the
    /// address is registered already.
    /// </summary>
    /// <returns>The link's secret, which only a page in Development may show; null where that address was sent too many within the hour.</returns>
    public async Task<Result<string?>> RegisterAsync(RegisterParticipant request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var mail = Participant.Fold(request.Email);
        return await db.CommitAsync<string?>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Camp && c.Status != CampStatus.Draft, token);
            if (camp is null) return Refusal.NotFound;
            if (!camp.TakesRegistrations(now)) return new Refusal("RegistrationClosed");
            var notice = await db.CampNotices.AsNoTracking().Where(n => n.CampId == camp.Id).OrderByDescending(n => n.Number).FirstOrDefaultAsync(token);
            if (notice is null) return new Refusal("CampNoticeMissing");
            var problems = RegistrationRules.Problems(request, camp).ToList();
            if (request.AcceptsNotice && request.NoticeNumber != notice.Number) problems.Add(new Refusal("CampNoticeChanged", nameof(request.AcceptsNotice)));
            problems.AddRange(await ProblemsAsync(camp.Id, request.Details, token));
            if (problems.Count > 0) return Result<string?>.Refused(problems);
            if (await WasSentEnoughAsync(mail, now, token)) return (string?)null;
            var participant = await db.Participants.SingleOrDefaultAsync(p => p.CampId == camp.Id && p.Email == mail, token);
            if (participant is { IsActive: true }) return await db.TellAsync(participant, camp, "CampLink", now, token: token);
            var count = await db.PlacesOfAsync(camp.Id, request.Kind, token);
            var before = participant?.State;
            if (participant is null) db.Participants.Add(participant = Participant.Create(camp.Id, request.Kind, request.Details.Name, mail, now));
            participant.Register(
                request.Kind, request.Language, await PersonAsync(actor, mail, token), PlaceRules.AgeOn(request.BornOn!.Value, camp.StartsOn) < PlaceRules.FullAge,
                request.GuardianName, await db.NextTurnAsync(camp.Id, token), now);
            participant.Describe(request.Details, now);
            participant.AcceptNotice(notice.Number, notice.Hash);
            if (PlaceRules.OnArrival(camp.Places(request.Kind), count.Taken, count.Waiting) == ParticipantState.Admitted) participant.TakePlace();
            else participant.Wait();
            await db.SaveChangesAsync(token);
            await WriteAsync(participant, request.Details, token);
            db.RecordState(participant, "Registered", before ?? participant.State, actor, now);
            var secret = await TellOfPlaceAsync(participant, camp, now, token);
            // A place may be free although somebody waits: then it is theirs.
            if (participant.State == ParticipantState.Waiting) await db.SettleAsync(camp, now, token);
            return secret;
        }, cancel: cancel);
    }

    /// <summary>Sends the link again to whoever registered by this address. Gives nothing away: known or not, it is done.</summary>
    public async Task<Result<string?>> SendLinkAsync(Guid reference, string email, CancellationToken cancel = default)
    {
        var mail = Participant.Fold(email);
        if (mail.Length == 0) return new Refusal("Missing", nameof(RegisterParticipant.Email));
        var now = clock.GetUtcNow();
        return await db.CommitAsync<string?>(async token =>
        {
            await db.LockCampAsync(reference, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference && c.Status != CampStatus.Draft, token);
            if (camp is null) return Refusal.NotFound;
            var participant = await db.Participants.SingleOrDefaultAsync(p => p.CampId == camp.Id && p.Email == mail, token);
            if (participant is null || await WasSentEnoughAsync(mail, now, token)) return (string?)null;
            return await db.TellAsync(participant, camp, "CampLink", now, token: token);
        }, cancel: cancel);
    }

    public Task<Result<Done>> SaveAsync(string secret, ParticipantDetails details, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        if (!participant.IsActive) return new Refusal("RegistrationOver");
        if (await ProblemsAsync(camp.Id, details, token) is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        participant.Describe(details, now);
        await WriteAsync(participant, details, token);
        db.Record(nameof(Participant), participant.Id, "DetailsChanged", CampPlaces.Stranger, now);
        return default(Done);
    }, cancel);

    /// <summary>Takes the place that is offered, until the offer's end.</summary>
    public Task<Result<Done>> AcceptAsync(string secret, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        if (participant.State == ParticipantState.Admitted) return default(Done);
        if (participant.State != ParticipantState.Offered || PlaceRules.HasLapsed(participant.State, participant.OfferEndsAt, now)) return new Refusal("OfferLapsed");
        participant.TakePlace();
        db.RecordState(participant, "OfferAccepted", ParticipantState.Offered, CampPlaces.Stranger, now);
        await db.TellAsync(participant, camp, "CampRegistered", now, token: token);
        return default(Done);
    }, cancel);

    /// <summary>The place goes to the next.</summary>
    public Task<Result<Done>> DeclineAsync(string secret, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        if (participant.State != ParticipantState.Offered) return new Refusal("OfferLapsed");
        participant.Lapse();
        db.RecordState(participant, "OfferDeclined", ParticipantState.Offered, CampPlaces.Stranger, now);
        await db.SettleAsync(camp, now, token);
        return default(Done);
    }, cancel);

    /// <summary>After an offer passed: to the end of the waiting list, or in where nobody waits.</summary>
    public Task<Result<Done>> WaitAgainAsync(string secret, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        if (participant.State != ParticipantState.OfferLapsed) return new Refusal("RegistrationOver");
        if (!PlaceRules.MayOffer(camp, now)) return new Refusal("RegistrationClosed");
        participant.Wait(await db.NextTurnAsync(camp.Id, token));
        db.RecordState(participant, "WaitsAgain", ParticipantState.OfferLapsed, CampPlaces.Stranger, now);
        await db.SettleAsync(camp, now, token);
        return default(Done);
    }, cancel);

    public Task<Result<Done>> CancelAsync(string secret, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        if (participant.State == ParticipantState.Cancelled) return default(Done);
        var before = participant.State;
        participant.Cancel();
        db.RecordState(participant, "Cancelled", before, CampPlaces.Stranger, now);
        await db.LeaveTeamAsync(participant, CampPlaces.Stranger, now, token);
        await db.TellAsync(participant, camp, "CampCancelled", now, token: token);
        await db.SettleAsync(camp, now, token);
        return default(Done);
    }, cancel);

    /// <summary>Cancels where it is still to come, and deletes all that is known of the person; at any time.</summary>
    public Task<Result<Done>> ForgetAsync(string secret, CancellationToken cancel = default) => ActAsync(secret, async (participant, camp, now, token) =>
    {
        var before = participant.State;
        if (participant.IsActive && PlaceRules.MayChange(camp, now))
        {
            participant.Cancel();
            db.RecordState(participant, "Cancelled", before, CampPlaces.Stranger, now);
            await db.LeaveTeamAsync(participant, CampPlaces.Stranger, now, token);
        }

        await db.ForgetAsync(participant, CampPlaces.Stranger, now, token);
        await db.SettleAsync(camp, now, token);
        return default(Done);
    }, cancel, always: true);

    /// <summary>Whose link this is; null where nobody's. By the hash: nothing about a wrong secret can be learnt from its time.</summary>
    public async Task<Participant?> ByLinkAsync(string secret, CancellationToken cancel = default)
    {
        var hash = LinkSecret.Hash(secret);
        return await db.Participants.AsNoTracking()
            .SingleOrDefaultAsync(p => db.ParticipantLinks.Any(l => l.ParticipantId == p.Id && l.TokenHash == hash), cancel);
    }

    private async Task<Result<Done>> ActAsync(
        string secret, Func<Participant, Camp, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel, bool always = false)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var hash = LinkSecret.Hash(secret);
            await db.Camps.Where(c => db.Participants.Any(p => p.CampId == c.Id && db.ParticipantLinks.Any(l => l.ParticipantId == p.Id && l.TokenHash == hash)))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            if (await db.Participants.SingleOrDefaultAsync(p => db.ParticipantLinks.Any(l => l.ParticipantId == p.Id && l.TokenHash == hash), token) is not { } participant)
                return Refusal.NotFound;
            var camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == participant.CampId, token);
            return always || PlaceRules.MayChange(camp, now) ? await act(participant, camp, now, token) : new Refusal("CampOver");
        }, cancel: cancel);
    }

    private Task<string> TellOfPlaceAsync(Participant participant, Camp camp, DateTimeOffset now, CancellationToken token) =>
        db.TellAsync(participant, camp, participant.State == ParticipantState.Admitted ? "CampRegistered" : "CampWaiting", now, token: token);

    private async Task<List<Refusal>> ProblemsAsync(long campId, ParticipantDetails details, CancellationToken token)
    {
        var questions = await db.CampQuestions.AsNoTracking().Where(q => q.CampId == campId && q.RetiredAt == null).ToListAsync(token);
        var skills = await db.CampSkills.Where(s => s.CampId == campId).Select(s => s.Id).ToListAsync(token);
        return [.. RegistrationRules.Problems(details, questions, skills)];
    }

    private async Task WriteAsync(Participant participant, ParticipantDetails details, CancellationToken token)
    {
        var id = participant.Id;
        var skills = await db.ParticipantSkills.Where(s => s.ParticipantId == id).ToListAsync(token);
        db.ParticipantSkills.RemoveRange(skills.Where(s => !details.Skills.Contains(s.SkillId)));
        db.ParticipantSkills.AddRange(details.Skills.Distinct().Except(skills.Select(s => s.SkillId)).Select(s => ParticipantSkill.Create(id, s)));
        var questions = await db.CampQuestions.AsNoTracking().Where(q => q.CampId == participant.CampId && q.RetiredAt == null).ToListAsync(token);
        var answers = await db.CampAnswers.Where(a => a.ParticipantId == id).ToDictionaryAsync(a => a.QuestionId, token);
        foreach (var question in questions)
        {
            var said = details.Answers.GetValueOrDefault(question.Reference)?.Trim() ?? "";
            if (answers.TryGetValue(question.Id, out var answer)) answer.Say(said);
            else if (said.Length > 0) db.CampAnswers.Add(CampAnswer.Create(id, question.Id, said));
        }
    }

    /// <summary>The account is theirs only where they are signed in with it.</summary>
    private async Task<long?> PersonAsync(Actor actor, string mail, CancellationToken token) =>
        actor.PersonId is { } own && await db.PersonAtAsync(mail, token) == own ? own : null;

    private async Task<bool> WasSentEnoughAsync(string mail, DateTimeOffset now, CancellationToken token)
    {
        var since = now.AddHours(-1);
        return await db.ParticipantLinks.CountAsync(l => l.CreatedAt > since && db.Participants.Any(p => p.Id == l.ParticipantId && p.Email == mail), token)
            >= LinksAnHour;
    }
}
