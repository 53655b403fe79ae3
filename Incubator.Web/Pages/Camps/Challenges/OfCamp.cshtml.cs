using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>Every challenge of a camp, for staff; what waits for a decision first.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class OfCampModel(IncubatorDb db) : PageModel
{
    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel) is not { } camp) return NotFound();
        Camp = camp;
        var rows = await (
                from c in db.Challenges
                join company in db.Companies on c.CompanyId equals company.Id
                where c.CampId == camp.Id
                orderby c.Id
                select new { Challenge = c, company.Name, Teams = db.Teams.Count(t => t.ChallengeId == c.Id) })
            .AsNoTracking().ToListAsync(cancel);
        Rows = [.. rows.Select(r => new Row(r.Challenge, r.Name, r.Teams)).OrderBy(r => r.Challenge.State == ChallengeState.Submitted ? 0 : 1)];
        return Page();
    }

    public sealed record Row(Challenge Challenge, string Company, int Teams);
}
