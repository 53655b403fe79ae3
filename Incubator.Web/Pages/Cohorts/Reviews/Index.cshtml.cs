using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>What one has to review, the most urgent first; for staff also the calls that are being reviewed.</summary>
[Authorize(Policy = Permission.Review)]
public sealed class IndexModel(IncubatorDb db, CurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Own { get; private set; } = [];
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool IsStaff { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        IsStaff = actor.IsStaff;
        var now = clock.GetUtcNow();
        Today = LabTime.DateOf(now);
        Own = [.. (await (
                from review in db.Reviews
                join application in db.Applications on review.ApplicationId equals application.Id
                join call in db.Calls on application.CallId equals call.Id
                where review.ReviewerId == actor.PersonId && review.State != ReviewState.Recused && review.State != ReviewState.TakenOff &&
                    application.State != ApplicationState.Draft && application.State != ApplicationState.Withdrawn
                select new Row(
                    review.Reference, review.State, application.Number, application.CompanyName ?? "",
                    LabFormat.Language == "hu" ? call.TitleHu : call.TitleEn,
                    db.ReviewRounds.Where(r => r.CallId == call.Id).Select(r => r.DueOn).FirstOrDefault(),
                    review.Scores.Count(s => s.Score != null),
                    db.Criteria.Count(c => c.CallId == call.Id),
                    review.State == ReviewState.Submitted || (application.State != ApplicationState.Submitted && review.ReopenedAt == null)))
            .AsNoTracking().ToListAsync(cancel))
            .OrderBy(r => r.IsOver).ThenBy(r => r.DueOn ?? DateOnly.MaxValue).ThenBy(r => r.Number, StringComparer.Ordinal)];
        if (IsStaff)
        {
            Calls = await (
                    from call in db.Calls
                    where call.PublishedAt != null && call.ClosesAt <= now && db.Applications.Any(a => a.CallId == call.Id && a.SubmittedAt != null)
                    orderby call.ClosesAt descending
                    select new CallRow(
                        call.Reference, LabFormat.Language == "hu" ? call.TitleHu : call.TitleEn, call.ClosesAt,
                        db.Applications.Count(a => a.CallId == call.Id && a.SubmittedAt != null && a.State != ApplicationState.Withdrawn),
                        db.Applications.Count(a => a.CallId == call.Id && a.State == ApplicationState.Submitted),
                        db.Reviews.Count(r => r.State == ReviewState.Submitted && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id)),
                        db.Reviews.Count(r => r.State != ReviewState.Recused && r.State != ReviewState.TakenOff &&
                            db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id))))
                .AsNoTracking().Take(50).ToListAsync(cancel);
        }
    }

    /// <param name="IsOver">Nothing is to be done any more.</param>
    public sealed record Row(
        Guid Reference, ReviewState State, string Number, string Company, string Call, DateOnly? DueOn, int Scored, int Criteria, bool IsOver);

    /// <param name="Open">Applications not decided yet.</param>
    public sealed record CallRow(Guid Reference, string Title, DateTimeOffset ClosedAt, int Applications, int Open, int Submitted, int Asked);
}
