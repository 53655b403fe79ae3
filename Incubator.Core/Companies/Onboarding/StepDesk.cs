using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Where staff say which steps there are, and publish the texts that are accepted.</summary>
public sealed class StepDesk(IncubatorDb db, TimeProvider clock)
{
    private readonly StepReminders reminders = new(db);

    public async Task<Result<Guid>> DefineAsync(StepDetails details, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        var problems = details.Problems().ToList();
        // Who had no notice of it must not be refused for it.
        if (details.ActiveFrom < LabTime.DateOf(now)) problems.Add(new Refusal("StepInPast", nameof(details.ActiveFrom)));
        if (problems.Count > 0) return Result<Guid>.Refused(problems);
        return await db.CommitAsync<Guid>(async token =>
        {
            var step = OnboardingStep.Create(details);
            db.OnboardingSteps.Add(step);
            await db.SaveChangesAsync(token);
            db.Record(nameof(OnboardingStep), step.Id, "Defined", actor, now);
            return step.Reference;
        }, cancel: cancel);
    }

    public Task<Result<Done>> EditAsync(EditStep request, Actor actor, CancellationToken cancel = default)
    {
        var problems = request.Details.Problems().ToList();
        if (problems.Count > 0) return Task.FromResult(Result<Done>.Refused(problems));
        return ChangeAsync(request.Step, request.SeenVersion, "Edited", actor, async (step, now, token) =>
        {
            if (request.Details.ActiveFrom != step.ActiveFrom && request.Details.ActiveFrom < LabTime.DateOf(now))
                return new Refusal("StepInPast", nameof(request.Details.ActiveFrom));
            // Whose evidence it is cannot change under the records.
            if (request.Details.PerPerson != step.PerPerson && await db.StepRecords.AnyAsync(r => r.StepId == step.Id, token))
                return new Refusal("StepHasRecords", nameof(request.Details.PerPerson));
            step.Describe(request.Details);
            return null;
        }, cancel);
    }

    /// <summary>Asked for no more from that local day on; what was accepted stays readable.</summary>
    public Task<Result<Done>> RetireAsync(Guid reference, DateOnly from, Guid seenVersion, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, seenVersion, "Retired", actor, (step, now, _) =>
        {
            if (from < OnboardingStep.Earliest || from > OnboardingStep.Latest)
                return Task.FromResult<Refusal?>(new Refusal("OutOfRange", "From").With("min", OnboardingStep.Earliest).With("max", OnboardingStep.Latest));
            step.Retire(from);
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    public Task<Result<Done>> TakeUpAgainAsync(Guid reference, Guid seenVersion, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(reference, seenVersion, "TakenUpAgain", actor, (step, _, _) =>
        {
            step.TakeUpAgain();
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>A new version of the step's text. Where it asks anew, what was accepted before ends the day before.</summary>
    public async Task<Result<int>> PublishAsync(PublishText request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        var problems = new[] { TextTemplate.Problem(request.BodyHu, nameof(request.BodyHu)), TextTemplate.Problem(request.BodyEn, nameof(request.BodyEn)) }
            .OfType<Refusal>().ToList();
        if (request.AsksAnewFrom < LabTime.DateOf(now)) problems.Add(new Refusal("StepInPast", nameof(request.AsksAnewFrom)));
        if (request.AsksAnewFrom > OnboardingStep.Latest)
            problems.Add(new Refusal("OutOfRange", nameof(request.AsksAnewFrom)).With("min", LabTime.DateOf(now)).With("max", OnboardingStep.Latest));
        if (problems.Count > 0) return Result<int>.Refused(problems);
        return await db.CommitAsync<int>(async token =>
        {
            var step = await db.OnboardingSteps.SingleOrDefaultAsync(s => s.Reference == request.Step, token);
            if (step is not { HasText: true }) return Refusal.NotFound;
            var latest = await db.StepTexts.Where(t => t.StepId == step.Id).MaxAsync(t => (int?)t.Number, token) ?? 0;
            if (latest != request.SeenNumber) return Refusal.ChangedMeanwhile;
            var text = StepText.Publish(step.Id, latest + 1, request.BodyHu, request.BodyEn, request.AsksAnewFrom, now, actor.PersonId);
            db.StepTexts.Add(text);
            db.Record(nameof(OnboardingStep), step.Id, "TextPublished", actor, now, new Dictionary<string, string?[]>
            {
                ["Text"] = [latest == 0 ? null : HistoryBook.Text(latest), HistoryBook.Text(text.Number)],
                [nameof(StepText.AsksAnewFrom)] = [null, HistoryBook.Text(request.AsksAnewFrom)],
            });
            if (request.AsksAnewFrom is { } from) await EndEarlierAsync(step, from.AddDays(-1), now, token);
            return text.Number;
        }, table => table == nameof(IncubatorDb.StepTexts) ? Refusal.ChangedMeanwhile : null, cancel);
    }

    private async Task EndEarlierAsync(OnboardingStep step, DateOnly lastDay, DateTimeOffset now, CancellationToken token)
    {
        foreach (var record in await db.StepRecords.Where(r => r.StepId == step.Id && r.State == RecordState.Accepted &&
            (r.ValidUntil == null || r.ValidUntil > lastDay)).ToListAsync(token))
        {
            await reminders.WithdrawAsync(record, now, token);
            record.EndOn(lastDay);
            await reminders.RemindAsync(record, step, now, token);
        }
    }

    private async Task<Result<Done>> ChangeAsync(
        Guid reference, Guid seenVersion, string act, Actor actor,
        Func<OnboardingStep, DateTimeOffset, CancellationToken, Task<Refusal?>> change, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) return Refusal.NotFound;
        return await db.CommitAsync<Done>(async token =>
        {
            var step = await db.OnboardingSteps.SingleOrDefaultAsync(s => s.Reference == reference, token);
            if (step is null) return Refusal.NotFound;
            if (step.Version != seenVersion) return Refusal.ChangedMeanwhile;
            if (await change(step, now, token) is { } refusal) return refusal;
            if (db.Entry(step).State == EntityState.Modified) db.RecordChange(step, step.Id, act, actor, now);
            return default(Done);
        }, cancel: cancel);
    }
}
