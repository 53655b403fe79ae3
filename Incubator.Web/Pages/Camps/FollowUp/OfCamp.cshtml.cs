using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>How far the follow-up of a camp is, challenge by challenge, for staff; what is overdue stands out.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class OfCampModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Camp Camp { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Overdue => Rows.Sum(r => r.Checks.Count(c => c.IsOverdue(Today)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return NotFound();
        (Camp, Today) = (camp, LabTime.DateOf(clock.GetUtcNow()));
        var challenges = await (
                from challenge in db.Challenges
                join company in db.Companies on challenge.CompanyId equals company.Id
                where challenge.CampId == camp.Id && challenge.State == ChallengeState.Accepted
                orderby company.Name, challenge.Id
                select new { Challenge = challenge, company.Name })
            .AsNoTracking().ToListAsync(cancel);
        var ids = challenges.ConvertAll(c => c.Challenge.Id);
        var ideas = (await db.CampIdeas.AsNoTracking().Include(i => i.Prototypes).Where(i => ids.Contains(i.ChallengeId)).ToListAsync(cancel)).ToLookup(i => i.ChallengeId);
        var checks = (await db.CampChecks.AsNoTracking().Where(c => ids.Contains(c.ChallengeId)).OrderBy(c => c.DueOn).ToListAsync(cancel)).ToLookup(c => c.ChallengeId);
        var outcomes = await db.ChallengeOutcomes.AsNoTracking().Where(o => ids.Contains(o.ChallengeId)).ToDictionaryAsync(o => o.ChallengeId, cancel);
        var quality = (await db.QualityOfAsync(ids, cancel)).ToLookup(q => q.Specification.ChallengeId);
        Rows = [.. challenges.Select(c => new Row(c.Challenge, c.Name, [.. ideas[c.Challenge.Id]], [.. checks[c.Challenge.Id]],
            outcomes.GetValueOrDefault(c.Challenge.Id), [.. quality[c.Challenge.Id].Select(q => q.Change).Where(q => q.IsKnown)]))];
        return Page();
    }

    /// <param name="Compared">Specifications measured on both sides of the camp.</param>
    public sealed record Row(
        Challenge Challenge, string Company, IReadOnlyList<CampIdea> Ideas, IReadOnlyList<CampCheck> Checks, ChallengeOutcome? Outcome,
        IReadOnlyList<QualityChange> Compared);
}
