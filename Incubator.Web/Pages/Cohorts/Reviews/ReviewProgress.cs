using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>How far a call's reviewers are and who could step in; states only, never a score.</summary>
public sealed class ReviewProgress(IncubatorDb db)
{
    public async Task<Shown> LoadAsync(Call call, CancellationToken cancel)
    {
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.CallId == call.Id && a.State != ApplicationState.Draft && a.State != ApplicationState.Withdrawn).OrderBy(a => a.Number).ToListAsync(cancel);
        var reviews = await (
                from r in db.Reviews
                join a in db.Applications on r.ApplicationId equals a.Id
                where a.CallId == call.Id
                select new Given(r.Reference, r.ApplicationId, r.ReviewerId,
                    db.Users.Where(p => p.Id == r.ReviewerId).Select(p => p.FullName).FirstOrDefault() ?? "", r.State, r.Conflict, r.ConflictNote))
            .AsNoTracking().ToListAsync(cancel);
        var named = await (
                from n in db.CallReviewers
                join p in db.Users on n.PersonId equals p.Id
                where n.CallId == call.Id
                orderby p.FullName
                select new { n.PersonId, p.FullName, n.Organisation })
            .AsNoTracking().ToListAsync(cancel);
        var all = await AssignmentDesk.ReviewersOfTheHouse(db).AsNoTracking().OrderBy(p => p.FullName).Select(p => new { p.Id, p.FullName }).ToListAsync(cancel);
        var same = await AssignmentDesk.SameOrganisationAsync(db, call.Id, applications, [.. all.Select(p => p.Id)], cancel);
        var load = reviews.Where(r => r.Counts).GroupBy(r => r.ReviewerId).ToDictionary(g => g.Key, g => g.Count());
        return new Shown(
            [.. named.Select(n => new Reviewer(n.PersonId, n.FullName, n.Organisation, load.GetValueOrDefault(n.PersonId),
                reviews.Count(r => r.ReviewerId == n.PersonId && r.State == ReviewState.Submitted)))],
            [.. all.Where(p => named.All(n => n.PersonId != p.Id)).Select(p => new SelectListItem(p.FullName, $"{p.Id}"))],
            [.. applications.Select(a =>
            {
                var own = reviews.Where(r => r.ApplicationId == a.Id).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
                var may = named.Where(n => own.All(r => r.ReviewerId != n.PersonId || r.State == ReviewState.TakenOff) && !same.Contains((a.Id, n.PersonId)))
                    .OrderBy(n => load.GetValueOrDefault(n.PersonId)).ThenBy(n => n.FullName, StringComparer.CurrentCulture).ToList();
                var missing = a.State == ApplicationState.Submitted ? Math.Max(0, call.Reviewers - own.Count(r => r.Counts)) : 0;
                return new Row(a, own, missing,
                    [.. may.Select(n => new SelectListItem($"{n.FullName} ({load.GetValueOrDefault(n.PersonId)})", $"{n.PersonId}"))],
                    missing > may.Count ? new AssignmentShortage(a.Id, missing - may.Count, Barred(own, same.Count(s => s.Application == a.Id))) : null);
            })]);
    }

    private static Dictionary<AssignmentBar, int> Barred(List<Given> own, int sameOrganisation)
    {
        var barred = new Dictionary<AssignmentBar, int>
        {
            [AssignmentBar.Conflict] = own.Count(r => r.State == ReviewState.Recused),
            [AssignmentBar.SameOrganisation] = sameOrganisation,
        };
        return barred.Where(b => b.Value > 0).ToDictionary();
    }

    /// <param name="Others">People of the house who are not named for this call.</param>
    public sealed record Shown(IReadOnlyList<Reviewer> Reviewers, IReadOnlyList<SelectListItem> Others, IReadOnlyList<Row> Rows);

    /// <param name="Load">Reviews asked for, without recusals.</param>
    public sealed record Reviewer(long PersonId, string Name, string? Organisation, int Load, int Submitted);

    /// <param name="Replacements">Who could take it, the least loaded first.</param>
    /// <param name="Shortage">More are missing than could take it.</param>
    public sealed record Row(
        Application Application, IReadOnlyList<Given> Reviews, int Missing, IReadOnlyList<SelectListItem> Replacements, AssignmentShortage? Shortage);

    public sealed record Given(
        Guid Reference, long ApplicationId, long ReviewerId, string Name, ReviewState State, ConflictKind? Conflict, string? ConflictNote)
    {
        public bool Counts => State is not (ReviewState.Recused or ReviewState.TakenOff);
    }
}
