using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>When applicants and staff are told of a call's closing. Pure.</summary>
public static class CallReminders
{
    /// <summary>Days before the day on which the call closes, the earliest first.</summary>
    public static readonly IReadOnlyList<int> DaysAhead = [3, 1];

    /// <summary>Days after it closed for which it is still of use to tell staff late.</summary>
    public const int UsefulDays = 7;

    /// <summary>So long before the end a draft can still be completed.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromHours(1);

    /// <summary>With the call's end: put off, it is told anew.</summary>
    public static string EventOf(long applicationId, DateTimeOffset closesAt, int days) =>
        string.Create(CultureInfo.InvariantCulture, $"Draft:{applicationId}:{HistoryBook.Text(closesAt)}:{days}");

    public static string ClosedEvent(long callId, DateTimeOffset closesAt) => $"CallClosed:{callId}:{HistoryBook.Text(closesAt)}";

    /// <summary>The latest reminder whose time has come (08:00 local); null: none yet, or none any more.</summary>
    public static int? DaysAt(DateTimeOffset closesAt, DateTimeOffset now)
    {
        if (now > closesAt - Enough) return null;
        var come = DaysAhead.Where(days => now >= At(closesAt, days)).ToList();
        return come.Count == 0 ? null : come[^1];
    }

    /// <summary>Who began after the reminder's own time needs none.</summary>
    public static bool Concerns(DateTimeOffset startedAt, DateTimeOffset closesAt, int days) => startedAt < At(closesAt, days);

    private static DateTimeOffset At(DateTimeOffset closesAt, int days) => LabTime.AtMinute(LabTime.DateOf(closesAt).AddDays(-days), UpdateRules.Morning);

    /// <summary>What was handed in or taken back is not reminded of.</summary>
    internal static async Task RemindNoMoreAsync(this IncubatorDb db, Application application, DateTimeOffset closesAt, DateTimeOffset now, CancellationToken token)
    {
        foreach (var days in DaysAhead) await db.WithdrawAsync(EventOf(application.Id, closesAt, days), now, token);
    }
}

/// <summary>
/// Tells applicants three days and one day before a call closes that their draft is not submitted, with a fresh link each (of earlier
/// ones only the hashes are kept; those go on working), and staff that a call has closed.
/// </summary>
public sealed class RemindOfCalls(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var (closedAfter, closesBefore) = (now.AddDays(-CallReminders.UsefulDays), now.AddDays(CallReminders.DaysAhead[0] + 1));
        var calls = await db.Calls.AsNoTracking()
            .Where(c => c.PublishedAt != null && c.ClosesAt > closedAfter && c.ClosesAt < closesBefore).OrderBy(c => c.ClosesAt).ToListAsync(cancel);
        int applicants = 0, staff = 0;
        foreach (var call in calls)
        {
            if (call.ClosesAt <= now) staff += await TellStaffAsync(call, now, cancel);
            else if (CallReminders.DaysAt(call.ClosesAt, now) is { } days) applicants += await TellApplicantsAsync(call, days, now, cancel);
        }

        return JobReport.Of("Told", applicants).And("ToldStaff", staff);
    }

    private async Task<int> TellApplicantsAsync(Call call, int days, DateTimeOffset now, CancellationToken cancel)
    {
        var drafts = await db.Applications.Where(a => a.CallId == call.Id && a.State == ApplicationState.Draft && a.Email != KnownPerson.Gone)
            .OrderBy(a => a.Id).Select(a => new { a.Id, a.StartedAt }).ToListAsync(cancel);
        var concerned = drafts.Where(d => CallReminders.Concerns(d.StartedAt, call.ClosesAt, days)).Select(d => d.Id).ToList();
        var told = new HashSet<string>();
        foreach (var events in concerned.Select(id => CallReminders.EventOf(id, call.ClosesAt, days)).Chunk(500))
            told.UnionWith(await db.Notices.Where(n => events.Contains(n.Event)).Select(n => n.Event).ToListAsync(cancel));
        return await Sweep.EachAsync(concerned.Where(id => !told.Contains(CallReminders.EventOf(id, call.ClosesAt, days))), async id =>
            (await db.CommitAsync<int>(async token =>
            {
                await db.Applications.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
                var draft = await db.Applications.SingleAsync(a => a.Id == id, token);
                var closes = await db.Calls.Where(c => c.Id == draft.CallId).Select(c => c.ClosesAt).SingleAsync(token);
                var happened = CallReminders.EventOf(id, closes, days);
                if (draft.State != ApplicationState.Draft || draft.Email == KnownPerson.Gone || closes != call.ClosesAt ||
                    await db.Notices.AnyAsync(n => n.Event == happened, token)) return 0;
                return await db.TellOnceAsync([await TellOfAsync(happened, draft, call, now, token)], now, token);
            }, Untold.ToldMeanwhile, cancel)).Count(), cancel);
    }

    private async Task<Tell> TellOfAsync(string happened, Application draft, Call call, DateTimeOffset now, CancellationToken token) => new()
    {
        Event = happened,
        Kind = "CallClosesSoon",
        Recipient = draft.Email,
        Language = draft.Language,
        PersonId = await db.PersonAtAsync(draft.Email, token),
        LinkIsSecret = true,
        Facts = new Dictionary<string, string>
        {
            ["number"] = draft.Number,
            ["call"] = call.Title(draft.Language),
            ["closes"] = HistoryBook.Text(call.ClosesAt)!,
            ["link"] = Applicant.Link(db, draft, now),
        },
    };

    private async Task<int> TellStaffAsync(Call call, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await db.UntoldAsync(await PlanAsync(call, cancel), cancel)).Count == 0) return 0;
        return (await db.CommitAsync<int>(async token =>
        {
            await db.LockCallAsync(call.Reference, token);
            // Put off meanwhile it has not closed.
            var fresh = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == call.Id, token);
            return fresh.ClosesAt > now ? 0 : await db.TellOnceAsync(await PlanAsync(fresh, token), now, token);
        }, Untold.ToldMeanwhile, cancel)).Count();
    }

    private async Task<List<Tell>> PlanAsync(Call call, CancellationToken cancel)
    {
        var submitted = await db.Applications.CountAsync(a => a.CallId == call.Id && a.State == ApplicationState.Submitted, cancel);
        return (await db.StaffToTellAsync(cancel)).ConvertAll(staff => new Tell
        {
            Event = CallReminders.ClosedEvent(call.Id, call.ClosesAt),
            Kind = "CallClosed",
            Recipient = staff.Mail,
            Language = staff.Language,
            PersonId = staff.PersonId,
            Facts = new Dictionary<string, string>
            {
                ["call"] = call.Title(staff.Language),
                ["count"] = HistoryBook.Text(submitted)!,
                ["link"] = $"/reviews/calls/{call.Reference}",
            },
        });
    }
}
