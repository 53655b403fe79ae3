using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A lot as it is put down, or put right.</summary>
public sealed record RecordLot
{
    /// <summary>The <see cref="Camps.Challenge"/>'s reference.</summary>
    public required Guid Challenge { get; init; }

    /// <summary>One of the challenge's.</summary>
    public required long SpecificationId { get; init; }

    /// <summary>The lot that is put right; null: a new one.</summary>
    public Guid? Lot { get; init; }

    public required LotDetails Details { get; init; }

    /// <summary>Needed where a lot is put right.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the writer saw of the lot that is put right.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Where a company, or staff for it, puts down what was measured of its product before and after the camp.</summary>
public sealed class QualityDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Under which the history of a challenge's lots stands, by the challenge's id: it outlives a lot that is taken out.</summary>
    public const string Subject = "ChallengeQuality";

    /// <returns>The lot's reference.</returns>
    public async Task<Result<Guid>> RecordAsync(RecordLot request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var details = request.Details;
        var problems = details.Problems().ToList();
        if (TextRules.Problem(request.Reason, HistoryEntry.ReasonMaxLength, nameof(request.Reason)) is { } malformed) problems.Add(malformed);
        if (details.MeasuredOn > LabTime.DateOf(now)) problems.Add(new Refusal("MeasuredInFuture", nameof(details.MeasuredOn)));
        if (problems.Count > 0) return Result<Guid>.Refused(problems);
        return await db.CommitAsync<Guid>(async token =>
        {
            var challenge = await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Challenge, token);
            if (challenge is null || !actor.ActsFor(challenge.CompanyId)) return Refusal.NotFound;
            if (challenge.State is ChallengeState.Rejected or ChallengeState.Withdrawn) return new Refusal("ChallengeNotFollowed");
            if (!await db.Specifications.AnyAsync(s => s.Id == request.SpecificationId && s.ChallengeId == challenge.Id, token))
                return new Refusal("NotKnown", nameof(request.SpecificationId));
            var camp = await db.Camps.Where(c => c.Id == challenge.CampId).Select(c => new { c.StartsOn, c.EndsOn }).SingleAsync(token);
            if (details.Phase == LotPhase.After && details.MeasuredOn < camp.StartsOn)
                return new Refusal("MeasuredBeforeCamp", nameof(details.MeasuredOn)).With("from", camp.StartsOn);
            if (details.Phase == LotPhase.Before && details.MeasuredOn > camp.EndsOn)
                return new Refusal("MeasuredAfterCamp", nameof(details.MeasuredOn)).With("until", camp.EndsOn);
            if (request.Lot is { } known) return await CorrectAsync(known, challenge.Id, request, actor, now, token);
            var lot = MeasuredLot.Create(request.SpecificationId, details, actor.PersonId, now);
            db.MeasuredLots.Add(lot);
            db.Record(Subject, challenge.Id, "LotRecorded", actor, now, Told(null, lot));
            return lot.Reference;
        }, CodeTaken, cancel);
    }

    public async Task<Result<Done>> RemoveAsync(Guid lot, string? reason, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Missing", "Reason");
        if (TextRules.Problem(reason, HistoryEntry.ReasonMaxLength, "Reason") is { } problem) return problem;
        return await db.CommitAsync<Done>(async token =>
        {
            var row = await db.MeasuredLots.Include(l => l.Values).SingleOrDefaultAsync(l => l.Reference == lot, token);
            var challenge = row is null ? null : await db.Challenges.AsNoTracking()
                .SingleAsync(c => db.Specifications.Any(s => s.Id == row.SpecificationId && s.ChallengeId == c.Id), token);
            if (row is null || challenge is null || !actor.ActsFor(challenge.CompanyId)) return Refusal.NotFound;
            if (row.Version != seenVersion) return Refusal.ChangedMeanwhile;
            var gone = Told(row, null);
            db.MeasuredLots.Remove(row);
            db.Record(Subject, challenge.Id, "LotRemoved", actor, now, gone, reason.Trim());
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<Guid>> CorrectAsync(Guid reference, long challengeId, RecordLot request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var lot = await db.MeasuredLots.Include(l => l.Values).SingleOrDefaultAsync(l => l.Reference == reference &&
            db.Specifications.Any(s => s.Id == l.SpecificationId && s.ChallengeId == challengeId), token);
        if (lot is null || lot.SpecificationId != request.SpecificationId) return Refusal.NotFound;
        if (lot.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Missing", nameof(request.Reason));
        var old = Facts(lot);
        lot.Describe(request.Details);
        var changes = Facts(lot).Where(f => old[f.Key] != f.Value).ToDictionary(f => f.Key, f => new[] { old[f.Key], f.Value });
        if (changes.Count == 0) return lot.Reference;
        // Where only its values differ the lot's own row would not be written, and its version not be renewed.
        db.Entry(lot).State = EntityState.Modified;
        changes.TryAdd("Lot", [lot.Code, lot.Code]);
        db.Record(Subject, challengeId, "LotCorrected", actor, now, changes, request.Reason.Trim());
        return lot.Reference;
    }

    private static Refusal? CodeTaken(string table) =>
        table == nameof(IncubatorDb.MeasuredLots) ? new Refusal("LotRecordedBefore", nameof(LotDetails.Code)) : null;

    private static Dictionary<string, string?[]> Told(MeasuredLot? old, MeasuredLot? @new)
    {
        var (was, now) = (old is null ? null : Facts(old), @new is null ? null : Facts(@new));
        return (now ?? was!).Keys.ToDictionary(k => k, k => new[] { was?[k], now?[k] });
    }

    private static Dictionary<string, string?> Facts(MeasuredLot lot) => new()
    {
        ["Lot"] = lot.Code,
        ["MeasuredOn"] = HistoryBook.Text(lot.MeasuredOn),
        ["Phase"] = lot.Phase.ToString(),
        ["Values"] = string.Join("; ", lot.Measured().Select(v => v.ToString("0.######", CultureInfo.InvariantCulture))),
    };
}
