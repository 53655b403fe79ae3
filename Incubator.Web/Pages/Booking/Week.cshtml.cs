using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

[Authorize(Policy = Permission.Book)]
public sealed class WeekModel(
    IncubatorDb db, WallCalendar wall, LivePart live, CurrentActor current, TimeProvider clock, IStringLocalizer<BookingText> text) : PageModel
{
    /// <summary>"2026-W46".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    /// <summary>"all": midnight to midnight.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Hours { get; set; }

    public DateOnly Monday { get; private set; }

    public DateOnly Today { get; private set; }

    public CalendarResource Resource { get; private set; } = null!;

    public Timeline Timeline { get; private set; } = null!;

    /// <summary>Of the calendar that is shown.</summary>
    public string Stamp { get; private set; } = "";

    public bool IsWholeDay => Hours == "all";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var found = await db.Resources.AsNoTracking().Where(r => r.Code == code).AsCalendar().FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        Resource = found;
        Stamp = await live.StampAsync(cancel);
        var now = clock.GetUtcNow();
        Today = LabTime.DateOf(now);
        Monday = string.IsNullOrEmpty(Week) ? CalendarAddress.MondayOf(Today) : CalendarAddress.Week(Week) ?? Unreadable();
        var days = (await wall.ReadAsync([Resource], Monday, Monday.AddDays(6), await current.GetAsync(), now, cancel))[Resource.Id];
        Timeline = new Timeline
        {
            Groups = [new TimelineGroup(null, [.. days.Select(Row)])],
            Window = IsWholeDay ? TimelineWindow.WholeDay : TimelineWindow.Around(days),
            Now = now,
        };
        return Page();
    }

    /// <summary>This page with something changed.</summary>
    public string Link(DateOnly? monday = null, string? hours = null)
    {
        var link = $"/booking/week/{Uri.EscapeDataString(Resource.Code)}?week={CalendarAddress.WeekOf(monday ?? Monday)}";
        return (hours ?? Hours) is { Length: > 0 } h ? $"{link}&hours={Uri.EscapeDataString(h)}" : link;
    }

    private TimelineRow Row(DayPlan plan) => new(
        Resource.Code, LabFormat.ShortDate(plan.Day), plan.Exception?.Name(LabFormat.Language),
        $"/booking/day?date={CalendarAddress.Of(plan.Day)}", plan);

    private DateOnly Unreadable()
    {
        ModelState.AddModelError(nameof(Week), text["This is not a week; the present one is shown."]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return CalendarAddress.MondayOf(Today);
    }
}
