using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff decide about those who registered.</summary>
public sealed class ParticipantDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>
    /// Out of the waiting list and out of order, with a reason; also where every place is taken: it is then one more than planned, and
    /// nobody is offered a place until that many have gone.
    /// </summary>
    public Task<Result<Done>> AdmitAsync(DecideParticipant request, Actor actor, CancellationToken cancel = default) =>
        WithReasonAsync(request, actor, async (participant, camp, now, token) =>
        {
            if (participant.State == ParticipantState.Admitted) return default(Done);
            if (!PlaceRules.MayChange(camp, now)) return new Refusal("CampOver");
            var before = participant.State;
            participant.TakePlace();
            db.RecordState(participant, "Admitted", before, actor, now, request.Reason!.Trim());
            await db.TellAsync(participant, camp, "CampRegistered", now, token: token);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> CancelAsync(DecideParticipant request, Actor actor, CancellationToken cancel = default) =>
        WithReasonAsync(request, actor, async (participant, camp, now, token) =>
        {
            if (!participant.IsActive) return new Refusal("RegistrationOver");
            var before = participant.State;
            var reason = request.Reason!.Trim();
            participant.Cancel();
            db.RecordState(participant, "Cancelled", before, actor, now, reason);
            await db.LeaveTeamAsync(participant, actor, now, token);
            await db.TellAsync(participant, camp, "CampCancelledByStaff", now, ("reason", reason), token: token);
            await db.SettleAsync(camp, now, token);
            return default(Done);
        }, cancel);

    /// <summary>To another kind's places. Who has a place keeps it only where one is free there; who waits, waits there by their turn.</summary>
    public Task<Result<Done>> MoveAsync(MoveParticipant request, Actor actor, CancellationToken cancel = default) =>
        ActAsync(request.Participant, actor, async (participant, camp, now, token) =>
        {
            if (!Enum.IsDefined(request.Kind) || camp.Places(request.Kind) == 0) return new Refusal("ParticipantKindNotTaken", nameof(request.Kind));
            if (!participant.IsActive) return new Refusal("RegistrationOver");
            if (participant.Kind == request.Kind) return default(Done);
            var count = await db.PlacesOfAsync(camp.Id, request.Kind, token);
            if (PlaceRules.TakesPlace(participant.State) && count.Taken >= camp.Places(request.Kind)) return new Refusal("CampPlacesTaken", nameof(request.Kind));
            var before = participant.Kind;
            participant.Become(request.Kind);
            db.Record(nameof(Participant), participant.Id, "KindChanged", actor, now,
                new Dictionary<string, string?[]> { [nameof(Participant.Kind)] = [before.ToString(), request.Kind.ToString()] });
            await db.SettleAsync(camp, now, token);
            return default(Done);
        }, cancel);

    private async Task<Result<Done>> WithReasonAsync(
        DecideParticipant request, Actor actor, Func<Participant, Camp, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Missing", nameof(request.Reason));
        if (TextRules.Problem(request.Reason, HistoryEntry.ReasonMaxLength, nameof(request.Reason)) is { } problem) return problem;
        return await ActAsync(request.Participant, actor, act, cancel);
    }

    private async Task<Result<Done>> ActAsync(
        Guid reference, Actor actor, Func<Participant, Camp, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfAsync(reference, token);
            if (await db.Participants.SingleOrDefaultAsync(p => p.Reference == reference && p.ForgottenAt == null, token) is not { } participant) return Refusal.NotFound;
            return await act(participant, await db.Camps.AsNoTracking().SingleAsync(c => c.Id == participant.CampId, token), now, token);
        }, cancel: cancel);
    }
}
