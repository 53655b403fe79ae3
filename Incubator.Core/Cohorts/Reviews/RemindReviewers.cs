using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>When a reviewer is told of what is still to be submitted. Pure.</summary>
public static class ReviewReminders
{
    public const string Due = "ReviewsDue";
    public const string Overdue = "ReviewsOverdue";

    /// <summary>Days before the round's last day.</summary>
    public const int DaysAhead = 3;

    /// <summary>Days after the last day for which it is still of use to be told late.</summary>
    public const int UsefulDays = 7;

    /// <summary>One for all that a reviewer has of a call; with its last day: put off, it is told anew.</summary>
    public static string EventOf(long callId, DateOnly dueOn, long reviewerId) =>
        string.Create(CultureInfo.InvariantCulture, $"Reviews:{callId}:{dueOn:yyyy-MM-dd}:{reviewerId}");

    /// <summary>What is to be said now of reviews asked for then; null: nothing. What was asked for after the reminder's own time needs none.</summary>
    /// <param name="askedAt">When the first of those still open was asked for.</param>
    public static string? KindAt(DateOnly dueOn, DateTimeOffset askedAt, DateTimeOffset now)
    {
        var soon = LabTime.AtMinute(dueOn.AddDays(-DaysAhead), UpdateRules.Morning);
        var over = LabTime.AtMinute(dueOn.AddDays(1), UpdateRules.Morning);
        if (now >= over) return askedAt < over && LabTime.DateOf(now) <= dueOn.AddDays(UsefulDays) ? Overdue : null;
        return now >= soon && askedAt < soon && LabTime.DateOf(now) <= dueOn ? Due : null;
    }

    /// <summary>Still to be submitted: of an application that is being judged, or given back by staff.</summary>
    public static IQueryable<Review> StillWanted(this IncubatorDb db) => db.Reviews.Where(r =>
        (r.State == ReviewState.Asked || r.State == ReviewState.Draft) &&
        db.Applications.Any(a => a.Id == r.ApplicationId && (a.State == ApplicationState.Submitted ||
            (r.ReopenedAt != null && a.State != ApplicationState.Draft && a.State != ApplicationState.Withdrawn))));

    /// <summary>
    /// Once nothing is left to be submitted. Saved first: a sweep that tells at this instant holds the review's row, and is done before
    /// anything is withdrawn.
    /// </summary>
    internal static async Task RemindNoMoreAsync(this IncubatorDb db, Review review, DateTimeOffset now, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        var call = await db.Applications.Where(a => a.Id == review.ApplicationId).Select(a => a.CallId).SingleAsync(token);
        if (await db.StillWanted().AnyAsync(r => r.ReviewerId == review.ReviewerId && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call), token)) return;
        var due = await db.ReviewRounds.Where(r => r.CallId == call).Select(r => r.DueOn).SingleOrDefaultAsync(token);
        if (due is { } day) await db.WithdrawAsync(EventOf(call, day, review.ReviewerId), now, token);
    }
}

/// <summary>Tells reviewers three days before a round's last day, and on the day after it, what they have not submitted: one mail for each call.</summary>
public sealed class RemindReviewers(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var (first, last) = (today.AddDays(-ReviewReminders.UsefulDays), today.AddDays(ReviewReminders.DaysAhead));
        var rounds = await db.ReviewRounds.AsNoTracking().Where(r => r.DueOn >= first && r.DueOn <= last).Select(r => r.CallId).ToListAsync(cancel);
        var told = await Sweep.EachAsync(rounds, async call =>
        {
            var untold = await db.UntoldAsync(await PlanAsync(call, null, now, cancel), cancel);
            return await Sweep.EachAsync(untold.Select(t => t.PersonId!.Value), reviewer => TellAsync(call, reviewer, now, cancel), cancel);
        }, cancel);
        return JobReport.Of("Told", told);
    }

    private async Task<int> TellAsync(long call, long reviewer, DateTimeOffset now, CancellationToken cancel) => (await db.CommitAsync<int>(async token =>
    {
        await db.Reviews.Where(r => r.ReviewerId == reviewer && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
        return await db.TellOnceAsync(await PlanAsync(call, reviewer, now, token), now, token);
    }, Untold.ToldMeanwhile, cancel)).Count();

    /// <param name="reviewer">Null: all of them.</param>
    private async Task<List<Tell>> PlanAsync(long callId, long? reviewer, DateTimeOffset now, CancellationToken cancel)
    {
        var round = await (
                from r in db.ReviewRounds
                join c in db.Calls on r.CallId equals c.Id
                where c.Id == callId && r.DueOn != null
                select new { c.TitleHu, c.TitleEn, r.DueOn })
            .SingleOrDefaultAsync(cancel);
        if (round is null) return [];
        var due = round.DueOn!.Value;
        var open = await (
                from review in db.StillWanted()
                join person in db.Users.WhoMayBeTold() on review.ReviewerId equals person.Id
                where db.Applications.Any(a => a.Id == review.ApplicationId && a.CallId == callId) && (reviewer == null || person.Id == reviewer)
                orderby person.Id
                select new { To = new Addressee(person.Id, person.Email!, person.Language), review.AskedAt })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            .. from own in open.GroupBy(o => o.To)
               let kind = ReviewReminders.KindAt(due, own.Min(o => o.AskedAt), now)
               where kind is not null
               select new Tell
               {
                   Event = ReviewReminders.EventOf(callId, due, own.Key.PersonId),
                   Kind = kind,
                   Recipient = own.Key.Mail,
                   Language = own.Key.Language,
                   PersonId = own.Key.PersonId,
                   Facts = new Dictionary<string, string>
                   {
                       ["call"] = new LocalName(round.TitleHu, round.TitleEn).In(own.Key.Language),
                       ["until"] = HistoryBook.Text(due)!,
                       ["count"] = HistoryBook.Text(own.Count())!,
                       ["link"] = "/reviews",
                   },
               },
        ];
    }
}
