using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>A day of the plan as a board of rooms and times, with all that collides; a drop on the board comes here too.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class PlanModel(
    CampPlan plans, SessionDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<AgendaText> text) : PlanPageModel(plans, text)
{
    /// <summary>A placement of weeks is looked at around what is planned.</summary>
    private const int MostDays = 31;

    public DateOnly Day { get; private set; }
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];
    public IReadOnlyList<CampSession> OfDay { get; private set; } = [];
    public IReadOnlyList<string?> Columns { get; private set; } = [];
    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public string RoomName(string key) => Planned.Rooms.First(r => CampPlan.Key(r) == key).Name;

    public Guid? RoomReference(string? key) => key is null ? null : Planned.Rooms.First(r => CampPlan.Key(r) == key).Reference;

    public async Task<IActionResult> OnGetAsync(Guid reference, DateOnly? day, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        Show(DayOf(day));
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid reference, Guid session, string? start, Guid? room, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel) || Planned.Sessions.All(s => s.Reference != session)) return NotFound();
        Show(DayOf(null));
        var at = LocalMoment.Read(start, nameof(PlaceSession.Start));
        if (!at.Succeeded) return this.Refused(at.Refusals, refusals);
        Show(DayOf(LabTime.DateOf(at.Value)));
        var result = await desk.PlaceAsync(new PlaceSession { Reference = session, Start = at.Value, Room = room }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        await LoadAsync(reference, cancel);
        this.Say(Told(session));
        return Redirect(AgendaLinks.Plan(reference, LabTime.DateOf(at.Value)));
    }

    private void Show(DateOnly day)
    {
        Day = day;
        var used = Planned.Sessions.Select(s => s.Start).OfType<DateTimeOffset>().Select(LabTime.DateOf).ToHashSet();
        var all = CampPlan.Days(Camp).ToList();
        Days = all.Count <= MostDays ? all : [.. all.Where(d => used.Contains(d) || d == day || d == Camp.StartsOn || d == day.AddDays(1) || d == day.AddDays(-1)).Take(MostDays)];
        OfDay = [.. Planned.Sessions.Where(s => s.Start is { } start && LabTime.DateOf(start) == day)];
        List<string> rooms = [.. Planned.Rooms.Select(CampPlan.Key)];
        List<BoardItem> items = [.. OfDay.Select(s => new BoardItem(
            s.Reference, s.Slot!.Value, Planned.Rooms.FirstOrDefault(r => r.Id == s.RoomId) is { } room ? CampPlan.Key(room) : null))];
        Columns = [.. Board.Columns(rooms, items)];
        Rows = Board.Of(rooms, items, new TimeSlot(LabTime.AtMinute(day, Camp.DayStarts), LabTime.AtMinute(day, Camp.DayEnds)));
    }
}
