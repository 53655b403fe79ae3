using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A challenge as its company wants it from now on.</summary>
public sealed record WriteChallenge
{
    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    /// <summary>Of a new one.</summary>
    public Guid? Camp { get; init; }

    /// <summary>Of a new one: the company that brings it.</summary>
    public Guid? Company { get; init; }

    public required ChallengeDetails Details { get; init; }

    public Guid? SeenVersion { get; init; }
}

/// <summary>Where a member company writes its challenge, hands it in and takes it back. Whose it is not finds nothing.</summary>
public sealed class ChallengeDesk(IncubatorDb db, DocumentArchive archive, TimeProvider clock)
{
    /// <summary>Saves a draft, or what was handed in or accepted: the company, staff, and of an accepted one its facilitator.</summary>
    public async Task<Result<Guid>> WriteAsync(WriteChallenge request, Actor actor, CancellationToken cancel = default)
    {
        if (request.Details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            if (await UnknownResourcesAsync(request.Details, token) is { } unknown) return unknown;
            if (request.Reference is not { } reference) return await BeginAsync(request, actor, now, token);
            await db.LockCampOfChallengeAsync(reference, token);
            if (await FindAsync(reference, token) is not { } there) return Refusal.NotFound;
            var (challenge, camp) = there;
            var isOwner = !actor.IsStaff && actor.ActsFor(challenge.CompanyId);
            var isFacilitator = await db.CrewMembers.AnyAsync(m => m.Id == challenge.FacilitatorId && m.PersonId == actor.PersonId, token);
            if (!actor.IsStaff && !isOwner && !isFacilitator) return Refusal.NotFound;
            // Guiding does not open what the guide has not agreed to keep.
            if (!actor.IsStaff && !isOwner && !ChallengeRules.MayRead(challenge.Confidentiality, challenge.State, await db.VisitorOfAsync(challenge, actor, null, token)))
                return Refusal.NotFound;
            if (!ChallengeRules.MayEdit(challenge.State, actor.IsStaff, isOwner, isFacilitator, IsOver(camp))) return new Refusal("ChallengeFixed");
            if (challenge.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (!actor.IsStaff && !isOwner && request.Details.Confidentiality != challenge.Confidentiality)
                return new Refusal("ConfidentialityFixed", nameof(request.Details.Confidentiality));
            if (await SpecifyAsync(challenge, request.Details.Specifications, token) is { } refusal) return refusal;
            challenge.Describe(request.Details);
            // What was handed in stays complete.
            if (challenge.State != ChallengeState.Draft && ChallengeRules.Missing(challenge).ToList() is { Count: > 0 } missing) return Result<Guid>.Refused(missing);
            db.RecordChange(challenge, challenge.Id, challenge.State == ChallengeState.Accepted ? "Refined" : "Edited", actor, now);
            return challenge.Reference;
        }, cancel: cancel);
    }

    /// <summary>Hands it in, before the camp's deadline and complete.</summary>
    public Task<Result<Done>> SubmitAsync(Guid reference, Actor actor, CancellationToken cancel = default) => ChangeAsync(reference, "Submitted", actor, (challenge, camp, now, _) =>
    {
        if (challenge.State == ChallengeState.Submitted) return Nothing;
        if (challenge.State != ChallengeState.Draft) return Of(new Refusal("ChallengeFixed"));
        if (!camp.TakesChallenges(now)) return Of(new Refusal("ChallengesClosed"));
        if (ChallengeRules.Missing(challenge).ToList() is { Count: > 0 } missing) return Task.FromResult<IReadOnlyList<Refusal>>(missing);
        challenge.Submit(actor.PersonId, now);
        return Nothing;
    }, cancel);

    /// <summary>Takes it back for good; not any more once a team works on it.</summary>
    public Task<Result<Done>> WithdrawAsync(Guid reference, Actor actor, CancellationToken cancel = default) => ChangeAsync(reference, "Withdrawn", actor, async (challenge, _, _, token) =>
    {
        if (challenge.State == ChallengeState.Withdrawn) return [];
        if (challenge.State == ChallengeState.Rejected) return [new Refusal("ChallengeFixed")];
        if (await db.Teams.AnyAsync(t => t.ChallengeId == challenge.Id, token)) return [new Refusal("ChallengeHasTeams")];
        challenge.Withdraw();
        return [];
    }, cancel);

