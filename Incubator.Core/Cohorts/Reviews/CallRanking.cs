using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>A call's ranking as the submitted reviews have it now.</summary>
public sealed class CallRanking(IncubatorDb db)
{
    /// <summary>Every application that was handed in and not withdrawn.</summary>
    public async Task<RankTable> LoadAsync(Call call, CancellationToken cancel = default)
    {
        var rubric = await db.Criteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CallId == call.Id).ToListAsync(cancel);
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.CallId == call.Id && a.State != ApplicationState.Draft && a.State != ApplicationState.Withdrawn).OrderBy(a => a.Id).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Include(r => r.Scores)
            .Where(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Id &&
                a.State != ApplicationState.Draft && a.State != ApplicationState.Withdrawn))
            .OrderBy(r => r.Id).ToListAsync(cancel);
        return RankTable.Of(call, rubric, applications, [.. reviews.Select(r => r.Fact()).OfType<ReviewFact>()]);
    }
}
