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
public sealed class DayModel(
    IncubatorDb db, WallCalendar wall, CurrentActor current, TimeProvider clock, IStringLocalizer<BookingText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Date { get; set; }

    /// <summary>A category's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    /// <summary>"list": the plain path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>"all": midnight to midnight.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Hours { get; set; }

    /// <summary>The end of the running minute: within it nothing on the page depends on the clock.</summary>
    private DateTimeOffset Now { get; } = EndOfMinute(clock.GetUtcNow());

    public DateOnly Day { get; private set; }

    public DateOnly Today { get; private set; }

    public Timeline Timeline { get; private set; } = null!;

    public IReadOnlyList<ResourceCategory> Categories { get; private set; } = [];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    /// <summary>What makes the day differ for the whole lab.</summary>
    public CalendarException? Exception { get; private set; }

    public bool IsList => View == "list";

    public bool IsWholeDay => Hours == "all";

    /// <summary>Whoever asks for the same day with the same choices is shown the same; null: drawn anew each time.</summary>
    public string? Sameness { get; private set; }

    /// <summary>Of the calendar that is shown.</summary>
    public string Stamp { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Today = LabTime.DateOf(Now);
        Day = string.IsNullOrEmpty(Date) ? Today : CalendarAddress.Day(Date) ?? Unreadable();
        var stamp = await wall.StampAsync(cancel);
        Stamp = LivePart.Of(stamp);
        if (!ModelState.IsValid || stamp is null) return Page();
        var actor = await current.GetAsync();
        Sameness = string.Join('|', stamp, Now.UtcTicks, actor.IsStaff, string.Join(',', actor.CompanyIds), Day);
        return Page();
    }

    /// <summary>Reads what the page shows; asked by the page only when it has to be drawn. Others may wait for it, so nobody's leaving stops it.</summary>
    public async Task ReadAsync()
    {
        var cancel = CancellationToken.None;
        var actor = await current.GetAsync();
        Categories = await db.ResourceCategories.AsNoTracking().ToListAsync(cancel);
        Sites = await db.Sites.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel);
        var resources = await ResourcesAsync(LabTime.StartOf(Day), cancel);
        var plans = await wall.ReadAsync(resources, Day, Day, actor, Now, cancel);
        Exception = plans.Values.Select(p => p[0].Exception).FirstOrDefault(e => e is { SiteId: null, ResourceId: null });
        Timeline = new Timeline
        {
            Groups = [.. Groups(resources, plans)],
            Window = IsWholeDay ? TimelineWindow.WholeDay : TimelineWindow.Around(plans.Values.Select(p => p[0])),
            Now = Now,
        };
    }

    /// <summary>This page with something changed.</summary>
    public string Link(DateOnly? day = null, string? view = null, string? hours = null)
    {
        var link = $"/booking/day?date={CalendarAddress.Of(day ?? Day)}";
        if (!string.IsNullOrEmpty(Category)) link += $"&category={Uri.EscapeDataString(Category)}";
        if (!string.IsNullOrEmpty(Site)) link += $"&site={Uri.EscapeDataString(Site)}";
        if ((view ?? View) is { Length: > 0 } v) link += $"&view={Uri.EscapeDataString(v)}";
        if ((hours ?? Hours) is { Length: > 0 } h) link += $"&hours={Uri.EscapeDataString(h)}";
        return link;
    }

    private static DateTimeOffset EndOfMinute(DateTimeOffset now) =>
        new((now.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private DateOnly Unreadable()
    {
        ModelState.AddModelError(nameof(Date), text["This is not a date; today is shown."]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Today;
    }

    private async Task<List<CalendarResource>> ResourcesAsync(DateTimeOffset dayStart, CancellationToken cancel)
    {
        var resources = db.Resources.AsNoTracking().Where(r => r.RetiredAt == null || r.RetiredAt > dayStart);
        if (!string.IsNullOrEmpty(Category))
        {
            var category = Categories.FirstOrDefault(c => c.Code == Category)?.Id ?? 0;
            resources = resources.Where(r => r.CategoryId == category);
        }

        if (!string.IsNullOrEmpty(Site))
        {
            var site = Sites.FirstOrDefault(s => s.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == Site)?.Id ?? 0;
            resources = resources.Where(r => r.SiteId == site);
        }

        return await resources.AsCalendar().ToListAsync(cancel);
    }

    private IEnumerable<TimelineGroup> Groups(List<CalendarResource> resources, Dictionary<long, DayPlan[]> plans)
    {
        var language = LabFormat.Language;
        var week = CalendarAddress.WeekOf(Day);
        var byName = StringComparer.CurrentCulture;
        var rows = resources.ToLookup(r => r.CategoryId);
        foreach (var category in Categories.OrderBy(c => c.Name(language), byName))
        {
            if (!rows.Contains(category.Id)) continue;
            yield return new TimelineGroup(category.Name(language),
            [
                .. rows[category.Id].OrderBy(r => r.Name(language), byName).ThenBy(r => r.Code, byName).Select(r => new TimelineRow(
                    r.Code, r.Name(language), r.Room, $"/booking/week/{Uri.EscapeDataString(r.Code)}?week={week}", plans[r.Id][0])),
            ]);
        }
    }
}
