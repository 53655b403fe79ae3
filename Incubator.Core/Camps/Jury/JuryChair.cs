using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

public sealed record CloseScoring
{
    public required Guid Camp { get; init; }

    /// <summary>The scores that are missing have been seen, and are left out.</summary>
    public bool AcceptsMissing { get; init; }
}

public sealed record DecideTie
{
    public required Guid Camp { get; init; }

    /// <summary>All teams of one tie, each with its place among them from 1.</summary>
    public required IReadOnlyList<(Guid Team, int Place)> Places { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Where the chair closes the scoring and breaks ties, and staff make the result public. Staff may do the chair's part where it is absent.</summary>
public sealed class JuryChair(IncubatorDb db, JuryReader reader, TimeProvider clock)
{
    /// <summary>From now on no score changes; the protocol is taken.</summary>
    public Task<Result<Done>> CloseAsync(CloseScoring request, Actor actor, CancellationToken cancel = default) =>
        OnRoundAsync(request.Camp, actor, staffOnly: false, async (camp, round, now, token) =>
        {
            if (round.IsClosed) return new Refusal("JuryClosed");
            if (!JuryRules.TakesScores(camp.Status)) return new Refusal("JuryNotOpen");
            var table = await reader.LoadAsync(camp, token);
            if (table.Criteria.Count == 0) return new Refusal("JuryCriteriaMissing");
            if (table.Standings.All(s => s.Rank is null)) return new Refusal("NothingScored");
            if (table.Missing.Count > 0 && !request.AcceptsMissing)
                return new Refusal("JuryScoresMissing", nameof(request.AcceptsMissing)).With("count", table.Missing.Count);
            round.Close(now, actor.PersonId);
            await FreezeAsync(camp, table, now, token);
            db.Record(nameof(JuryRound), camp.Id, "Closed", actor, now,
                table.Missing.Count > 0 ? new Dictionary<string, string?[]> { ["Missing"] = [null, HistoryBook.Text(table.Missing.Count)] } : null);
            return default(Done);
        }, cancel);

    /// <summary>Scores may change again; the chair's decisions on ties fall with it, the protocols stay.</summary>
    public Task<Result<Done>> ReopenAsync(Guid camp, string? reason, Actor actor, CancellationToken cancel = default) =>
        WithReason(reason) is { } problem
            ? Task.FromResult<Result<Done>>(problem)
            : OnRoundAsync(camp, actor, staffOnly: false, async (found, round, now, token) =>
            {
                if (!round.IsClosed) return new Refusal("JuryStillOpen");
                if (round.IsPublished) return new Refusal("ResultPublic");
                round.Reopen();
                db.TieOrders.RemoveRange(await db.TieOrders.Where(o => o.CampId == found.Id).ToListAsync(token));
                db.Record(nameof(JuryRound), found.Id, "Reopened", actor, now, reason: reason!.Trim());
                return default(Done);
            }, cancel);

    public Task<Result<Done>> DecideTieAsync(DecideTie request, Actor actor, CancellationToken cancel = default) =>
        WithReason(request.Reason) is { } problem
            ? Task.FromResult<Result<Done>>(problem)
            : OnRoundAsync(request.Camp, actor, staffOnly: false, async (camp, round, now, token) =>
            {
                if (!round.IsClosed) return new Refusal("JuryStillOpen");
                if (round.IsPublished) return new Refusal("ResultPublic");
                // What was frozen counts, whatever has happened to teams and crew since.
                var table = (await LastAsync(camp, token)).Read();
                var places = request.Places.Select(p => (Team: table.Teams.FirstOrDefault(t => t.Reference == p.Team)?.Id ?? 0, p.Place)).ToList();
                var tie = table.OpenTies.FirstOrDefault(t => t.ToHashSet().SetEquals(places.Select(p => p.Team)));
                if (tie is null || tie.Count != places.Count) return Refusal.ChangedMeanwhile;
                if (!JuryRules.IsOrder([.. places.Select(p => p.Place)])) return new Refusal("TieOrderUnclear", nameof(request.Places));
                foreach (var (team, place) in places) db.TieOrders.Add(TieOrder.Decide(camp.Id, team, place, request.Reason!.Trim(), now, actor.PersonId));
                var order = table.ChairOrder.Concat(places.Select(p => KeyValuePair.Create(p.Team, p.Place))).ToDictionary();
                await FreezeAsync(camp, (table with { ChairOrder = order }).Ranked(), now, token);
                db.Record(nameof(JuryRound), camp.Id, "TieDecided", actor, now,
                    places.OrderBy(p => p.Place).ToDictionary(p => table.TeamOf(p.Team).Name, p => new[] { null, HistoryBook.Text(p.Place) }), request.Reason!.Trim());
                return default(Done);
            }, cancel);

    public Task<Result<Done>> PublishAsync(Guid camp, Actor actor, CancellationToken cancel = default) =>
        OnRoundAsync(camp, actor, staffOnly: true, async (found, round, now, token) =>
        {
            if (!round.IsClosed) return new Refusal("JuryStillOpen");
            if (round.IsPublished) return default(Done);
            if ((await LastAsync(found, token)).Read().OpenTies.Count > 0) return new Refusal("TieUndecided");
            round.Publish(now);
            db.Record(nameof(JuryRound), found.Id, "Published", actor, now);
            return default(Done);
        }, cancel);

    /// <summary>The result is staff's and the chair's again.</summary>
    public Task<Result<Done>> WithdrawAsync(Guid camp, string? reason, Actor actor, CancellationToken cancel = default) =>
        WithReason(reason) is { } problem
            ? Task.FromResult<Result<Done>>(problem)
            : OnRoundAsync(camp, actor, staffOnly: true, (found, round, now, _) =>
            {
                if (!round.IsPublished) return Task.FromResult<Result<Done>>(default(Done));
                round.Withdraw();
                db.Record(nameof(JuryRound), found.Id, "Withdrawn", actor, now, reason: reason!.Trim());
                return Task.FromResult<Result<Done>>(default(Done));
            }, cancel);

    private static Refusal? WithReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("Missing", "Reason") : TextRules.Problem(reason, TieOrder.ReasonMaxLength, "Reason");

    private Task<JuryProtocol> LastAsync(Camp camp, CancellationToken token) =>
        db.JuryProtocols.AsNoTracking().Where(p => p.CampId == camp.Id).OrderByDescending(p => p.Number).FirstAsync(token);

    private async Task FreezeAsync(Camp camp, JuryTable table, DateTimeOffset now, CancellationToken token)
    {
        var last = await db.JuryProtocols.Where(p => p.CampId == camp.Id).MaxAsync(p => (int?)p.Number, token) ?? 0;
        db.JuryProtocols.Add(JuryProtocol.Take(camp.Id, last + 1, table, now));
    }

    private async Task<Result<Done>> OnRoundAsync(
        Guid reference, Actor actor, bool staffOnly, Func<Camp, JuryRound, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(reference, token);
            if (await db.Camps.SingleOrDefaultAsync(c => c.Reference == reference, token) is not { } camp) return Refusal.NotFound;
            var isChair = !staffOnly && actor.PersonId is { } person && await db.CrewMembers.AnyAsync(
                m => m.CampId == camp.Id && m.PersonId == person && m.Role == CrewRole.Juror && m.IsChair && m.DeclinedAt == null, token);
            if (!actor.IsStaff && !isChair) return Refusal.NotFound;
            var round = await db.JuryRounds.SingleOrDefaultAsync(r => r.CampId == camp.Id, token);
            if (round is null) db.JuryRounds.Add(round = JuryRound.Of(camp.Id));
            return await act(camp, round, now, token);
        }, cancel: cancel);
    }
}
