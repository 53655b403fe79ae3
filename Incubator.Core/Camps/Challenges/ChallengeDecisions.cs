using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What staff decide of a challenge that was handed in.</summary>
public sealed record DecideChallenge
{
    public required Guid Reference { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>Wanted where it is rejected; the company reads it.</summary>
    public string? Reason { get; init; }

    public required Guid SeenVersion { get; init; }
}

/// <summary>Where staff accept challenges, give them a facilitator and teams.</summary>
public sealed class ChallengeDecisions(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Accepts or rejects; the company's managers are told.</summary>
    public async Task<Result<Done>> DecideAsync(DecideChallenge request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        if (TextRules.Problem(reason, Challenge.ReasonMaxLength, nameof(request.Reason)) is { } tooLong) return tooLong;
        if (!request.Accepted && reason is null) return new Refusal("RejectionReasonMissing", nameof(request.Reason));
        return await ChangeAsync(request.Reference, async (challenge, camp, now, token) =>
        {
            if (challenge.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (challenge.State != ChallengeState.Submitted) return new Refusal("ChallengeNotToDecide");
            challenge.Decide(request.Accepted, reason);
            db.RecordChange(challenge, challenge.Id, request.Accepted ? "Accepted" : "Rejected", actor, now, reason);
            await TellAsync(challenge, camp, request.Accepted ? "ChallengeAccepted" : "ChallengeRejected", reason, now, token);
            return null;
        }, cancel);
    }

    /// <summary>Names the facilitator, one of the camp's; null: nobody. A challenge for those named still wants their agreement.</summary>
    public Task<Result<Done>> GiveFacilitatorAsync(Guid reference, Guid? facilitator, Actor actor, CancellationToken cancel = default) =>
        !actor.IsStaff ? Task.FromResult<Result<Done>>(Refusal.NotFound) : ChangeAsync(reference, async (challenge, camp, now, token) =>
        {
            var member = await db.CrewMembers.AsNoTracking()
                .SingleOrDefaultAsync(m => m.Reference == facilitator && m.CampId == camp.Id && m.Role == CrewRole.Facilitator, token);
            if (facilitator is not null && member is null) return new Refusal("NotKnown", "Facilitator");
            if (challenge.State != ChallengeState.Accepted) return new Refusal("ChallengeNotAccepted");
            if (challenge.FacilitatorId == member?.Id) return null;
            challenge.GiveTo(member?.Id);
            db.Record(nameof(Challenge), challenge.Id, "FacilitatorGiven", actor, now);
            if (member is not null && !await db.ChallengeReaders.AnyAsync(r => r.ChallengeId == challenge.Id && r.PersonId == member.PersonId, token))
                db.ChallengeReaders.Add(ChallengeReader.OfPerson(challenge.Id, member.PersonId, now));
            return null;
        }, cancel);

    /// <summary>Gives the challenge to a team of its camp, in place of the one it had, or takes it away.</summary>
    public Task<Result<Done>> AssignTeamAsync(Guid reference, Guid team, bool takes, Actor actor, CancellationToken cancel = default) =>
        !actor.IsStaff ? Task.FromResult<Result<Done>>(Refusal.NotFound) : ChangeAsync(reference, async (challenge, camp, now, token) =>
        {
            if (await db.Teams.SingleOrDefaultAsync(t => t.Reference == team && t.CampId == camp.Id, token) is not { } found) return Refusal.NotFound;
            if (takes && challenge.State != ChallengeState.Accepted) return new Refusal("ChallengeNotAccepted");
            if (takes == (found.ChallengeId == challenge.Id)) return null;
            found.Take(takes ? challenge.Id : null);
            db.Record(nameof(Challenge), challenge.Id, takes ? "TeamGiven" : "TeamTaken", actor, now, new Dictionary<string, string?[]> { ["Team"] = [null, found.Name] });
            return null;
        }, cancel);

    private async Task<Result<Done>> ChangeAsync(Guid reference, Func<Challenge, Camp, DateTimeOffset, CancellationToken, Task<Refusal?>> change, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            var challenge = await db.Challenges.SingleOrDefaultAsync(c => c.Reference == reference, token);
            if (challenge is null) return Refusal.NotFound;
            var camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == challenge.CampId, token);
            if (camp.Status is CampStatus.Closed or CampStatus.Cancelled) return new Refusal("CampClosedAlready");
            return await change(challenge, camp, now, token) is { } refusal ? refusal : default(Done);
        }, cancel: cancel);
    }

    private async Task TellAsync(Challenge challenge, Camp camp, string kind, string? reason, DateTimeOffset now, CancellationToken token)
    {
        foreach (var manager in await db.ManagersToTellAsync(challenge.CompanyId, token))
        {
            await db.TellAsync(new Tell
            {
                Event = $"{kind}:{challenge.Id}",
                Kind = kind,
                Recipient = manager.Mail,
                Language = manager.Language,
                PersonId = manager.PersonId,
                Facts = new Dictionary<string, string>
                {
                    ["challenge"] = challenge.Title(manager.Language),
                    ["camp"] = camp.Name(manager.Language),
                    ["reason"] = reason ?? "–",
                    ["link"] = $"/camps/challenges/{challenge.Reference}",
                },
            }, now, token);
        }
    }
}
