using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

public sealed record PlanMilestone
{
    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    /// <summary>The <see cref="CohortMember"/> of a new one.</summary>
    public Guid? Member { get; init; }

    public required string? Text { get; init; }

    /// <summary>One of the company's goals; its words are taken.</summary>
    public long? GoalId { get; init; }

    /// <summary>In own words where <see cref="GoalId"/> is null.</summary>
    public string? Goal { get; init; }

    public required DateOnly DueOn { get; init; }

    public Guid? SeenVersion { get; init; }
}

public sealed record FinishMilestone
{
    public required Guid Reference { get; init; }

    /// <summary>Local day; not in the future.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Words or a file, or both.</summary>
    public string? Evidence { get; init; }

    public string? FileName { get; init; }

    public byte[] Bytes { get; init; } = [];
}

/// <summary>Where a company and staff agree on milestones and say what became of them. Whose company it is not finds nothing.</summary>
public sealed class MilestoneDesk(IncubatorDb db, DocumentArchive archive, TimeProvider clock)
{
    /// <summary>Whoever proposes agrees for their side; the other side is still to agree.</summary>
    public async Task<Result<Guid>> PlanAsync(PlanMilestone request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (Problems(request).ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var words = request.Text!.Trim();
        return await db.CommitAsync<Guid>(async token =>
        {
            if (request.Reference is { } known)
            {
                if (await FindAsync(known, actor, token) is not { } there) return Refusal.NotFound;
                if (Unchangeable(there) is { } refusal) return refusal;
                if (there.Milestone.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
                if (await GoalAsync(request, there.Member.CompanyId, token) is not { } agreed) return new Refusal("Missing", nameof(request.GoalId));
                var was = there.Milestone.DueOn;
                there.Milestone.Describe(words, agreed, request.DueOn, request.GoalId);
                if (db.Entry(there.Milestone).State != EntityState.Modified) return known;
                there.Milestone.Agree(actor.IsStaff, actor.PersonId, now);
                db.RecordChange(there.Milestone, there.Milestone.Id, "Edited", actor, now);
                if (request.DueOn != was) await RemindNoMoreAsync(there.Milestone, was, now, token);
                return known;
            }

            var member = await db.CohortMembers.SingleOrDefaultAsync(m => m.Reference == request.Member, token);
            if (member is null || !actor.ActsFor(member.CompanyId)) return Refusal.NotFound;
            if (member.State != CohortMemberState.Active) return new Refusal("NotInCohortAnyMore");
            if (await GoalAsync(request, member.CompanyId, token) is not { } goal) return new Refusal("Missing", nameof(request.GoalId));
            var milestone = Milestone.Create(member.Id, words, goal, request.DueOn, request.GoalId);
            milestone.Agree(actor.IsStaff, actor.PersonId, now);
            db.Milestones.Add(milestone);
            await db.SaveChangesAsync(token);
            db.Record(nameof(Milestone), milestone.Id, "Proposed", actor, now);
            return milestone.Reference;
        }, cancel: cancel);
    }

    /// <summary>For the actor's side: staff, or the company. What was seen must still stand.</summary>
    public Task<Result<Done>> AgreeAsync(Guid reference, Guid seenVersion, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, "Agreed", null, actor, (milestone, now) =>
        {
            if (milestone.Version != seenVersion) return Refusal.ChangedMeanwhile;
            milestone.Agree(actor.IsStaff, actor.PersonId, now);
            return null;
        }, cancel);

    public Task<Result<Done>> BeginAsync(Guid reference, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, "Begun", null, actor, (milestone, now) =>
        {
            milestone.Begin(LabTime.DateOf(now));
            return null;
        }, cancel);

    /// <summary>The day is put off; the old one and the reason are kept.</summary>
    public async Task<Result<Done>> SlipAsync(Guid reference, DateOnly dueOn, string? reason, Actor actor, CancellationToken cancel = default) =>
        ReasonProblem(reason) is { } problem ? problem : await ChangeAsync(reference, "Slipped", reason!.Trim(), actor, (milestone, now) =>
        {
            if (dueOn <= milestone.DueOn) return new Refusal("NotLater", "DueOn").With("due", milestone.DueOn);
            if (dueOn < LabTime.DateOf(now)) return new Refusal("DayInPast", "DueOn");
            milestone.Slip(dueOn, reason!.Trim(), actor.PersonId, now);
            return null;
        }, cancel);

    public async Task<Result<Done>> DropAsync(Guid reference, string? reason, Actor actor, CancellationToken cancel = default) =>
        ReasonProblem(reason) is { } problem ? problem : await ChangeAsync(reference, "Dropped", reason!.Trim(), actor, (milestone, _) =>
        {
            milestone.Drop(reason!.Trim());
            return null;
        }, cancel);

    public async Task<Result<Done>> FinishAsync(FinishMilestone request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var evidence = string.IsNullOrWhiteSpace(request.Evidence) ? null : request.Evidence.Trim();
        if (evidence is null && request.Bytes.Length == 0) return new Refusal("EvidenceMissing", nameof(request.Evidence));
        if (TextRules.Problem(evidence, Milestone.EvidenceMaxLength, nameof(request.Evidence)) is { } problem) return problem;
        if (request.On > LabTime.DateOf(now)) return new Refusal("DayInFuture", nameof(request.On));
        return await db.CommitAsync<Done>(async token =>
        {
            if (await FindAsync(request.Reference, actor, token) is not { } there) return Refusal.NotFound;
            if (there.Milestone.State == MilestoneState.Done) return default(Done);
            if (Unchangeable(there) is { } refusal) return refusal;
            there.Milestone.Finish(request.On, evidence);
            db.RecordChange(there.Milestone, there.Milestone.Id, "Done", actor, now);
            await RemindNoMoreAsync(there.Milestone, there.Milestone.DueOn, now, token);
            if (request.Bytes.Length == 0) return default(Done);
            var kept = await archive.KeepWithinAsync(new KeepFile
            {
                Subject = nameof(Milestone),
                SubjectId = there.Milestone.Id,
                Kind = AttachmentKind.Document,
                FileName = request.FileName ?? "",
                Bytes = request.Bytes,
            }, actor, now, token);
            return kept.Succeeded ? default(Done) : Result<Done>.Refused(kept.Refusals);
        }, cancel: cancel);
    }

    /// <summary>Staff open again what was called done or dropped by mistake.</summary>
    public async Task<Result<Done>> ReopenAsync(Guid reference, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (ReasonProblem(reason) is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await FindAsync(reference, actor, token) is not { } there) return Refusal.NotFound;
            if (there.Milestone.State == MilestoneState.Open) return default(Done);
            there.Milestone.Reopen();
            db.RecordChange(there.Milestone, there.Milestone.Id, "Reopened", actor, now, reason!.Trim());
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<Done>> ChangeAsync(
        Guid reference, string act, string? reason, Actor actor, Func<Milestone, DateTimeOffset, Refusal?> change, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await FindAsync(reference, actor, token) is not { } there) return Refusal.NotFound;
            if (Unchangeable(there) is { } closed) return closed;
            var was = there.Milestone.DueOn;
            if (change(there.Milestone, now) is { } refusal) return refusal;
            if (db.Entry(there.Milestone).State == EntityState.Modified) db.RecordChange(there.Milestone, there.Milestone.Id, act, actor, now, reason);
            if (there.Milestone.State != MilestoneState.Open || there.Milestone.DueOn != was) await RemindNoMoreAsync(there.Milestone, was, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Saved first: a sweep that tells of the milestone at this instant holds its row, and is done before anything is withdrawn.</summary>
    private async Task RemindNoMoreAsync(Milestone milestone, DateOnly dueOn, DateTimeOffset now, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        await db.WithdrawAsync(MilestoneReminders.EventOf(milestone.Id, dueOn), now, token);
    }

    private async Task<Found?> FindAsync(Guid reference, Actor actor, CancellationToken token)
    {
        var milestone = await db.Milestones.Include(m => m.Slips).SingleOrDefaultAsync(m => m.Reference == reference, token);
        if (milestone is null) return null;
        var member = await db.CohortMembers.SingleAsync(m => m.Id == milestone.MemberId, token);
        return actor.ActsFor(member.CompanyId) ? new Found(milestone, member) : null;
    }

    /// <summary>Null where the company has no such goal.</summary>
    private async Task<string?> GoalAsync(PlanMilestone request, long companyId, CancellationToken token) => request.GoalId is { } id
        ? await db.CompanyGoals.Where(g => g.Id == id && g.CompanyId == companyId).Select(g => g.Words).SingleOrDefaultAsync(token)
        : request.Goal!.Trim();

    private static Refusal? Unchangeable(Found there) =>
        there.Member.State != CohortMemberState.Active ? new Refusal("NotInCohortAnyMore")
        : there.Milestone.State != MilestoneState.Open ? new Refusal("MilestoneClosed")
        : null;

    private static Refusal? ReasonProblem(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("Missing", "Reason")
        : TextRules.Problem(reason, Milestone.ReasonMaxLength, "Reason");

    private static IEnumerable<Refusal> Problems(PlanMilestone request)
    {
        foreach (var (text, field, max) in new[]
        {
            (request.Text, nameof(request.Text), Milestone.TextMaxLength), (request.Goal, nameof(request.Goal), Milestone.GoalMaxLength),
        })
        {
            if (field == nameof(request.Goal) && request.GoalId is not null) continue;
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (request.DueOn.Year is < 2020 or > 2100) yield return new Refusal("NotADate", nameof(request.DueOn));
    }

    private sealed record Found(Milestone Milestone, CohortMember Member);
}
