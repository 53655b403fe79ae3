using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

public sealed record GiveScore
{
    public required Guid Camp { get; init; }
    public required Guid Team { get; init; }
    public required long CriterionId { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Score { get; init; }
}

public sealed record WriteComment
{
    public required Guid Camp { get; init; }
    public required Guid Team { get; init; }
    public string? Comment { get; init; }
}

public sealed record KeepOffTeam
{
    public required Guid Camp { get; init; }
    public required Guid Team { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Where a juror scores; each score is kept at once. Everybody has only their own, and none of a team that the rules bar.</summary>
public sealed class JuryDesk(IncubatorDb db, JuryReader reader, TimeProvider clock)
{
    public async Task<Result<Done>> ScoreAsync(GiveScore request, Actor actor, CancellationToken cancel = default)
    {
        if (request.Score is < JuryCriterion.MinScore or > JuryCriterion.MaxScore)
            return new Refusal("OutOfRange", nameof(request.Score)).With("min", JuryCriterion.MinScore).With("max", JuryCriterion.MaxScore);
        return await OnSheetAsync(request.Camp, request.Team, actor, async (sheet, table, now, token) =>
        {
            if (table.Criteria.FirstOrDefault(c => c.Id == request.CriterionId) is not { } criterion) return Refusal.NotFound;
            var before = sheet.Give(criterion.Id, request.Score, now);
            // Scores lie in rows of their own; the version tells of them too.
            if (sheet.Id == 0) await db.SaveChangesAsync(token);
            else db.Entry(sheet).Property(s => s.WrittenAt).IsModified = true;
            if (before != request.Score)
            {
                db.Record(nameof(JurySheet), sheet.Id, "Scored", actor, now, new Dictionary<string, string?[]>
                {
                    [criterion.Name.En] = [before?.ToString(CultureInfo.InvariantCulture), request.Score.ToString(CultureInfo.InvariantCulture)],
                });
            }

            return default(Done);
        }, cancel);
    }

    public async Task<Result<Done>> CommentAsync(WriteComment request, Actor actor, CancellationToken cancel = default)
    {
        if (TextRules.Problem(request.Comment, JurySheet.CommentMaxLength, nameof(request.Comment)) is { } problem) return problem;
        return await OnSheetAsync(request.Camp, request.Team, actor, (sheet, _, now, _) =>
        {
            sheet.Say(string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(), now);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }

    /// <summary>The juror keeps off the team for good; what they scored is forgotten, and the chair sees why.</summary>
    public async Task<Result<Done>> RecuseAsync(KeepOffTeam request, Actor actor, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Missing", nameof(request.Reason));
        if (TextRules.Problem(request.Reason, JurySheet.ReasonMaxLength, nameof(request.Reason)) is { } problem) return problem;
        return await OnSheetAsync(request.Camp, request.Team, actor, async (sheet, _, now, token) =>
        {
            db.RemoveRange(sheet.Scores);
            sheet.Recuse(request.Reason.Trim(), now);
            if (sheet.Id == 0) await db.SaveChangesAsync(token);
            db.Record(nameof(JurySheet), sheet.Id, "Recused", actor, now, reason: sheet.RecusalReason);
            return default(Done);
        }, cancel);
    }

    /// <summary>What the desk says to a juror whom the rules keep off a team.</summary>
    internal static Refusal? Barred(JuryBar bar) => bar switch
    {
        JuryBar.None => null,
        JuryBar.Mentored => new Refusal("JurorHelpedTeam"),
        JuryBar.OwnCompany => new Refusal("JurorOfChallengeOwner"),
        JuryBar.InTeam => new Refusal("JurorInTeam"),
        _ => new Refusal("JurorRecused"),
    };

    private async Task<Result<Done>> OnSheetAsync(
        Guid campReference, Guid teamReference, Actor actor, Func<JurySheet, JuryTable, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (actor.PersonId is not { } person) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(campReference, token);
            if (await db.Camps.SingleOrDefaultAsync(c => c.Reference == campReference, token) is not { } camp) return Refusal.NotFound;
            var juror = await db.CrewMembers.SingleOrDefaultAsync(m => m.CampId == camp.Id && m.PersonId == person && m.Role == CrewRole.Juror && m.DeclinedAt == null, token);
            if (juror is null) return Refusal.NotFound;
            var table = await reader.LoadAsync(camp, token);
            if (table.Teams.FirstOrDefault(t => t.Reference == teamReference) is not { } team) return Refusal.NotFound;
            if (await db.JuryRounds.AnyAsync(r => r.CampId == camp.Id && r.ClosedAt != null, token)) return new Refusal("JuryClosed");
            if (!JuryRules.TakesScores(camp.Status)) return new Refusal("JuryNotOpen");
            if (table.Criteria.Count == 0) return new Refusal("JuryCriteriaMissing");
            if (Barred(table.CellOf(team.Id, juror.Id).Bar) is { } barred) return barred;
            var sheet = await db.JurySheets.Include(s => s.Scores).SingleOrDefaultAsync(s => s.TeamId == team.Id && s.JurorId == juror.Id, token);
            if (sheet is null) db.JurySheets.Add(sheet = JurySheet.Open(camp.Id, team.Id, juror.Id, now));
            return await act(sheet, table, now, token);
        }, cancel: cancel);
    }
}
