using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff write what a camp is judged by; from the first score on it stays as it is.</summary>
public sealed class JuryCriteriaDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The criteria that the house offers, where the camp has none yet.</summary>
    public Task<Result<Done>> OfferAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        OnCriteriaAsync(camp, actor, async (found, criteria, now, token) =>
        {
            if (criteria.Count > 0) return new Refusal("JuryCriteriaThere");
            await AddAllAsync(found.Id, OfferedCriteria.All, token);
            db.Record(nameof(Camp), found.Id, "CriteriaOffered", actor, now);
            return default(Done);
        }, cancel);

    /// <summary>Those of another camp, where this one has none yet.</summary>
    public Task<Result<Done>> CopyAsync(Guid camp, Guid from, Actor actor, CancellationToken cancel = default) =>
        OnCriteriaAsync(camp, actor, async (found, criteria, now, token) =>
        {
            if (criteria.Count > 0) return new Refusal("JuryCriteriaThere");
            var source = await db.JuryCriteria.AsNoTracking().Include(c => c.Anchors)
                .Where(c => db.Camps.Any(x => x.Id == c.CampId && x.Reference == from)).OrderBy(c => c.Position).ToListAsync(token);
            if (source.Count == 0) return Refusal.NotFound;
            await AddAllAsync(found.Id, source.ConvertAll(c => c.Details), token);
            db.Record(nameof(Camp), found.Id, "CriteriaCopied", actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> AddAsync(Guid camp, JuryCriterionDetails details, Actor actor, CancellationToken cancel = default) =>
        details.Problems().ToList() is { Count: > 0 } problems
            ? Task.FromResult(Result<Done>.Refused(problems))
            : OnCriteriaAsync(camp, actor, async (found, criteria, now, token) =>
            {
                if (criteria.Count >= JuryCriterion.MostOfACamp) return new Refusal("JuryCriteriaFull").With("max", JuryCriterion.MostOfACamp);
                if (Taken(criteria, details.Aspect, null) is { } taken) return taken;
                var criterion = JuryCriterion.Create(found.Id, criteria.Count + 1, details);
                db.JuryCriteria.Add(criterion);
                await db.SaveChangesAsync(token);
                db.RecordChange(criterion, criterion.Id, "Created", actor, now);
                return default(Done);
            }, cancel);

    public Task<Result<Done>> EditAsync(Guid camp, long id, JuryCriterionDetails details, Guid seenVersion, Actor actor, CancellationToken cancel = default) =>
        details.Problems().ToList() is { Count: > 0 } problems
            ? Task.FromResult(Result<Done>.Refused(problems))
            : OnCriteriaAsync(camp, actor, (_, criteria, now, _) => Task.FromResult(Edit(criteria, id, details, seenVersion, actor, now)), cancel);

    public Task<Result<Done>> RemoveAsync(Guid camp, long id, Actor actor, CancellationToken cancel = default) =>
        OnCriteriaAsync(camp, actor, (_, criteria, now, _) =>
        {
            if (criteria.Find(c => c.Id == id) is not { } criterion) return Task.FromResult<Result<Done>>(Refusal.NotFound);
            db.JuryCriteria.Remove(criterion);
            db.Record(nameof(JuryCriterion), id, "Removed", actor, now);
            criteria.Remove(criterion);
            for (var at = 0; at < criteria.Count; at++) criteria[at].MoveTo(at + 1);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    /// <summary>One place up or down; at the end of the list nothing happens.</summary>
    public Task<Result<Done>> MoveAsync(Guid camp, long id, bool up, Actor actor, CancellationToken cancel = default) =>
        OnCriteriaAsync(camp, actor, (_, criteria, now, _) =>
        {
            var at = criteria.FindIndex(c => c.Id == id);
            if (at < 0) return Task.FromResult<Result<Done>>(Refusal.NotFound);
            var to = up ? at - 1 : at + 1;
            if (to < 0 || to >= criteria.Count) return Task.FromResult<Result<Done>>(default(Done));
            criteria[at].MoveTo(to + 1);
            criteria[to].MoveTo(at + 1);
            db.RecordChange(criteria[at], id, "Moved", actor, now);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    private Result<Done> Edit(List<JuryCriterion> criteria, long id, JuryCriterionDetails details, Guid seenVersion, Actor actor, DateTimeOffset now)
    {
        if (criteria.Find(c => c.Id == id) is not { } criterion) return Refusal.NotFound;
        if (criterion.Version != seenVersion) return Refusal.ChangedMeanwhile;
        if (Taken(criteria, details.Aspect, id) is { } taken) return taken;
        criterion.Describe(details);
        // Anchors lie in rows of their own; the version tells of them too.
        db.Entry(criterion).Property(c => c.Weight).IsModified = true;
        db.RecordChange(criterion, id, "Changed", actor, now);
        return default(Done);
    }

    private static Refusal? Taken(List<JuryCriterion> criteria, JuryAspect aspect, long? own) =>
        aspect != JuryAspect.Other && criteria.Exists(c => c.Aspect == aspect && c.Id != own) ? new Refusal("JuryAspectTaken", nameof(JuryCriterionDetails.Aspect)) : null;

    private async Task AddAllAsync(long campId, IReadOnlyList<JuryCriterionDetails> all, CancellationToken token)
    {
        for (var at = 0; at < all.Count; at++) db.JuryCriteria.Add(JuryCriterion.Create(campId, at + 1, all[at]));
        await db.SaveChangesAsync(token);
    }

    private async Task<Result<Done>> OnCriteriaAsync(
        Guid reference, Actor actor, Func<Camp, List<JuryCriterion>, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(reference, token);
            if (await db.Camps.SingleOrDefaultAsync(c => c.Reference == reference, token) is not { } camp) return Refusal.NotFound;
            if (await db.JurySheets.AnyAsync(s => s.CampId == camp.Id && s.Scores.Any(), token)) return new Refusal("JuryCriteriaInUse");
            var criteria = await db.JuryCriteria.Include(c => c.Anchors).Where(c => c.CampId == camp.Id).OrderBy(c => c.Position).ToListAsync(token);
            return await act(camp, criteria, now, token);
        }, cancel: cancel);
    }
}
