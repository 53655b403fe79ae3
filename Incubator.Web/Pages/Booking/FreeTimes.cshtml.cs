using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

[Authorize(Policy = Permission.Book)]
public sealed class FreeTimesModel(
    IncubatorDb db, FreeTimes freeTimes, CurrentActor current, GateNotice onboarding,
    IStringLocalizer<BookingText> text, TimeProvider clock) : PageModel
{
    private const int Noon = 12 * 60;

    /// <summary>A resource's code.</summary>
    [BindProperty(SupportsGet = true, Name = "resource")]
    public string? ResourceCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "category")]
    public string? CategoryCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "minutes")]
    public int Minutes { get; set; } = 180;

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "units")]
    public int Units { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Resources { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Lengths { get; private set; } = [];

    public IReadOnlyList<IGrouping<DateOnly, Found>> Days { get; private set; } = [];

    public bool Searched { get; private set; }

    /// <summary>Nothing was found because the onboarding lets nothing be booked: why, and where the steps stand.</summary>
    public GateNotice.Shown? Gate { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        From ??= today;
        Until ??= From.Value.AddDays(13);
        var all = await LoadAsync(cancel);
        if (Units is < 1 or > Resource.MaxUnits) ModelState.AddModelError("units", text["Give a number from 1 to {0}.", Resource.MaxUnits]);
        if (Until < From) ModelState.AddModelError("until", text["The last day must not be before the first."]);
        if (Minutes is < QuarterHour.Minutes or > 14 * 24 * 60 || Minutes % QuarterHour.Minutes != 0)
            ModelState.AddModelError("minutes", text["Choose a length."]);
        if (!ModelState.IsValid) return this.Malformed();

        var wanted = all.Where(r => (string.IsNullOrEmpty(ResourceCode) || r.Code == ResourceCode) &&
            (string.IsNullOrEmpty(CategoryCode) || !string.IsNullOrEmpty(ResourceCode) || r.CategoryCode == CategoryCode)).ToDictionary(r => r.Id);
        Searched = true;
        var actor = await current.GetAsync();
        var found = await freeTimes.FindAsync(new FindFreeTime
        {
            ResourceIds = [.. wanted.Keys],
            Minutes = Minutes,
            From = From.Value,
            Until = Until.Value,
            EarliestMinute = Part == "afternoon" ? Noon : 0,
            LatestMinute = Part == "morning" ? Noon : OpeningPattern.MinutesPerDay,
            Units = Units,
            CompanyId = actor.IsStaff ? null : actor.CompanyIds.Cast<long?>().FirstOrDefault(),
            Take = 40,
        }, actor, cancel);
        Days = [.. found
            .Select(f => new Found(wanted[f.ResourceId].Name, f.Slot, BookingLinks.Reserve(wanted[f.ResourceId].Code, f.Slot, Units, f.LotUse)))
            .GroupBy(f => LabTime.DateOf(f.Slot.Start))];
        if (found.Count == 0 && !actor.IsStaff && actor.CompanyIds.Count > 0) Gate = await onboarding.ReadAsync(actor, actor.CompanyIds[0], From.Value, cancel);
        return Page();
    }

    private async Task<List<Offered>> LoadAsync(CancellationToken cancel)
    {
        var hungarian = LabFormat.Language == "hu";
        var all = await (
                from r in db.Resources
                join c in db.ResourceCategories on r.CategoryId equals c.Id
                where r.RetiredAt == null
                select new Offered(r.Id, r.Code, hungarian ? r.NameHu : r.NameEn, c.Code, hungarian ? c.NameHu : c.NameEn))
            .AsNoTracking().ToListAsync(cancel);
        Resources = [.. all.OrderBy(r => r.Name, StringComparer.CurrentCulture).Select(r => new SelectListItem($"{r.Name} · {r.Code}", r.Code))];
        Categories = [.. all.Select(r => (r.CategoryCode, r.CategoryName)).Distinct().OrderBy(c => c.CategoryName, StringComparer.CurrentCulture)
            .Select(c => new SelectListItem(c.CategoryName, c.CategoryCode))];
        int[] lengths = [30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720, 1440, 2880];
        Lengths = [.. lengths.Append(Minutes).Where(m => m > 0).Distinct().Order()
            .Select(m => new SelectListItem(LabFormat.Minutes(m), m.ToString(CultureInfo.InvariantCulture)))];
        return all;
    }

    private sealed record Offered(long Id, string Code, string Name, string CategoryCode, string CategoryName);

    public sealed record Found(string Name, TimeSlot Slot, string Url);
}