    /// <summary>Keeps a file with its confidential part.</summary>
    public async Task<Result<Done>> AttachAsync(Guid reference, string fileName, byte[] bytes, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            if (await FindOwnAsync(reference, actor, token) is not { } there) return Refusal.NotFound;
            if (!ChallengeRules.MayEdit(there.Challenge.State, actor.IsStaff, isOwner: true, isFacilitator: false, IsOver(there.Camp))) return new Refusal("ChallengeFixed");
            var kept = await archive.KeepWithinAsync(new KeepFile
            {
                Subject = nameof(Challenge),
                SubjectId = there.Challenge.Id,
                Kind = AttachmentKind.Document,
                FileName = fileName,
                Bytes = bytes,
            }, actor, now, token);
            return kept.Succeeded ? default(Done) : Result<Done>.Refused(kept.Refusals);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> RemoveFileAsync(Guid reference, Guid file, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            if (await FindOwnAsync(reference, actor, token) is not { } there) return Refusal.NotFound;
            if (!ChallengeRules.MayEdit(there.Challenge.State, actor.IsStaff, isOwner: true, isFacilitator: false, IsOver(there.Camp))) return new Refusal("ChallengeFixed");
            var attachment = await db.Attachments.SingleOrDefaultAsync(
                a => a.Reference == file && a.Subject == nameof(Challenge) && a.SubjectId == there.Challenge.Id, token);
            if (attachment is null) return Refusal.NotFound;
            await archive.RemoveWithinAsync(attachment, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<Guid>> BeginAsync(WriteChallenge request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (request.Camp is not { } campReference) return Refusal.NotFound;
        await db.LockCampAsync(campReference, token);
        var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == campReference && (c.IsPublic || actor.IsStaff), token);
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Company, token);
        if (camp is null || company is null || !actor.ActsFor(company.Id)) return Refusal.NotFound;
        if (!camp.TakesChallenges(now)) return new Refusal("ChallengesClosed");
        var today = LabTime.DateOf(now);
        if (!company.IsActive || !await db.Memberships.AnyAsync(m => m.CompanyId == company.Id && m.From <= today && (m.Until == null || m.Until >= today), token))
            return new Refusal("NotAMemberCompany");
        var challenge = Challenge.Create(camp.Id, company.Id);
        db.Challenges.Add(challenge);
        challenge.Describe(request.Details);
        await db.SaveChangesAsync(token);
        if (await SpecifyAsync(challenge, request.Details.Specifications, token) is { } refusal) return refusal;
        db.Record(nameof(Challenge), challenge.Id, "Created", actor, now);
        return challenge.Reference;
    }

    /// <summary>Adds, changes and removes rows as the form has them; lots hang on those that stay.</summary>
    private async Task<Refusal?> SpecifyAsync(Challenge challenge, IReadOnlyList<SpecificationDetails> wanted, CancellationToken token)
    {
        var there = challenge.Specifications.ToDictionary(s => s.Reference);
        if (wanted.Any(w => w.Reference is { } known && !there.ContainsKey(known))) return Refusal.ChangedMeanwhile;
        var stays = wanted.Select(w => w.Reference).OfType<Guid>().ToHashSet();
        var gone = there.Values.Where(s => !stays.Contains(s.Reference)).ToList();
        var ids = gone.ConvertAll(s => s.Id);
        if (ids.Count > 0 && await db.MeasuredLots.AnyAsync(l => ids.Contains(l.SpecificationId), token)) return new Refusal("SpecificationMeasured");
        db.Specifications.RemoveRange(gone);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Reference is { } known) there[known].Describe(i, wanted[i]);
            else db.Specifications.Add(Specification.Create(challenge.Id, i, wanted[i]));
        }

        return null;
    }

    private async Task<Refusal?> UnknownResourcesAsync(ChallengeDetails details, CancellationToken token)
    {
        var wanted = details.ResourceIds.Distinct().ToList();
        return wanted.Count > 0 && await db.Resources.CountAsync(r => wanted.Contains(r.Id), token) != wanted.Count
            ? new Refusal("NotKnown", nameof(details.ResourceIds))
            : null;
    }

    private async Task<Result<Done>> ChangeAsync(
        Guid reference, string act, Actor actor, Func<Challenge, Camp, DateTimeOffset, CancellationToken, Task<IReadOnlyList<Refusal>>> change, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            if (await FindOwnAsync(reference, actor, token) is not { } there) return Refusal.NotFound;
            if (await change(there.Challenge, there.Camp, now, token) is { Count: > 0 } refusals) return Result<Done>.Refused(refusals);
            if (db.Entry(there.Challenge).State == EntityState.Modified) db.RecordChange(there.Challenge, there.Challenge.Id, act, actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<(Challenge Challenge, Camp Camp)?> FindOwnAsync(Guid reference, Actor actor, CancellationToken token) =>
        await FindAsync(reference, token) is { } there && actor.ActsFor(there.Challenge.CompanyId) ? there : null;

    private async Task<(Challenge Challenge, Camp Camp)?> FindAsync(Guid reference, CancellationToken token)
    {
        var challenge = await db.Challenges.Include(c => c.Resources).Include(c => c.Specifications).AsSplitQuery().SingleOrDefaultAsync(c => c.Reference == reference, token);
        return challenge is null ? null : (challenge, await db.Camps.AsNoTracking().SingleAsync(c => c.Id == challenge.CampId, token));
    }

    private static bool IsOver(Camp camp) => camp.Status is CampStatus.Closed or CampStatus.Cancelled;

    private static Task<IReadOnlyList<Refusal>> Nothing => Task.FromResult<IReadOnlyList<Refusal>>([]);

    private static Task<IReadOnlyList<Refusal>> Of(Refusal refusal) => Task.FromResult<IReadOnlyList<Refusal>>([refusal]);
}

internal static class ChallengeLock
{
    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampOfChallengeAsync(this IncubatorDb db, Guid reference, CancellationToken token) => db.Camps
        .Where(c => db.Challenges.Any(x => x.Reference == reference && x.CampId == c.Id))
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
}
