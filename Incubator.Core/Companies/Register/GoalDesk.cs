using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>A goal as it shall be; without a reference a new one.</summary>
public sealed record SaveGoal
{
    public required Guid Company { get; init; }

    public Guid? Goal { get; init; }

    public required string Words { get; init; }

    /// <summary>Of the words: "hu" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Local day.</summary>
    public DateOnly? TargetOn { get; init; }

    public GoalState State { get; init; }

    /// <summary>Of the goal as it was opened; null for a new one.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Where a company's managers, or staff for them, say what the company wants to reach. A goal is given up, never erased.</summary>
public sealed class GoalDesk(IncubatorDb db, TimeProvider clock)
{
    public const int MaxGoals = 50;

    public async Task<Result<Guid>> SaveAsync(SaveGoal request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(request.Words)) return new Refusal("Missing", nameof(request.Words));
        if (TextRules.Problem(request.Words, CompanyGoal.WordsMaxLength, nameof(request.Words)) is { } problem) return problem;
        if (request.Language is not ("hu" or "en")) return new Refusal("Missing", nameof(request.Language));
        var words = request.Words.ReplaceLineEndings("\n").Trim();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCompanyAsync(request.Company, token);
            if (await db.FindManagedAsync(request.Company, actor, token) is not { } company) return Refusal.NotFound;
            if (request.Goal is not { } reference)
            {
                if (await db.CompanyGoals.CountAsync(g => g.CompanyId == company.Id, token) >= MaxGoals) return new Refusal("TooManyGoals").With("max", MaxGoals);
                var goal = CompanyGoal.Create(company.Id, words, request.Language, request.TargetOn, now);
                db.CompanyGoals.Add(goal);
                db.Record(nameof(Company), company.Id, "GoalAdded", actor, now, new Dictionary<string, string?[]>
                {
                    [nameof(CompanyGoal.Words)] = [null, words],
                    [nameof(CompanyGoal.TargetOn)] = [null, HistoryBook.Text(request.TargetOn)],
                });
                return goal.Reference;
            }

            var there = await db.CompanyGoals.SingleOrDefaultAsync(g => g.Reference == reference && g.CompanyId == company.Id, token);
            if (there is null) return Refusal.NotFound;
            if (there.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            there.Say(words, request.Language, request.TargetOn, request.State);
            if (db.Entry(there).State != EntityState.Modified) return there.Reference;
            var changes = db.ChangesOf(there);
            changes.TryAdd(nameof(CompanyGoal.Words), [null, words]);
            db.Record(nameof(Company), company.Id, "GoalEdited", actor, now, changes);
            return there.Reference;
        }, cancel: cancel);
    }
}
