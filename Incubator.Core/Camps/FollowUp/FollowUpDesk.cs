using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>An idea as it is put down or put right.</summary>
public sealed record SaveIdea
{
    /// <summary>The <see cref="Camps.Challenge"/>'s reference.</summary>
    public required Guid Challenge { get; init; }

    /// <summary>Null: a new one.</summary>
    public Guid? Idea { get; init; }

    public required string? Title { get; init; }

    public string? Words { get; init; }

    /// <summary>One that worked on the challenge; null: nobody in particular.</summary>
    public Guid? Team { get; init; }

    /// <summary>The version the writer saw; null for a new one.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>
/// Where a challenge's company, or staff for it, tell what became of the camp: ideas and which of them it took up, what was booked
/// to try them, the answers after 30, 100 and 180 days, and the outcome.
/// </summary>
public sealed class FollowUpDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Under which the history of a challenge's follow-up stands, by the challenge's id.</summary>
    public const string Subject = "ChallengeFollowUp";

    /// <returns>The idea's reference.</returns>
    public async Task<Result<Guid>> SaveIdeaAsync(SaveIdea request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (CampIdea.Problems(request.Title, request.Words).ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        return await db.CommitAsync<Guid>(async token =>
        {
            var found = await FindAsync(request.Challenge, actor, token);
            if (found is not { } challenge) return Refusal.NotFound;
            if (challenge.Obstacle is { } obstacle) return obstacle;
            long? team = null;
            if (request.Team is { } wanted)
            {
                team = await db.Teams.Where(t => t.Reference == wanted && t.ChallengeId == challenge.Id).Select(t => (long?)t.Id).SingleOrDefaultAsync(token);
                if (team is null) return new Refusal("NotKnown", nameof(request.Team));
            }

            if (request.Idea is not { } known)
            {
                var added = CampIdea.Create(challenge.Id, request.Title!, request.Words, team);
                db.CampIdeas.Add(added);
                db.Record(Subject, challenge.Id, "IdeaAdded", actor, now, One("Idea", null, added.Title));
                return added.Reference;
            }

            var idea = await db.CampIdeas.SingleOrDefaultAsync(i => i.Reference == known && i.ChallengeId == challenge.Id, token);
            if (idea is null) return Refusal.NotFound;
            if (idea.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var old = idea.Title;
            idea.Describe(request.Title!, request.Words, team);
            if (db.Entry(idea).State == EntityState.Modified)
            {
                var changes = db.ChangesOf(idea);
                changes.Remove(nameof(CampIdea.Title));
                changes.Remove(nameof(CampIdea.TeamId));
                changes["Idea"] = [old, idea.Title];
                db.Record(Subject, challenge.Id, "IdeaEdited", actor, now, changes);
            }

            return idea.Reference;
        }, cancel: cancel);
    }

    /// <summary>The company takes the idea up.</summary>
    /// <param name="on">Local day, not in the future.</param>
    public Task<Result<Done>> AdoptAsync(Guid idea, DateOnly on, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (on > LabTime.DateOf(now)) return Task.FromResult<Result<Done>>(new Refusal("FollowUpInFuture", "On"));
        return OnIdeaAsync(idea, seenVersion, actor, async (found, _, token) =>
        {
            var starts = await db.Camps.Where(c => db.Challenges.Any(h => h.Id == found.ChallengeId && h.CampId == c.Id)).Select(c => c.StartsOn).SingleAsync(token);
            if (on < starts) return new Refusal("FollowUpBeforeCamp", "On").With("from", starts);
            found.Adopt(on, actor.PersonId);
            db.Record(Subject, found.ChallengeId, "IdeaAdopted", actor, now, new Dictionary<string, string?[]>
            {
                ["Idea"] = [found.Title, found.Title],
                [nameof(CampIdea.AdoptedOn)] = [null, HistoryBook.Text(on)],
            });
            return default(Done);
        }, cancel);
    }

    /// <summary>The company does not go on with an idea that it had taken up.</summary>
    public Task<Result<Done>> GiveUpAsync(Guid idea, string? reason, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(reason)) return Task.FromResult<Result<Done>>(new Refusal("Missing", "Reason"));
        if (TextRules.Problem(reason, HistoryEntry.ReasonMaxLength, "Reason") is { } problem) return Task.FromResult<Result<Done>>(problem);
        return OnIdeaAsync(idea, seenVersion, actor, (found, _, _) =>
        {
            if (found.AdoptedOn is null) return Task.FromResult<Result<Done>>(Refusal.ChangedMeanwhile);
            found.GiveUp();
            db.Record(Subject, found.ChallengeId, "IdeaGivenUp", actor, now, One("Idea", found.Title, found.Title), reason.Trim());
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }

    /// <summary>Ties a reservation of the company to the idea: a prototype is made on it.</summary>
    public Task<Result<Done>> TryAsync(Guid idea, Guid reservation, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return OnIdeaAsync(idea, seenVersion, actor, async (found, company, token) =>
        {
            var booked = await db.Reservations.Where(r => r.Reference == reservation && r.CompanyId == company)
                .Select(r => new { r.Id, r.Number, r.State }).SingleOrDefaultAsync(token);
            if (booked is null) return new Refusal("NotKnown", "Reservation");
            if (Appointments.IsGone(booked.State)) return new Refusal("PrototypeNotBooked", "Reservation");
            if (found.Prototypes.Any(p => p.ReservationId == booked.Id)) return default(Done);
            if (found.Prototypes.Count >= CampIdea.MaxPrototypes)
                return new Refusal("PrototypesTooMany", "Reservation").With("max", CampIdea.MaxPrototypes);
            found.Try(booked.Id);
            db.Entry(found).State = EntityState.Modified;
            db.Record(Subject, found.ChallengeId, "PrototypeTied", actor, now, Both("Idea", found.Title, "Reservation", null, booked.Number));
            return default(Done);
        }, cancel);
    }

    public Task<Result<Done>> UntieAsync(Guid idea, Guid reservation, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return OnIdeaAsync(idea, seenVersion, actor, async (found, company, token) =>
        {
            var booked = await db.Reservations.Where(r => r.Reference == reservation && r.CompanyId == company)
                .Select(r => new { r.Id, r.Number }).SingleOrDefaultAsync(token);
            if (booked is null || found.Prototypes.All(p => p.ReservationId != booked.Id)) return Refusal.ChangedMeanwhile;
            found.Untie(booked.Id);
            db.Entry(found).State = EntityState.Modified;
            db.Record(Subject, found.ChallengeId, "PrototypeUntied", actor, now, Both("Idea", found.Title, "Reservation", booked.Number, null));
            return default(Done);
        }, cancel);
    }

    /// <summary>The answer some days after the camp; again to put it right.</summary>
    public async Task<Result<Done>> AnswerAsync(Guid check, CheckState? state, string? words, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (CampCheck.Problems(state, words).ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        return await db.CommitAsync<Done>(async token =>
        {
            // The sweep that asks waits, and finds it answered.
            await db.CampChecks.Where(c => c.Reference == check).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueOn, x => x.DueOn), token);
            var row = await db.CampChecks.SingleOrDefaultAsync(c => c.Reference == check, token);
            if (row is null) return Refusal.NotFound;
            var company = await db.Challenges.Where(c => c.Id == row.ChallengeId).Select(c => c.CompanyId).SingleAsync(token);
            if (!actor.ActsFor(company)) return Refusal.NotFound;
            if (row.Version != seenVersion) return Refusal.ChangedMeanwhile;
            if (LabTime.DateOf(now) < row.DueOn.AddDays(-CampCheck.EarlyDays))
                return new Refusal("CampCheckNotYet").With("from", row.DueOn.AddDays(-CampCheck.EarlyDays));
            var act = row.IsAnswered ? "CheckCorrected" : "CheckAnswered";
            row.Answer(state!.Value, words!, now, actor.PersonId);
            var changes = db.ChangesOf(row);
            changes.Remove(nameof(CampCheck.AnsweredAt));
            changes.Remove(nameof(CampCheck.AnsweredById));
            changes[nameof(CampCheck.AfterDays)] = [null, HistoryBook.Text(row.AfterDays)];
            db.Record(Subject, row.ChallengeId, act, actor, now, changes);
            await db.WithdrawAsync(AskCampFollowUps.EventOf(row.Id), now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <param name="seenVersion">Null: the writer saw that there was none.</param>
    public async Task<Result<Done>> RecordOutcomeAsync(Guid challenge, OutcomeDetails details, Guid? seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var problems = details.Problems().ToList();
        if (details.On > LabTime.DateOf(now)) problems.Add(new Refusal("FollowUpInFuture", nameof(details.On)));
        if (problems.Count > 0) return Result<Done>.Refused(problems);
        return await db.CommitAsync<Done>(async token =>
        {
            if (await FindAsync(challenge, actor, token) is not { } found) return Refusal.NotFound;
            if (found.Obstacle is { } obstacle) return obstacle;
            if (details.On < found.CampStartsOn) return new Refusal("FollowUpBeforeCamp", nameof(details.On)).With("from", found.CampStartsOn);
            var outcome = await db.ChallengeOutcomes.SingleOrDefaultAsync(o => o.ChallengeId == found.Id, token);
            if (outcome?.Version != seenVersion) return Refusal.ChangedMeanwhile;
            if (outcome is null)
            {
                db.ChallengeOutcomes.Add(outcome = ChallengeOutcome.Create(found.Id, details, actor.PersonId, now));
                db.Record(Subject, found.Id, "OutcomeRecorded", actor, now, One(nameof(outcome.Kind), null, outcome.Kind.ToString()));
                return default(Done);
            }

            outcome.Become(details, actor.PersonId, now);
            var changes = db.ChangesOf(outcome);
            changes.Remove(nameof(outcome.RecordedAt));
            changes.Remove(nameof(outcome.RecordedById));
            if (changes.Count > 0) db.Record(Subject, found.Id, "OutcomeChanged", actor, now, changes);
            return default(Done);
        }, table => table == nameof(IncubatorDb.ChallengeOutcomes) ? Refusal.ChangedMeanwhile : null, cancel);
    }

    private Task<Result<Done>> OnIdeaAsync(
        Guid reference, Guid seenVersion, Actor actor, Func<CampIdea, long, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel) =>
        db.CommitAsync<Done>(async token =>
        {
            var idea = await db.CampIdeas.Include(i => i.Prototypes).SingleOrDefaultAsync(i => i.Reference == reference, token);
            if (idea is null) return Refusal.NotFound;
            var company = await db.Challenges.Where(c => c.Id == idea.ChallengeId).Select(c => c.CompanyId).SingleAsync(token);
            if (!actor.ActsFor(company)) return Refusal.NotFound;
            return idea.Version == seenVersion ? await act(idea, company, token) : Refusal.ChangedMeanwhile;
        }, cancel: cancel);

    /// <summary>Null: unknown, or another company's.</summary>
    private async Task<Followed?> FindAsync(Guid reference, Actor actor, CancellationToken token)
    {
        var row = await (
                from challenge in db.Challenges
                join camp in db.Camps on challenge.CampId equals camp.Id
                where challenge.Reference == reference
                select new { challenge.Id, challenge.CompanyId, challenge.State, camp.Status, camp.StartsOn })
            .SingleOrDefaultAsync(token);
        if (row is null || !actor.ActsFor(row.CompanyId)) return null;
        var obstacle = row.State != ChallengeState.Accepted ? new Refusal("ChallengeNotFollowed")
            : row.Status is not (CampStatus.Running or CampStatus.FollowUp or CampStatus.Closed) ? new Refusal("CampNotBegun")
            : null;
        return new Followed(row.Id, row.StartsOn, obstacle);
    }

    private static Dictionary<string, string?[]> One(string field, string? old, string? @new) => new() { [field] = [old, @new] };

    private static Dictionary<string, string?[]> Both(string same, string word, string field, string? old, string? @new) =>
        new() { [same] = [word, word], [field] = [old, @new] };

    private sealed record Followed(long Id, DateOnly CampStartsOn, Refusal? Obstacle);
}
