using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>A company's update of a quarter: saved, sent, or put right.</summary>
public sealed record SaveUpdate
{
    /// <summary>The <see cref="CohortMember"/>'s reference.</summary>
    public required Guid Member { get; init; }

    public required CalendarQuarter Quarter { get; init; }

    public required UpdateFigures Figures { get; init; }

    /// <summary>False: only a draft is kept.</summary>
    public required bool Send { get; init; }

    /// <summary>Needed where what was sent is put right.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the writer saw; null where there was none.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Where a company, or staff for it, reports: every quarter while in a cohort, and as an alumnus.</summary>
public sealed class UpdateDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>A follow-up may be answered this many days before it is due.</summary>
    public const int FollowUpEarlyDays = 60;

    public async Task<Result<Done>> SaveAsync(SaveUpdate request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        if (request.Figures.Problems().ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        if (TextRules.Problem(request.Reason, HistoryEntry.ReasonMaxLength, nameof(request.Reason)) is { } malformed) return malformed;
        return await db.CommitAsync<Done>(async token =>
        {
            var member = await db.CohortMembers.SingleOrDefaultAsync(m => m.Reference == request.Member, token);
            if (member is null || !actor.ActsFor(member.CompanyId)) return Refusal.NotFound;
            var cohortEnds = await db.Cohorts.Where(c => c.Id == member.CohortId).Select(c => c.Ends).SingleAsync(token);
            var quarter = request.Quarter;
            if (quarter.LastDay < member.From || quarter.FirstDay > (member.EndedOn ?? cohortEnds) || quarter.FirstDay > today)
                return new Refusal("QuarterNotReported");
            if (request.Send && today < quarter.LastDay) return new Refusal("QuarterNotOver").With("last", quarter.LastDay);
            var update = await db.CompanyUpdates.SingleOrDefaultAsync(u => u.CompanyId == member.CompanyId && u.QuarterIndex == quarter.Index, token);
            if (update?.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (update is { IsSent: true }) return Correct(update, request, actor, now);
            if (update is null)
            {
                update = CompanyUpdate.Create(member.CompanyId, quarter, request.Figures);
                db.CompanyUpdates.Add(update);
                await db.SaveChangesAsync(token);
                db.Record(nameof(CompanyUpdate), update.Id, "Drafted", actor, now);
            }

            update.Fill(request.Figures);
            if (!request.Send) return default(Done);
            update.Send(now, actor.PersonId);
            db.Record(nameof(CompanyUpdate), update.Id, "Sent", actor, now);
            // A company may be in two cohorts; it reports once.
            foreach (var one in await db.CohortMembers.Where(m => m.CompanyId == member.CompanyId).ToListAsync(token))
                await db.StopAskingAsync(one, quarter, quarter, now, token);
            return default(Done);
        }, table => table == nameof(IncubatorDb.CompanyUpdates) ? Refusal.ChangedMeanwhile : null, cancel);
    }

    /// <summary>By the company, or by staff who say where they have it from; again to put it right.</summary>
    public async Task<Result<Done>> AnswerAsync(
        Guid reference, FollowUpAnswer answer, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!actor.IsStaff) answer = answer with { Source = FollowUpSource.Company };
        if (answer.Problems().ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        return await db.CommitAsync<Done>(async token =>
        {
            var followUp = await db.FollowUps.SingleOrDefaultAsync(f => f.Reference == reference, token);
            if (followUp is null) return Refusal.NotFound;
            var company = await db.CohortMembers.Where(m => m.Id == followUp.MemberId).Select(m => m.CompanyId).SingleAsync(token);
            if (!actor.ActsFor(company)) return Refusal.NotFound;
            if (followUp.Version != seenVersion) return Refusal.ChangedMeanwhile;
            if (LabTime.DateOf(now) < followUp.DueOn.AddDays(-FollowUpEarlyDays))
                return new Refusal("FollowUpNotYet").With("from", followUp.DueOn.AddDays(-FollowUpEarlyDays));
            var act = followUp.IsAnswered ? "Corrected" : "Answered";
            followUp.Answer(answer, now, actor.PersonId);
            db.RecordChange(followUp, followUp.Id, act, actor, now);
            await db.WithdrawAsync(UpdateNotices.EventOf(followUp), now, token);
            return default(Done);
        }, cancel: cancel);
    }

    private Result<Done> Correct(CompanyUpdate update, SaveUpdate request, Actor actor, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Missing", nameof(request.Reason));
        update.Fill(request.Figures);
        if (db.Entry(update).State == EntityState.Modified)
            db.RecordChange(update, update.Id, "Corrected", actor, now, request.Reason.Trim());
        return default(Done);
    }
}
