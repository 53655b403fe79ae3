using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>What is now and next, for the crew, staff, and participants with an account; from here staff and organisers send messages.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class TodayModel(
    IncubatorDb db, TodayReader reader, AttendanceReader attendance, MessageDesk desk, CurrentActor current, RefusalText refusals,
    IStringLocalizer<AttendanceText> text, TimeProvider clock) : PageModel
{
    private const string Everyone = nameof(MessageAudience.Everyone), Crew = nameof(MessageAudience.Crew);

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public MessageInput Input { get; set; } = new();

    public CampToday Board { get; private set; } = null!;
    public bool MayCheckIn { get; private set; }
    public bool MaySend { get; private set; }
    public IReadOnlyList<SelectListItem> Audiences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !MaySend) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var team = Guid.TryParse(Input.To, out var one) ? one : (Guid?)null;
        var result = await desk.SendAsync(new SendCampMessage
        {
            Camp = Reference,
            Audience = team is not null ? MessageAudience.Team : Input.To == Crew ? MessageAudience.Crew : MessageAudience.Everyone,
            Team = team,
            Text = Input.Text,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The message is on its way to {0} people.", result.Value]);
        return Redirect(AttendanceLinks.Today(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        var isCrew = actor.IsStaff || await db.CrewMembers.AnyAsync(m => m.CampId == camp.Id && m.PersonId == actor.PersonId, cancel);
        var place = await db.Participants.Where(p => p.CampId == camp.Id && p.PersonId == actor.PersonId && p.State == ParticipantState.Admitted)
            .Select(p => new { Team = db.TeamMembers.Where(m => m.ParticipantId == p.Id).Select(m => (long?)m.TeamId).FirstOrDefault() }).FirstOrDefaultAsync(cancel);
        if (!isCrew && place is null) return false;
        Board = await reader.ReadAsync(camp, place?.Team, isCrew, clock.GetUtcNow(), cancel);
        MayCheckIn = await attendance.MayKeepAsync(camp.Id, actor, cancel);
        MaySend = actor.IsStaff || await db.CrewMembers.AnyAsync(m => m.CampId == camp.Id && m.PersonId == actor.PersonId && m.Role == CrewRole.Organiser, cancel);
        var teams = await db.Teams.Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).Select(t => new { t.Reference, t.Name }).ToListAsync(cancel);
        Audiences = [new(text["Everybody: participants and crew"], Everyone), new(text["The crew only"], Crew), .. teams.Select(t => new SelectListItem(t.Name, t.Reference.ToString()))];
        return true;
    }

    public sealed class MessageInput
    {
        [Required, StringLength(40)]
        public string To { get; set; } = Everyone;

        [Required, StringLength(CampMessage.TextMaxLength)]
        public string? Text { get; set; }
    }
}
