using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Where a reviewer says whether a conflict stands in the way, writes, and submits. Everybody has only their own.</summary>
public sealed class ReviewDesk(IncubatorDb db, TimeProvider clock)
{
    public Task<Result<Done>> DeclareNoConflictAsync(Guid review, Actor actor, CancellationToken cancel = default) =>
        OnOwnAsync(review, actor, (found, now) =>
        {
            if (found.State == ReviewState.Draft) return default(Done);
            if (found.State != ReviewState.Asked) return new Refusal("ReviewNotOpen");
            found.DeclareNoConflict(now);
            db.Record(nameof(Review), found.Id, "Cleared", actor, now);
            return default(Done);
        }, cancel);

    /// <summary>A conflict of interest: the application is gone for the reviewer, and staff see why.</summary>
    public Task<Result<Done>> RecuseAsync(RecuseReview request, Actor actor, CancellationToken cancel = default)
    {
        if (!Enum.IsDefined(request.Kind)) return Task.FromResult<Result<Done>>(new Refusal("Missing", nameof(request.Kind)));
        if (TextRules.Problem(request.Note, Review.NoteMaxLength, nameof(request.Note)) is { } problem) return Task.FromResult<Result<Done>>(problem);
        return OnOwnAsync(request.Review, actor, (found, now) =>
        {
            if (found.State is not (ReviewState.Asked or ReviewState.Draft)) return new Refusal("ReviewNotOpen");
            db.RemoveRange(found.Scores);
            found.Recuse(request.Kind, Clean(request.Note));
            db.Record(nameof(Review), found.Id, nameof(ReviewState.Recused), actor, now,
                new Dictionary<string, string?[]> { [nameof(Review.Conflict)] = [null, request.Kind.ToString()] });
            return default(Done);
        }, cancel);
    }

    /// <summary>Keeps the draft, or submits it complete: each criterion scored, and a comment at 0, 1 and 5.</summary>
    /// <returns>The version to go on with.</returns>
    public async Task<Result<Guid>> SaveAsync(WriteReview request, Actor actor, CancellationToken cancel = default)
    {
        var problems = Problems(request).ToList();
        if (problems.Count > 0) return Result<Guid>.Refused(problems);
        Review? saved = null;
        var result = await OnOwnAsync(request.Review, actor, async (found, now, token) =>
        {
            if (found.State != ReviewState.Draft) return new Refusal("ReviewNotOpen");
            if (found.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var criteria = await db.Criteria.Where(c => db.Applications.Any(a => a.Id == found.ApplicationId && a.CallId == c.CallId))
                .OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(token);
            if (request.Scores.Any(s => !criteria.Contains(s.CriterionId))) return Refusal.NotFound;
            if (request.Submits && ReviewRules.Incomplete(criteria, request.Scores).ToList() is { Count: > 0 } missing) return Result<Done>.Refused(missing);
            found.Write([.. request.Scores.Select(s => s with { Comment = Clean(s.Comment) })], Clean(request.Summary), now);
            // Scores lie in rows of their own; the version tells of them too.
            db.Entry(found).Property(r => r.WrittenAt).IsModified = true;
            if (request.Submits)
            {
                found.Submit(now);
                db.Record(nameof(Review), found.Id, nameof(ReviewState.Submitted), actor, now);
            }

            saved = found;
            return default(Done);
        }, cancel);
        return result.Succeeded ? saved!.Version : Result<Guid>.Refused(result.Refusals);
    }

    internal static Task<int> LockAsync(IncubatorDb db, Guid review, CancellationToken token) => db.Reviews.Where(r => r.Reference == review)
        .ExecuteUpdateAsync(r => r.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);

    private static IEnumerable<Refusal> Problems(WriteReview request)
    {
        if (TextRules.Problem(request.Summary, Review.SummaryMaxLength, nameof(request.Summary)) is { } summary) yield return summary;
        for (var i = 0; i < request.Scores.Count; i++)
        {
            if (request.Scores[i].Score is < Criterion.MinScore or > Criterion.MaxScore)
                yield return new Refusal("OutOfRange", ReviewRules.ScoreField(i)).With("min", Criterion.MinScore).With("max", Criterion.MaxScore);
            if (TextRules.Problem(request.Scores[i].Comment, ReviewScore.CommentMaxLength, ReviewRules.CommentField(i)) is { } comment) yield return comment;
        }

        if (request.Scores.DistinctBy(s => s.CriterionId).Count() != request.Scores.Count) yield return Refusal.NotFound;
    }

    private Task<Result<Done>> OnOwnAsync(Guid review, Actor actor, Func<Review, DateTimeOffset, Result<Done>> act, CancellationToken cancel) =>
        OnOwnAsync(review, actor, (found, now, _) => Task.FromResult(act(found, now)), cancel);

    private async Task<Result<Done>> OnOwnAsync(
        Guid review, Actor actor, Func<Review, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (actor.PersonId is not { } person) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await LockAsync(db, review, token);
            var found = await db.Reviews.Include(r => r.Scores).SingleOrDefaultAsync(r => r.Reference == review && r.ReviewerId == person &&
                r.State != ReviewState.Recused && r.State != ReviewState.TakenOff, token);
            if (found is null) return Refusal.NotFound;
            var state = await db.Applications.Where(a => a.Id == found.ApplicationId).Select(a => a.State).SingleAsync(token);
            // Once decided only what staff gave back is wanted; a withdrawn application wants nothing.
            if (state is ApplicationState.Draft or ApplicationState.Withdrawn || (state != ApplicationState.Submitted && found.ReopenedAt is null))
                return new Refusal("ReviewNotWanted");
            var done = await act(found, now, token);
            if (done.Succeeded && found.State is ReviewState.Submitted or ReviewState.Recused) await db.RemindNoMoreAsync(found, now, token);
            return done;
        }, cancel: cancel);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
