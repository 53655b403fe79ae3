using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Camps.Sessions;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>
/// Looks for a schedule in the background and shows how far it is, by a response header, so that it needs no script and may be
/// reloaded or left. What it found counts only once it is taken over.
/// </summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class AutomaticModel(
    CampPlan plans, PlanDesk desk, ScheduleRunner runner, CurrentActor current, RefusalText refusals, IStringLocalizer<AgendaText> text,
    IStringLocalizer<SessionsText> ofSessions) : PlanPageModel(plans, text)
{
    private static readonly int[] Choices = [5, 10, 30, 60];
    private readonly IStringLocalizer<AgendaText> text = text;

    [BindProperty]
    public int Seconds { get; set; } = 10;

    public ScheduleRunner.Run? Run { get; private set; }
    public IReadOnlyList<Move> Moves { get; private set; } = [];

    public bool IsStale => Run is { } run && run.Stamp != Planned.Stamp;

    public IReadOnlyList<SelectListItem> Lengths => [.. Choices.Select(s => new SelectListItem(text["{0} seconds", s], $"{s}"))];

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        if (Run is { IsRunning: true }) Response.Headers["Refresh"] = "1";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        if (!Choices.Contains(Seconds)) return this.Malformed();
        runner.Start(Planned, TimeSpan.FromSeconds(Seconds));
        return Redirect(AgendaLinks.Automatic(reference));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        Run?.Cancel();
        return Redirect(AgendaLinks.Automatic(reference));
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        runner.Forget(reference);
        return Redirect(AgendaLinks.Plan(reference));
    }

    public async Task<IActionResult> OnPostTakeOverAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        // After a restart, or thrown away in another window.
        if (Run?.Outcome is not { } outcome) return this.Refused([new Refusal("ScheduleGone")], refusals);
        var result = await desk.TakeOverAsync(reference, Run.Stamp, outcome.Plan, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        runner.Forget(reference);
        this.Say(text["The schedule was taken over; sessions moved: {0}", result.Value]);
        return Redirect(AgendaLinks.Plan(reference));
    }

    private async Task<bool> FindAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return false;
        Run = runner.Of(reference);
        if (Run?.Outcome is { } outcome && !IsStale)
        {
            Moves = [.. Planned.Sessions
                .Select(s => (Session: s, Now: Planned.Plan.PlaceOf(CampPlan.Key(s)), Then: outcome.Plan.PlaceOf(CampPlan.Key(s))))
                .Where(m => m.Now != m.Then)
                .Select(m => new Move(m.Session, Say(m.Session, m.Now), Say(m.Session, m.Then)))];
        }

        return true;
    }

    private string Say(CampSession session, PlanPlace? place)
    {
        if (place is null) return ofSessions["not scheduled yet"];
        var room = Planned.Rooms.FirstOrDefault(r => CampPlan.Key(r) == place.Room)?.Name;
        return LabFormat.Slot(new TimeSlot(place.Start, place.Start.AddMinutes(session.Minutes))) + (room is null ? "" : $", {room}");
    }

    public sealed record Move(CampSession Session, string Now, string Then);
}
