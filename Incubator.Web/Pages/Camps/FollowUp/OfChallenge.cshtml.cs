using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>What became of a challenge after its camp, for its company and staff: outcome, ideas, prototypes, answers.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class OfChallengeModel(IncubatorDb db, FollowUpHistory history, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid Of { get; set; }

    public FollowedChallenge Shown { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public bool IsStaff { get; private set; }
    public ChallengeOutcome? Outcome { get; private set; }
    public IReadOnlyList<IdeaRow> Ideas { get; private set; } = [];
    public IReadOnlyList<CampCheck> Checks { get; private set; } = [];
    public IReadOnlyList<SpecificationQuality> Quality { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (await FollowedChallenge.FindAsync(db, Of, actor, cancel) is not { } found) return NotFound();
        (Shown, IsStaff, Today) = (found, actor.IsStaff, LabTime.DateOf(clock.GetUtcNow()));
        var id = found.Challenge.Id;
        Outcome = await db.ChallengeOutcomes.AsNoTracking().SingleOrDefaultAsync(o => o.ChallengeId == id, cancel);
        Checks = await db.CampChecks.AsNoTracking().Where(c => c.ChallengeId == id).OrderBy(c => c.DueOn).ToListAsync(cancel);
        Ideas = await IdeaRow.ReadAsync(db, id, cancel);
        Quality = await db.QualityOfAsync([id], cancel);
        History = await history.ReadAsync(FollowUpDesk.Subject, id, cancel);
        return Page();
    }
}

/// <summary>An idea with its team and what was booked for it.</summary>
public sealed record IdeaRow(CampIdea Idea, string? Team, IReadOnlyList<IdeaRow.Booked> Prototypes)
{
    public sealed record Booked(Guid Reference, string Number, ReservationState State, TimeSlot Slot);

    public static async Task<IReadOnlyList<IdeaRow>> ReadAsync(IncubatorDb db, long challenge, CancellationToken cancel)
    {
        var ideas = await db.CampIdeas.AsNoTracking().Include(i => i.Prototypes).Where(i => i.ChallengeId == challenge).OrderBy(i => i.Id).ToListAsync(cancel);
        var teams = await db.Teams.Where(t => t.ChallengeId == challenge || db.CampIdeas.Any(i => i.ChallengeId == challenge && i.TeamId == t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        var ids = ideas.SelectMany(i => i.Prototypes).Select(p => p.ReservationId).ToList();
        var booked = (await db.Reservations.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Reference, r.Number, r.State, r.Start, r.End }).ToListAsync(cancel))
            .ToDictionary(r => r.Id, r => new Booked(r.Reference, r.Number, r.State, new TimeSlot(r.Start, r.End)));
        return [.. ideas.Select(i => new IdeaRow(i, i.TeamId is { } team ? teams.GetValueOrDefault(team) : null,
            [.. i.Prototypes.Select(p => booked[p.ReservationId]).OrderBy(b => b.Slot.Start)]))];
    }
}
