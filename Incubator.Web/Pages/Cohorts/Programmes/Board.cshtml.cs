using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>A cohort at a glance: companies by quarters, each milestone with its light, each company with the reasons behind its own.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class BoardModel(IncubatorDb db, CohortBoard board, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    /// <summary>Shows only companies of this colour.</summary>
    [BindProperty(SupportsGet = true, Name = "colour")]
    public LightColour? Colour { get; set; }

    /// <summary>Shows only companies in this state; without it those that are active or graduated.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public CohortMemberState? State { get; set; }

    public Cohort Cohort { get; private set; } = null!;
    public string Programme { get; private set; } = "";
    public string? Responsible { get; private set; }
    public IReadOnlyList<BoardRow> All { get; private set; } = [];
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];
    public IReadOnlyList<CalendarQuarter> Quarters { get; private set; } = [];

    /// <summary>Milestones that the company has agreed to and staff not yet.</summary>
    public IReadOnlyList<(BoardRow Row, Milestone Milestone)> ToAgree { get; private set; } = [];

    public IReadOnlyList<(BoardRow Row, CalendarQuarter Quarter)> Overdue { get; private set; } = [];
    public IReadOnlyList<(BoardRow Row, FollowUp FollowUp)> FollowUps { get; private set; } = [];

    public int Seated => All.Count(r => r.Member.Holds);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return BadRequest();
        var cohort = await db.Cohorts.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel);
        if (cohort is null) return NotFound();
        Cohort = cohort;
        var today = LabTime.DateOf(clock.GetUtcNow());
        Programme = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == cohort.ProgrammeId, cancel)).Name(LabFormat.Language);
        Responsible = await db.Users.Where(u => u.Id == cohort.ResponsibleId).Select(u => u.FullName).FirstOrDefaultAsync(cancel);
        All = await board.ReadAsync(db.CohortMembers.Where(m => m.CohortId == cohort.Id), today, cancel);
        Rows = [.. All.Where(r => State is { } state ? r.Member.State == state : r.Member.Holds)
            .Where(r => Colour is null || r.Light?.Colour == Colour)
            .OrderByDescending(r => r.Light?.Colour).ThenBy(r => r.Company, StringComparer.CurrentCulture)];
        Quarters = QuartersOf(Rows, today);

        var active = All.Where(r => r.Light is not null).ToList();
        ToAgree = [.. active.SelectMany(r => r.Milestones
            .Where(m => m.Milestone is { State: MilestoneState.Open, AgreedByStaffAt: null, AgreedByCompanyAt: not null }).Select(m => (r, m.Milestone)))];
        Overdue = [.. All.Where(r => r.Member.Holds).SelectMany(r => r.Missing.Where(q => UpdateRules.IsOverdue(q, today)).Select(q => (r, q)))];
        var due = await db.FollowUps.AsNoTracking()
            .Where(f => f.AnsweredAt == null && f.DueOn <= today && db.CohortMembers.Any(m => m.Id == f.MemberId && m.CohortId == cohort.Id))
            .OrderBy(f => f.DueOn).ToListAsync(cancel);
        FollowUps = [.. due.Select(f => (All.First(r => r.Member.Id == f.MemberId), f))];
        return Page();
    }

    /// <summary>The quarters in which a milestone is due, and the running one.</summary>
    private static List<CalendarQuarter> QuartersOf(IReadOnlyList<BoardRow> rows, DateOnly today) =>
        [.. rows.SelectMany(r => r.Milestones).Select(m => CalendarQuarter.Of(m.Milestone.DueOn)).Append(CalendarQuarter.Of(today)).Distinct().Order()];
}
