using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Forgets applications that came to nothing, once their time is over (<see cref="ApplicationRetention"/>).
/// <list type="bullet">
/// <item>Why they were kept: to judge them, at the applicant's wish (GDPR Article 6(1)(b)); for two years after a refusal or a
/// withdrawal, to answer for the decision and to defend it (Article 6(1)(e) and (f)); a draft for 90 days after the call closed, in
/// case the call is opened again.</item>
/// <item>Why not longer: Article 5(1)(e).</item>
/// <item>What goes: the mail address, company name and tax number, every answer, file, link and free text of reviews and decisions, and
/// the names of files in the history. What stays: number, call, days, states, size class and scores, which are statistics; and the
/// ranking that a decision was made on, with companies' names, as evidence of the decision.</item>
/// </list>
/// </summary>
public sealed class ForgetApplications(IncubatorDb db, DocumentArchive archive, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        // A little more than is due; the rule decides on the day.
        var closedBefore = LabTime.StartOf(today.AddDays(1 - ApplicationRetention.DraftDays));
        var endedBefore = LabTime.StartOf(today.AddDays(2).AddYears(-ApplicationRetention.Years));
        var found = await (
                from a in db.Applications
                join c in db.Calls on a.CallId equals c.Id
                where a.ForgottenAt == null && ((a.State == ApplicationState.Draft && c.ClosesAt < closedBefore) ||
                    ((a.State == ApplicationState.Withdrawn || a.State == ApplicationState.Rejected) && a.EndedAt < endedBefore))
                orderby a.Id
                select new { Application = a, c.ClosesAt })
            .AsNoTracking().ToListAsync(cancel);
        var due = found.Where(f => ApplicationRetention.DeleteAfter(f.Application, f.ClosesAt) <= today).Select(f => f.Application.Id);
        return JobReport.Of("Forgotten", await Sweep.EachAsync(due, id => ForgetAsync(id, now, cancel), cancel));
    }

    private async Task<int> ForgetAsync(long id, DateTimeOffset now, CancellationToken cancel) => (await db.CommitAsync<int>(async token =>
    {
        await db.Applications.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
        var application = await db.Applications.SingleAsync(a => a.Id == id, token);
        var closesAt = await db.Calls.Where(c => c.Id == application.CallId).Select(c => c.ClosesAt).SingleAsync(token);
        // Decided anew, opened again, or forgotten by another meanwhile.
        if (ApplicationRetention.DeleteAfter(application, closesAt) is not { } day || day > LabTime.DateOf(now)) return 0;
        await archive.ForgetWithinAsync(nameof(Application), id, token);
        await db.ApplicationLinks.Where(l => l.ApplicationId == id).ExecuteDeleteAsync(token);
        await db.ApplicationAnswers.Where(a => a.ApplicationId == id).ExecuteDeleteAsync(token);
        await db.DuplicateFindings.Where(f => f.ApplicationId == id || f.OtherApplicationId == id).ExecuteDeleteAsync(token);
        await db.Set<ReviewScore>().Where(s => db.Reviews.Any(r => r.Id == s.ReviewId && r.ApplicationId == id))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Comment, (string?)null), token);
        await db.Reviews.Where(r => r.ApplicationId == id)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Summary, (string?)null).SetProperty(x => x.ConflictNote, (string?)null), token);
        await db.Decisions.Where(d => d.ApplicationId == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.PublicReason, KnownPerson.Gone)
            .SetProperty(x => x.InternalNote, (string?)null).SetProperty(x => x.CorrectionReason, (string?)null), token);
        application.Forget(now);
        db.Record(nameof(Application), id, "Forgotten", Actor.System, now);
        return 1;
    }, cancel: cancel)).Value;
}
