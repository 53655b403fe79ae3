using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Where staff write calls and let them out. Their forms and rubrics are <see cref="CallFormDesk"/>'s.</summary>
public sealed class CallDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Guid>> CreateAsync(CallDetails details, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            if (await UnknownCohortAsync(details, token) is { } unknown) return unknown;
            var call = Call.Create(details);
            db.Calls.Add(call);
            await db.SaveChangesAsync(token);
            db.RecordChange(call, call.Id, "Created", actor, now);
            return call.Reference;
        }, cancel: cancel);
    }

    /// <summary>
    /// What applicants rely on stays once it is published: the dates move only to the later, with a reason; the kind not at all.
    /// A deadline that has passed may be extended too: the call is open again then.
    /// </summary>
    public async Task<Result<Done>> EditAsync(EditCall request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var problems = request.Details.Problems().ToList();
        if (TextRules.Problem(request.Reason, HistoryEntry.ReasonMaxLength, nameof(request.Reason)) is { } tooLong) problems.Add(tooLong);
        if (problems.Count > 0) return Result<Done>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCallAsync(request.Reference, token);
            var call = await db.Calls.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (call is null) return Refusal.NotFound;
            if (call.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (call.IsPublished && FixedByPublishing(call, request, now) is { } refusal) return refusal;
            if (await UnknownCohortAsync(request.Details, token) is { } unknown) return unknown;
            var extended = call.IsPublished && request.Details.ClosesAt > call.ClosesAt;
            var closed = call.ClosesAt;
            call.Describe(request.Details);
            if (extended) await RemindNoMoreAsync(call.Id, closed, now, token);
            if (db.Entry(call).State == EntityState.Modified)
                db.RecordChange(call, call.Id, extended ? "Extended" : "Edited", actor, now, QuestionDetails.Tidy(request.Reason));
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>What was to be said of the earlier end.</summary>
    private async Task RemindNoMoreAsync(long callId, DateTimeOffset closed, DateTimeOffset now, CancellationToken token)
    {
        var drafts = await db.Applications.Where(a => a.CallId == callId && a.State == ApplicationState.Draft).Select(a => a.Id).ToListAsync(token);
        await db.WithdrawAllAsync(
            drafts.SelectMany(id => CallReminders.DaysAhead.Select(days => CallReminders.EventOf(id, closed, days))).Append(CallReminders.ClosedEvent(callId, closed)),
            now, token);
    }

    /// <summary>From now on everybody sees it; it needs a rubric, by which it will be judged.</summary>
    public async Task<Result<Done>> PublishAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCallAsync(reference, token);
            var call = await db.Calls.SingleOrDefaultAsync(c => c.Reference == reference, token);
            if (call is null) return Refusal.NotFound;
            if (call.IsPublished) return default(Done);
            if (call.ClosesAt <= now) return new Refusal("CallOverAlready", nameof(Call.ClosesAt));
            if (!await db.Criteria.AnyAsync(c => c.CallId == call.Id, token)) return new Refusal("RubricMissing");
            call.Publish(now);
            db.RecordChange(call, call.Id, "Published", actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>A new draft with the form and the rubric of an earlier call.</summary>
    public async Task<Result<Guid>> CloneAsync(Guid from, CallDetails details, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCallAsync(from, token);
            var old = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == from, token);
            if (old is null) return Refusal.NotFound;
            if (await UnknownCohortAsync(details, token) is { } unknown) return unknown;
            var call = Call.Create(details, old.Id);
            db.Calls.Add(call);
            await db.SaveChangesAsync(token);
            await CopyFormAsync(old.Id, call.Id, token);
            db.Record(nameof(Call), call.Id, "Cloned", actor, now, new Dictionary<string, string?[]> { ["ClonedFrom"] = [null, old.TitleEn] });
            return call.Reference;
        }, cancel: cancel);
    }

    private async Task CopyFormAsync(long from, long to, CancellationToken token)
    {
        var sections = await db.CallSections.AsNoTracking().Where(s => s.CallId == from).OrderBy(s => s.Position).ToListAsync(token);
        var questions = await db.CallQuestions.AsNoTracking().Include(q => q.Choices)
            .Where(q => q.CallId == from).OrderBy(q => q.Position).ToListAsync(token);
        foreach (var section in sections)
        {
            var copy = CallSection.Create(to, section.Position, section.Details);
            db.CallSections.Add(copy);
            // Its questions need its id.
            await db.SaveChangesAsync(token);
            db.CallQuestions.AddRange(questions.Where(q => q.SectionId == section.Id).Select(q => CallQuestion.Create(copy, q.Position, q.Details)));
        }

        var criteria = await db.Criteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CallId == from).ToListAsync(token);
        db.Criteria.AddRange(criteria.Select(c => Criterion.Create(to, c.Position, c.Details)));
    }

    private async Task<Refusal?> UnknownCohortAsync(CallDetails details, CancellationToken token) =>
        details.CohortId is { } id && !await db.Cohorts.AnyAsync(c => c.Id == id, token) ? new Refusal("NotKnown", nameof(details.CohortId)) : null;

    private static Refusal? FixedByPublishing(Call call, EditCall request, DateTimeOffset now)
    {
        var wanted = request.Details;
        if (wanted.Kind != call.Kind) return new Refusal("KindFixed", nameof(wanted.Kind));
        if (wanted.OpensAt != call.OpensAt && call.OpensAt <= now) return new Refusal("OpenedAlready", nameof(wanted.OpensAt));
        if (wanted.ClosesAt < call.ClosesAt) return new Refusal("DeadlineOnlyLater", nameof(wanted.ClosesAt));
        return (wanted.ClosesAt != call.ClosesAt || wanted.OpensAt != call.OpensAt) && string.IsNullOrWhiteSpace(request.Reason)
            ? new Refusal("DatesReasonMissing", nameof(request.Reason))
            : null;
    }
}

internal static class CallLock
{
    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCallAsync(this IncubatorDb db, Guid reference, CancellationToken token) => db.Calls.Where(c => c.Reference == reference)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
}
