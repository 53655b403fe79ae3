using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>One session's time and room by hand. A place that collides is kept, and said so at once.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class PlaceModel(
    CampPlan plans, SessionDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<AgendaText> text) : PlanPageModel(plans, text)
{
    private readonly IStringLocalizer<AgendaText> text = text;

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public CampSession Of { get; private set; } = null!;
    public IReadOnlyList<string> Own { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rooms { get; private set; } = [];

    public DateOnly? Day => Of.Start is { } start ? LabTime.DateOf(start) : null;

    public string Earliest => LocalMoment.Text(LabTime.AtMinute(Camp.StartsOn, Camp.DayStarts));

    public string Latest => LocalMoment.Text(LabTime.AtMinute(Camp.EndsOn, Camp.DayEnds));

    public async Task<IActionResult> OnGetAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        Input = new()
        {
            Start = Of.Start is { } start ? LocalMoment.Text(start) : null,
            Room = Planned.Rooms.FirstOrDefault(r => r.Id == Of.RoomId)?.Reference,
            Pin = Of.IsPinned,
            Version = Of.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        var at = LocalMoment.Read(Input.Start, nameof(Input.Start));
        if (!at.Succeeded) return this.Refused(at.Refusals, refusals);
        return await PlaceAsync(reference, new PlaceSession { Reference = session, Start = at.Value, Room = Input.Room, Pin = Input.Pin, SeenVersion = Input.Version }, cancel);
    }

    public async Task<IActionResult> OnPostOffAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        return await PlaceAsync(reference, new PlaceSession { Reference = session, Pin = false, SeenVersion = Input.Version }, cancel);
    }

    private async Task<IActionResult> PlaceAsync(Guid reference, PlaceSession request, CancellationToken cancel)
    {
        var result = await desk.PlaceAsync(request, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            // The next try knows what it moves.
            ModelState.Remove("Input.Version");
            Input.Version = Of.Version;
            return this.Refused(result.Refusals, refusals);
        }

        await LoadAsync(reference, cancel);
        this.Say(request.Start is null ? text["The session has no time any more."] : Told(request.Reference));
        return Redirect(AgendaLinks.Plan(reference, request.Start is { } start ? LabTime.DateOf(start) : Day));
    }

    private async Task<bool> FindAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel) || Planned.Sessions.FirstOrDefault(s => s.Reference == session) is not { } found) return false;
        Of = found;
        Own = [.. Judgement.Clashes.Of(CampPlan.Key(found)).Select(Words.Of).Distinct()];
        Rooms = [new(text["No room"], ""), .. Planned.Rooms.Select(r => new SelectListItem(r.Name, $"{r.Reference}"))];
        return true;
    }

    public sealed class PlaceInput
    {
        /// <summary>Local, as typed.</summary>
        public string? Start { get; set; }

        public Guid? Room { get; set; }

        public bool Pin { get; set; }

        public Guid? Version { get; set; }
    }
}
