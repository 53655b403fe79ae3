using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>The challenges of one's own companies, and the camps that take another.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class MineModel(IncubatorDb db, CurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(Challenge Challenge, Camp Camp, string Company)> Rows { get; private set; } = [];
    public IReadOnlyList<Camp> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var own = (await current.GetAsync()).CompanyIds;
        var rows = await (
                from c in db.Challenges
                join camp in db.Camps on c.CampId equals camp.Id
                join company in db.Companies on c.CompanyId equals company.Id
                where own.Contains(c.CompanyId)
                orderby camp.StartsOn descending, c.Id
                select new { Challenge = c, Camp = camp, company.Name })
            .AsNoTracking().ToListAsync(cancel);
        Rows = rows.ConvertAll(r => (r.Challenge, r.Camp, r.Name));
        Open = await db.Camps.AsNoTracking().Where(c => c.Status == CampStatus.Open && c.ChallengesCloseAt > now).OrderBy(c => c.ChallengesCloseAt).ToListAsync(cancel);
    }
}
