using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A milestone is proposed, or its words changed, by staff or its company.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class PlanMilestoneModel(
    IncubatorDb db, MilestoneDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ProgrammesText> text) : PageModel
{
    /// <summary>Null: a new one of <see cref="Member"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "member")]
    public Guid? Member { get; set; }

    [BindProperty]
    public MilestoneInput Input { get; set; } = new();

    public string Company { get; private set; } = "";
    public string Back { get; private set; } = CohortLinks.Own;

    /// <summary>The company's goals, to choose from; none where it has told none.</summary>
    public IReadOnlyList<SelectListItem> Goals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (found, milestone) = await LoadAsync(cancel);
        if (!found) return NotFound();
        if (milestone is not null)
            Input = new() { Text = milestone.Text, GoalId = milestone.GoalId, Goal = milestone.GoalId is null ? milestone.Goal : null, DueOn = milestone.DueOn, Version = milestone.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!(await LoadAsync(cancel)).Found) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.PlanAsync(new PlanMilestone
        {
            Reference = Reference,
            Member = Member,
            Text = Input.Text,
            GoalId = Input.GoalId,
            Goal = Input.Goal,
            DueOn = Input.DueOn!.Value,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The milestone was saved; the other side is to agree."]);
        return Redirect(CohortLinks.Milestone(result.Value));
    }

    private async Task<(bool Found, Milestone? Milestone)> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var owned = Reference is { } known ? await OwnedMilestone.FindAsync(db, known, actor, cancel) : null;
        if (Reference is not null && owned is null) return (false, null);
        var companies = actor.CompanyIds;
        var member = owned?.Member ?? await db.CohortMembers.AsNoTracking()
            .FirstOrDefaultAsync(m => m.Reference == Member && (actor.IsStaff || companies.Contains(m.CompanyId)), cancel);
        if (member is null) return (false, null);
        Company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(cancel);
        var chosen = owned?.Milestone.GoalId;
        var goals = await db.CompanyGoals.Where(g => g.CompanyId == member.CompanyId && (g.State == GoalState.Open || g.Id == chosen))
            .OrderBy(g => g.Id).Select(g => new { g.Id, g.Words }).ToListAsync(cancel);
        if (goals.Count > 0) Goals = [new(text["Another, in words below"], ""), .. goals.Select(g => new SelectListItem(g.Words, $"{g.Id}"))];
        Back = owned is not null ? CohortLinks.Milestone(owned.Milestone.Reference) : actor.IsStaff ? CohortLinks.Member(member.Reference) : CohortLinks.Own;
        return (true, owned?.Milestone);
    }

    public sealed class MilestoneInput
    {
        [Required, StringLength(Milestone.TextMaxLength)]
        public string? Text { get; set; }

        public long? GoalId { get; set; }

        [StringLength(Milestone.GoalMaxLength)]
        public string? Goal { get; set; }

        [Required]
        public DateOnly? DueOn { get; set; }

        public Guid? Version { get; set; }
    }
}
