using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>A call's ranking: as it stands, or as it stood at a decision. Staff who still review in this call wait until they have submitted.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class ResultsModel(IncubatorDb db, CallRanking ranking, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "call")]
    public Guid Reference { get; set; }

    /// <summary>A decision whose ranking is shown instead of the present one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? At { get; set; }

    public Call Call { get; private set; } = null!;
    public RankTable? Table { get; private set; }
    public IReadOnlyDictionary<long, Application> Applications { get; private set; } = new Dictionary<long, Application>();
    public DateTimeOffset? FrozenAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>The same as a CSV file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        return Table is null
            ? Redirect(ReviewLinks.Results(Reference))
            : File(RankingExport.Write(Table), "text/csv; charset=utf-8", "ranking.csv");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == Reference && c.PublishedAt != null, cancel) is not { } call) return false;
        Call = call;
        var actor = await current.GetAsync();
        Applications = await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id && a.State != ApplicationState.Draft).ToDictionaryAsync(a => a.Id, cancel);
        if (await db.Reviews.AnyAsync(r => r.ReviewerId == actor.PersonId && (r.State == ReviewState.Asked || r.State == ReviewState.Draft) &&
            db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id && a.State == ApplicationState.Submitted), cancel)) return true;
        if (At is not { } decision)
        {
            Table = await ranking.LoadAsync(call, cancel);
            return true;
        }

        var snapshot = await db.RankSnapshots.AsNoTracking()
            .Where(s => s.CallId == call.Id && db.Decisions.Any(d => d.Reference == decision && d.SnapshotId == s.Id)).SingleOrDefaultAsync(cancel);
        (Table, FrozenAt) = (snapshot?.Read(), snapshot?.TakenAt);
        return snapshot is not null;
    }
}
