using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps;

/// <summary>Every camp, for staff, with what needs them; the latest first.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class ManageModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var number = Math.Clamp(page ?? 1, 1, 10_000);
        var rows = await db.Camps.AsNoTracking().OrderByDescending(c => c.StartsOn).ThenByDescending(c => c.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(c => new
            {
                Camp = c,
                ToDecide = db.Challenges.Count(x => x.CampId == c.Id && x.State == ChallengeState.Submitted),
                Accepted = db.Challenges.Count(x => x.CampId == c.Id && x.State == ChallengeState.Accepted),
                Admitted = db.Participants.Count(p => p.CampId == c.Id && p.State == ParticipantState.Admitted),
            }).ToListAsync(cancel);
        Rows = rows.ConvertAll(r => new Row(r.Camp, CampRules.NudgeOf(r.Camp, now), r.ToDecide, r.Accepted, r.Admitted));
        Pager = new Pager(number, PageSize, await db.Camps.CountAsync(cancel), Request);
    }

    /// <param name="ToDecide">Challenges that wait for a decision.</param>
    public sealed record Row(Camp Camp, CampNudge? Nudge, int ToDecide, int Accepted, int Admitted);
}
