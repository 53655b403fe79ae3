using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// Where companies hand in what their steps ask for, and staff decide about it. Every act locks the company as booking does,
/// so that a booking sees the gate either before it or after.
/// </summary>
public sealed class OnboardingDesk(IncubatorDb db, DocumentArchive archive, TimeProvider clock)
{
    private readonly StepReminders reminders = new(db);

    /// <summary>
    /// Hands in the evidence; it waits for staff. What staff hand in themselves, and the word that nothing is sold, counts at once.
    /// </summary>
    public async Task<Result<Guid>> SubmitAsync(SubmitEvidence request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        if (!actor.ActsFor(request.CompanyId)) return Refusal.NotFound;
        return await db.CommitAsync<Guid>(async token =>
        {
            await LockAsync(request.CompanyId, token);
            var found = await FindStepAsync(request.Step, request.CompanyId, request.PersonId, today, token);
            if (!found.Succeeded) return Result<Guid>.Refused(found.Refusals);
            var step = found.Value;
            if (await MayNotAsync(step, request.CompanyId, request.PersonId, actor, token) is { } refused) return refused;
            // Who does not type their name under the text hands in the signed scan.
            if (step.HasText && request.File is null && !actor.IsStaff) return new Refusal("FileMissing", "File");
            // Staff who confirm need no paper.
            var confirms = actor.IsStaff && step.Doer == StepDoer.Staff;
            if (OnboardingRules.Problems(step, request.Given, request.File is not null || confirms, today).ToList() is { Count: > 0 } problems)
                return Result<Guid>.Refused(problems);

            var textNumber = step.HasText ? await LatestNumberAsync(step.Id, token) : null;
            var record = StepRecord.Submit(step, request.CompanyId, request.PersonId, request.Given, textNumber, now, actor.PersonId);
            await AddAsync(record, now, token);
            if (request.File is { } file)
            {
                var kept = await archive.KeepWithinAsync(new KeepFile
                {
                    Subject = nameof(StepRecord),
                    SubjectId = record.Id,
                    Kind = AttachmentKind.Document,
                    FileName = file.FileName,
                    Bytes = file.Bytes,
                }, actor, now, token);
                if (!kept.Succeeded) return Result<Guid>.Refused(kept.Refusals);
            }

            db.Record(nameof(StepRecord), record.Id, "Submitted", actor, now);
            if (actor.IsStaff || request.Given.NotForSale) await AcceptWithinAsync(record, step, request.Given.ValidUntil, actor, now, token);
            return record.Reference;
        }, cancel: cancel);
    }

    /// <summary>Accepts the step's text with a typed name; it counts at once. Who it binds does it, nobody for them.</summary>
    public async Task<Result<Guid>> AcceptTextAsync(AcceptText request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        if (actor.PersonId is null || !actor.CompanyIds.Contains(request.CompanyId)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(request.Name)) return new Refusal("Missing", nameof(request.Name));
        if (TextRules.Problem(request.Name, StepRecord.AcceptedNameMaxLength, nameof(request.Name)) is { } malformed) return malformed;
        return await db.CommitAsync<Guid>(async token =>
        {
            await LockAsync(request.CompanyId, token);
            var step = await db.OnboardingSteps.SingleOrDefaultAsync(s => s.Reference == request.Step, token);
            if (step is not { HasText: true }) return Refusal.NotFound;
            var personId = step.PerPerson ? actor.PersonId : null;
            var found = await FindStepAsync(request.Step, request.CompanyId, personId, today, token);
            if (!found.Succeeded) return Result<Guid>.Refused(found.Refusals);
            if (await MayNotAsync(step, request.CompanyId, personId, actor, token) is { } refused) return refused;
            var made = await MakeTextAsync(step, request.CompanyId, actor, today, token);
            if (!made.Succeeded) return Result<Guid>.Refused(made.Refusals);
            var (number, text) = made.Value;
            if (text.Hash != request.SeenHash) return Refusal.ChangedMeanwhile;
            if (text.Lacking.Count > 0) return new Refusal("TextLacksFacts").With("names", string.Join(", ", text.Lacking.Select(l => $"{{{l}}}")));

            var record = StepRecord.Submit(step, request.CompanyId, personId, new EvidenceGiven(), number, now, actor.PersonId);
            await AddAsync(record, now, token);
            db.AcceptedTexts.Add(AcceptedText.Of(record.Id, text));
            record.SignAs(request.Name, OnboardingRules.ValidUntil(step, today, null), now, actor.PersonId);
            await CountAsync(record, step, now, token);
            db.Record(nameof(StepRecord), record.Id, "TextAccepted", actor, now,
                new Dictionary<string, string?[]> { ["Text"] = [null, $"{number}, SHA-256 {text.Hash}"] });
            return record.Reference;
        }, cancel: cancel);
    }

