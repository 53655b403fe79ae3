using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A challenge as one reader may see it.</summary>
/// <param name="Inside">The confidential part; null where it is not for this reader.</param>
/// <param name="MustAgree">Named: reads it once they agree to keep it.</param>
public sealed record OpenedChallenge(
    long Id, Guid Reference, Guid Version, long CampId, long CompanyId, ChallengeState State, Confidentiality Confidentiality, LocalName Title, LocalName Summary,
    string? DecisionReason, ChallengeVisitor Visitor, bool MustAgree, ChallengeInside? Inside);

/// <summary>What is confidential of a challenge.</summary>
public sealed record ChallengeInside(
    string Problem, string Product, string Success, string? Equipment, IReadOnlyList<long> ResourceIds, IReadOnlyList<Specification> Specifications,
    IReadOnlyList<Attachment> Files);

/// <summary>Somebody to be named, or not to be any more.</summary>
public sealed record NameReader
{
    public required Guid Challenge { get; init; }

    /// <summary>One of the camp's crew.</summary>
    public Guid? CrewMember { get; init; }

    /// <summary>One of a team that works on the challenge.</summary>
    public Guid? Participant { get; init; }
}

/// <summary>
/// The only door to what is confidential of a challenge: asks who may read, keeps who agreed, and records who opened what. A participant
/// without an account is known by the hash of their link's secret.
/// </summary>
public sealed class ChallengeReading(IncubatorDb db, DocumentArchive archive, TimeProvider clock)
{
    /// <summary>Not found where not even its title is for the reader.</summary>
    public async Task<Result<OpenedChallenge>> OpenAsync(Guid reference, Actor actor, string? linkHash = null, CancellationToken cancel = default)
    {
        if (await FindAsync(reference, actor, linkHash, cancel) is not { } found) return Refusal.NotFound;
        var (challenge, visitor, participant) = found;
        var mayRead = ChallengeRules.MayRead(challenge.Confidentiality, challenge.State, visitor);
        if (mayRead) await RecordAsync(challenge, visitor, actor, participant, null, cancel);
        var inside = !mayRead ? null : new ChallengeInside(
            challenge.Problem, challenge.Product, challenge.Success, challenge.Equipment, [.. challenge.Resources.Select(r => r.ResourceId)],
            [.. challenge.Specifications.OrderBy(s => s.Position)],
            await db.Attachments.AsNoTracking().Where(a => a.Subject == nameof(Challenge) && a.SubjectId == challenge.Id).OrderBy(a => a.FileName).ToListAsync(cancel));
        return new OpenedChallenge(
            challenge.Id, challenge.Reference, challenge.Version, challenge.CampId, challenge.CompanyId, challenge.State, challenge.Confidentiality,
            new(challenge.TitleHu, challenge.TitleEn), new(challenge.SummaryHu, challenge.SummaryEn), challenge.DecisionReason, visitor,
            ChallengeRules.MustAgreeFirst(challenge.Confidentiality, challenge.State, visitor), inside);
    }

    /// <summary>A file of the confidential part with its bytes.</summary>
    public async Task<Result<(Attachment File, byte[] Bytes)>> OpenFileAsync(
        Guid reference, Guid file, Actor actor, string? linkHash = null, CancellationToken cancel = default)
    {
        if (await FindAsync(reference, actor, linkHash, cancel) is not { } found) return Refusal.NotFound;
        var (challenge, visitor, participant) = found;
        if (!ChallengeRules.MayRead(challenge.Confidentiality, challenge.State, visitor)) return Refusal.NotFound;
        var attachment = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(
            a => a.Reference == file && a.Subject == nameof(Challenge) && a.SubjectId == challenge.Id, cancel);
        if (attachment is null || await archive.ReadAsync(attachment.Id, cancel) is not { } bytes) return Refusal.NotFound;
        await RecordAsync(challenge, visitor, actor, participant, attachment.Id, cancel);
        return (attachment, bytes);
    }

