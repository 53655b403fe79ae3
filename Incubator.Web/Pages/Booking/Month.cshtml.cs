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
public sealed class MonthModel(
    IncubatorDb db, WallCalendar wall, LivePart live, CurrentActor current, TimeProvider clock, IStringLocalizer<BookingText> text) : PageModel
{
    /// <summary>"2026-11".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>A category's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public DateOnly First { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<ResourceCategory> Categories { get; private set; } = [];

    /// <summary>Of the calendar that is shown.</summary>
    public string Stamp { get; private set; } = "";

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, DateTime.DaysInMonth(First.Year, First.Month)).Select(First.AddDays);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Today = LabTime.DateOf(now);
        Stamp = await live.StampAsync(cancel);
        First = string.IsNullOrEmpty(Month) ? CalendarAddress.FirstOf(Today) : CalendarAddress.Month(Month) ?? Unreadable();
        var last = First.AddMonths(1).AddDays(-1);
        var language = LabFormat.Language;
        Categories = [.. (await db.ResourceCategories.AsNoTracking().ToListAsync(cancel))
            .OrderBy(c => c.Name(language), StringComparer.CurrentCulture)];
        var chosen = string.IsNullOrEmpty(Category) ? Categories : [.. Categories.Where(c => c.Code == Category)];
        var ids = chosen.Select(c => c.Id).ToArray();
        var monthStart = LabTime.StartOf(First);
        var resources = await db.Resources.AsNoTracking()
            .Where(r => ids.Contains(r.CategoryId) && (r.RetiredAt == null || r.RetiredAt > monthStart))
            .AsCalendar().ToListAsync(cancel);
        var plans = await wall.ReadAsync(resources, First, last, await current.GetAsync(), now, cancel);
        Groups =
        [
            .. chosen.Select(c => new Group(c.Name(language),
            [
                .. resources.Where(r => r.CategoryId == c.Id).OrderBy(r => r.Name(language), StringComparer.CurrentCulture)
                    .Select(r => new Row(r.Code, r.Name(language), [.. plans[r.Id].Select(Load.Of)])),
            ])).Where(g => g.Rows.Count > 0),
        ];
        return Page();
    }

    public string Link(DateOnly month) => $"/booking/month?month={CalendarAddress.MonthOf(month)}{CategoryPart}";

    public string DayLink(DateOnly day) => $"/booking/day?date={CalendarAddress.Of(day)}{CategoryPart}";

    private string CategoryPart => string.IsNullOrEmpty(Category) ? "" : $"&category={Uri.EscapeDataString(Category)}";

    private DateOnly Unreadable()
    {
        ModelState.AddModelError(nameof(Month), text["This is not a month; the present one is shown."]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return CalendarAddress.FirstOf(Today);
    }

    public sealed record Group(string Name, IReadOnlyList<Row> Rows);

    public sealed record Row(string Code, string Name, IReadOnlyList<Load> Days);

    /// <param name="Percent">Of the open time of all units; null: closed.</param>
    public sealed record Load(DateOnly Day, int? Percent)
    {
        /// <summary>0 (free) to 4 (nearly full): how far the cell is filled.</summary>
        public int Level => Percent switch { null or 0 => 0, < 34 => 1, < 67 => 2, < 90 => 3, _ => 4 };

        public static Load Of(DayPlan plan) =>
            new(plan.Day, plan.OpenQuarters == 0 ? null : (int)Math.Round(100.0 * plan.ReservedQuarters / plan.OpenQuarters));
    }
}