    /// <summary>The step's latest text with the company's data, as the acting person would accept it now.</summary>
    public async Task<Result<TextToAccept>> ReadTextAsync(Guid step, long companyId, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.ActsFor(companyId)) return Refusal.NotFound;
        var found = await db.OnboardingSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Reference == step, cancel);
        if (found is not { HasText: true }) return Refusal.NotFound;
        return await MakeTextAsync(found, companyId, actor, LabTime.DateOf(clock.GetUtcNow()), cancel);
    }

    public Task<Result<Done>> AcceptAsync(DecideRecord request, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(request, RecordState.Submitted, actor, async (record, step, now, token) =>
        {
            var until = request.ValidUntil ?? record.ValidUntil;
            if (step.Validity == StepValidity.UntilGiven && until is null) return new Refusal("Missing", nameof(request.ValidUntil));
            if (until < LabTime.DateOf(now)) return new Refusal("ValidityOver", nameof(request.ValidUntil));
            if (until < record.ValidFrom) return new Refusal("ValidityOrder", nameof(request.ValidUntil));
            await AcceptWithinAsync(record, step, until, actor, now, token);
            return null;
        }, cancel);

    public Task<Result<Done>> RefuseAsync(DecideRecord request, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(request, RecordState.Submitted, actor, async (record, step, now, token) =>
        {
            if (Reasonless(request) is { } missing) return missing;
            record.Refuse(request.Reason!, now, actor.PersonId);
            db.Record(nameof(StepRecord), record.Id, "Refused", actor, now, reason: record.Reason);
            await reminders.TellDecisionAsync(StepReminders.Refused, record, step, now, token);
            return null;
        }, cancel);

    /// <summary>What was accepted counts no more. Reservations that hung on it stay; they are listed for staff and the company.</summary>
    public Task<Result<Done>> RevokeAsync(DecideRecord request, Actor actor, CancellationToken cancel = default) =>
        DecideAsync(request, RecordState.Accepted, actor, async (record, step, now, token) =>
        {
            if (Reasonless(request) is { } missing) return missing;
            await reminders.WithdrawAsync(record, now, token);
            record.Revoke(request.Reason!, now, actor.PersonId);
            db.Record(nameof(StepRecord), record.Id, "Revoked", actor, now, reason: record.Reason);
            await reminders.TellDecisionAsync(StepReminders.Revoked, record, step, now, token);
            return null;
        }, cancel);

    private async Task<Result<Done>> DecideAsync(
        DecideRecord request, RecordState from, Actor actor,
        Func<StepRecord, OnboardingStep, DateTimeOffset, CancellationToken, Task<Refusal?>> decide, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(request.Reason, StepRecord.ReasonMaxLength, nameof(request.Reason)) is { } malformed) return malformed;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var companyId = await db.StepRecords.Where(r => r.Reference == request.Record).Select(r => r.CompanyId).SingleOrDefaultAsync(token);
            if (companyId == 0) return Refusal.NotFound;
            await LockAsync(companyId, token);
            var record = await db.StepRecords.SingleAsync(r => r.Reference == request.Record, token);
            if (request.SeenVersion is { } seen && seen != record.Version) return Refusal.ChangedMeanwhile;
            if (record.State != from) return new Refusal("RecordDecided");
            var step = await db.OnboardingSteps.SingleAsync(s => s.Id == record.StepId, token);
            return await decide(record, step, now, token) is { } refusal ? refusal : default(Done);
        }, cancel: cancel);
    }

    private async Task AcceptWithinAsync(
        StepRecord record, OnboardingStep step, DateOnly? given, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var asksAnew = record.TextNumber is { } number
            ? await db.StepTexts.Where(t => t.StepId == step.Id && t.Number > number && t.AsksAnewFrom != null).MinAsync(t => t.AsksAnewFrom, token)
            : null;
        record.Accept(OnboardingRules.ValidUntil(step, LabTime.DateOf(now), given, asksAnew), now, actor.PersonId);
        db.Record(nameof(StepRecord), record.Id, "Accepted", actor, now, record.ValidUntil is { } until
            ? new Dictionary<string, string?[]> { [nameof(StepRecord.ValidUntil)] = [null, HistoryBook.Text(until)] }
            : null);
        await CountAsync(record, step, now, token);
    }

    /// <summary>Reminds of the new one, and no more of those whose place it takes without a gap.</summary>
    private async Task CountAsync(StepRecord record, OnboardingStep step, DateTimeOffset now, CancellationToken token)
    {
        var earlier = await db.StepRecords.Where(r => r.StepId == record.StepId && r.CompanyId == record.CompanyId &&
            r.PersonId == record.PersonId && r.Id != record.Id && r.State == RecordState.Accepted && r.ValidUntil != null).ToListAsync(token);
        foreach (var old in earlier.Where(r =>
            (record.ValidFrom is null || record.ValidFrom <= r.ValidUntil!.Value.AddDays(1)) && (record.ValidUntil is null || record.ValidUntil >= r.ValidUntil)))
            await reminders.WithdrawAsync(old, now, token);
        await reminders.RemindAsync(record, step, now, token);
    }

    /// <summary>Saves it once for its id; one that still waits gives way.</summary>
    private async Task AddAsync(StepRecord record, DateTimeOffset now, CancellationToken token)
    {
        foreach (var waiting in await db.StepRecords.Where(r => r.StepId == record.StepId && r.CompanyId == record.CompanyId &&
            r.PersonId == record.PersonId && r.State == RecordState.Submitted).ToListAsync(token))
            waiting.Replace();
        db.StepRecords.Add(record);
        await db.SaveChangesAsync(token);
        await reminders.WithdrawMissingAsync(record.CompanyId, now, token);
    }

    private async Task<Result<OnboardingStep>> FindStepAsync(Guid reference, long companyId, long? personId, DateOnly today, CancellationToken token)
    {
        var step = await db.OnboardingSteps.SingleOrDefaultAsync(s => s.Reference == reference, token);
        if (step is null || step.PerPerson != personId is not null || !await db.Companies.AnyAsync(c => c.Id == companyId, token)) return Refusal.NotFound;
        if (personId is not null && !await db.CompanyMembers.AnyAsync(m => m.CompanyId == companyId && m.PersonId == personId, token)) return Refusal.NotFound;
        return step.RetiredFrom <= today ? new Refusal("StepRetired") : step;
    }

    private async Task<Refusal?> MayNotAsync(OnboardingStep step, long companyId, long? personId, Actor actor, CancellationToken token)
    {
        if (actor.IsStaff) return null;
        if (step.Doer == StepDoer.Staff) return new Refusal("OnlyStaffConfirm");
        if (personId is not null && personId == actor.PersonId) return null;
        return await db.CompanyMembers.AnyAsync(m => m.CompanyId == companyId && m.PersonId == actor.PersonId && m.Role == MemberRole.Manager, token)
            ? null
            : new Refusal("OnlyManagersDo");
    }

    private async Task<Result<TextToAccept>> MakeTextAsync(
        OnboardingStep step, long companyId, Actor actor, DateOnly today, CancellationToken token)
    {
        var text = await db.StepTexts.AsNoTracking().Where(t => t.StepId == step.Id).OrderByDescending(t => t.Number).FirstOrDefaultAsync(token);
        if (text is null) return new Refusal("TextNotWritten");
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == companyId, token);
        if (company is null) return Refusal.NotFound;
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.CompanyId == companyId).ToListAsync(token);
        var acting = await db.Users.Where(u => u.Id == actor.PersonId).Select(u => u.FullName).SingleOrDefaultAsync(token);
        return new TextToAccept(text.Number, TextTemplate.Fill(text, TextFacts.Of(company, memberships, actor.IsStaff ? null : acting, today)));
    }

    private Task<int?> LatestNumberAsync(long stepId, CancellationToken token) =>
        db.StepTexts.Where(t => t.StepId == stepId).MaxAsync(t => (int?)t.Number, token);

    private Task<int> LockAsync(long companyId, CancellationToken token) => db.Companies.Where(c => c.Id == companyId)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    private static Refusal? Reasonless(DecideRecord request) =>
        string.IsNullOrWhiteSpace(request.Reason) ? new Refusal("Missing", nameof(request.Reason)) : null;
}