    /// <summary>A named reader agrees once to keep what they read; said with the number of the words that were shown.</summary>
    public async Task<Result<Done>> AgreeAsync(Guid reference, int pledge, Actor actor, string? linkHash = null, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            if (await FindAsync(reference, actor, linkHash, token) is not { } found) return Refusal.NotFound;
            if (pledge != ChallengeRules.PledgeNumber) return Refusal.ChangedMeanwhile;
            var reader = await db.ChallengeReaders.FirstOrDefaultAsync(r => r.ChallengeId == found.Challenge.Id &&
                ((r.PersonId != null && r.PersonId == actor.PersonId) || (r.ParticipantId != null && r.ParticipantId == found.ParticipantId)), token);
            if (reader is null) return Refusal.NotFound;
            if (reader.AgreedAt is not null) return default(Done);
            reader.Agree(pledge, now);
            db.Record(nameof(Challenge), found.Challenge.Id, "ReaderAgreed", actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>The company or staff name one of the crew, or one of a team on the challenge.</summary>
    public Task<Result<Done>> NameAsync(NameReader request, Actor actor, CancellationToken cancel = default) => ForOwnerAsync(request.Challenge, actor, async (challenge, now, token) =>
    {
        var person = await db.CrewMembers.Where(m => m.Reference == request.CrewMember && m.CampId == challenge.CampId).Select(m => (long?)m.PersonId).SingleOrDefaultAsync(token);
        var participant = await db.Participants.Where(p => p.Reference == request.Participant && p.CampId == challenge.CampId && p.State == ParticipantState.Admitted &&
                db.TeamMembers.Any(m => m.ParticipantId == p.Id && db.Teams.Any(t => t.Id == m.TeamId && t.ChallengeId == challenge.Id)))
            .Select(p => (long?)p.Id).SingleOrDefaultAsync(token);
        if (person is null && participant is null) return new Refusal("NotKnown", "Reader");
        if (await db.ChallengeReaders.AnyAsync(r => r.ChallengeId == challenge.Id && ((r.PersonId != null && r.PersonId == person) || (r.ParticipantId != null && r.ParticipantId == participant)), token)) return null;
        db.ChallengeReaders.Add(person is { } crew ? ChallengeReader.OfPerson(challenge.Id, crew, now) : ChallengeReader.OfParticipant(challenge.Id, participant!.Value, now));
        db.Record(nameof(Challenge), challenge.Id, "ReaderNamed", actor, now);
        return null;
    }, cancel);

    /// <summary>Reads it no more from now on; what was opened stays recorded.</summary>
    public Task<Result<Done>> RemoveAsync(Guid challenge, Guid reader, Actor actor, CancellationToken cancel = default) => ForOwnerAsync(challenge, actor, async (found, now, token) =>
    {
        if (await db.ChallengeReaders.SingleOrDefaultAsync(r => r.Reference == reader && r.ChallengeId == found.Id, token) is not { } there) return Refusal.NotFound;
        db.ChallengeReaders.Remove(there);
        db.Record(nameof(Challenge), found.Id, "ReaderRemoved", actor, now);
        return null;
    }, cancel);

    private async Task<Result<Done>> ForOwnerAsync(Guid reference, Actor actor, Func<Challenge, DateTimeOffset, CancellationToken, Task<Refusal?>> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampOfChallengeAsync(reference, token);
            var challenge = await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, token);
            if (challenge is null || !actor.ActsFor(challenge.CompanyId)) return Refusal.NotFound;
            return await act(challenge, now, token) is { } refusal ? refusal : default(Done);
        }, cancel: cancel);
    }

    private async Task<(Challenge Challenge, ChallengeVisitor Visitor, long? ParticipantId)?> FindAsync(Guid reference, Actor actor, string? linkHash, CancellationToken cancel)
    {
        var challenge = await db.Challenges.AsNoTracking().Include(c => c.Resources).Include(c => c.Specifications).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Reference == reference, cancel);
        if (challenge is null) return null;
        var participant = await db.ParticipantOfAsync(challenge.CampId, actor, linkHash, cancel);
        var visitor = await db.VisitorOfAsync(challenge, actor, participant, cancel);
        var isHidden = !actor.IsStaff && !await db.Camps.AnyAsync(c => c.Id == challenge.CampId && c.IsPublic, cancel);
        return ChallengeRules.MaySee(challenge.State, visitor) && !isHidden ? (challenge, visitor, participant) : null;
    }

    /// <summary>Its company and staff open their own; what is open to everybody needs no record.</summary>
    private async Task RecordAsync(Challenge challenge, ChallengeVisitor visitor, Actor actor, long? participant, long? file, CancellationToken cancel)
    {
        if (visitor.IsStaff || visitor.IsOwner || challenge.Confidentiality == Confidentiality.Open) return;
        var opening = ChallengeOpening.Create(challenge.Id, actor.PersonId, participant, file, clock.GetUtcNow());
        await db.CommitAsync<Done>(_ =>
        {
            db.ChallengeOpenings.Add(opening);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel: cancel);
    }
}

internal static class ChallengeVisitors
{
    /// <summary>The participant who asks: by their account, or by the hash of their link's secret.</summary>
    public static Task<long?> ParticipantOfAsync(this IncubatorDb db, long campId, Actor actor, string? linkHash, CancellationToken cancel) =>
        actor.PersonId is null && linkHash is null ? Task.FromResult<long?>(null) : db.Participants
            .Where(p => p.CampId == campId && p.State == ParticipantState.Admitted && ((p.PersonId != null && p.PersonId == actor.PersonId) ||
                db.ParticipantLinks.Any(l => l.ParticipantId == p.Id && l.TokenHash == linkHash)))
            .OrderBy(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);

    public static async Task<ChallengeVisitor> VisitorOfAsync(this IncubatorDb db, Challenge challenge, Actor actor, long? participant, CancellationToken cancel)
    {
        var reader = await db.ChallengeReaders.AsNoTracking().Where(r => r.ChallengeId == challenge.Id &&
            ((r.PersonId != null && r.PersonId == actor.PersonId) || (r.ParticipantId != null && r.ParticipantId == participant))).ToListAsync(cancel);
        var isInTeam = participant is not null && await db.TeamMembers.AnyAsync(m => m.ParticipantId == participant, cancel);
        var isOfCrew = actor.PersonId is not null && await db.CrewMembers.AnyAsync(m => m.CampId == challenge.CampId && m.PersonId == actor.PersonId, cancel);
        return new ChallengeVisitor
        {
            IsStaff = actor.IsStaff,
            IsOwner = !actor.IsStaff && actor.ActsFor(challenge.CompanyId),
            IsOfCamp = isInTeam || isOfCrew,
            IsNamed = reader.Count > 0,
            HasAgreed = reader.Any(r => r.AgreedAt is not null),
        };
    }
}
