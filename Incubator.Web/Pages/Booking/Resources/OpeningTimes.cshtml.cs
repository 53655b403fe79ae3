using System.ComponentModel.DataAnnotations;
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

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class OpeningTimesModel(
    IncubatorDb db, OpeningTimes times, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text, TimeProvider clock) : PageModel
{
    /// <summary>Monday first, as typed.</summary>
    [BindProperty]
    public string?[] Week { get; set; } = new string?[7];

    /// <summary>The week as the page was opened.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public DayInput Day { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "site")]
    public long? SiteId { get; set; }

    [BindProperty(SupportsGet = true, Name = "resource")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "year"), Range(2000, 2100)]
    public int? Year { get; set; }

    public long? ResourceId { get; private set; }
    public string LevelName { get; private set; } = "";
    public bool Follows { get; private set; }
    public IReadOnlyList<Site> Sites { get; private set; } = [];
    public IReadOnlyList<CalendarException> Exceptions { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];

    public string Here => ResourceLinks.OpeningTimes(SiteId, Code);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Day.Date = LabTime.DateOf(clock.GetUtcNow()).AddDays(1);
        return ModelState.IsValid ? Page() : this.Malformed();
    }

    public async Task<IActionResult> OnPostWeekAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var (typed, seen) = (Week, Seen);
        if (!await LoadAsync(cancel)) return NotFound();
        Week = [.. typed.Concat(new string?[7]).Take(7)];
        var week = new List<OpeningSpan>();
        for (var i = 0; i < Week.Length; i++)
        {
            if (WeekInput.Read(ResourceWords.Week[i], Week[i]) is { } spans) week.AddRange(spans);
            else ModelState.AddModelError($"Week[{i}]", refusals.Say(new Refusal("OpeningTimesInvalid")));
        }

        if (!ModelState.IsValid) return this.Malformed();
        return Answer(await times.SetWeekAsync(
            new SetOpeningWeek { SiteId = SiteId, ResourceId = ResourceId, Week = week, Seen = WeekInput.Parse(seen) }, await current.GetAsync(), cancel),
            text["The week was saved."]);
    }

    public async Task<IActionResult> OnPostFollowAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var seen = Seen;
        if (!await LoadAsync(cancel)) return NotFound();
        return Answer(await times.SetWeekAsync(
            new SetOpeningWeek { SiteId = SiteId, ResourceId = ResourceId, Week = [], Seen = WeekInput.Parse(seen) }, await current.GetAsync(), cancel),
            text["It follows the level above again."]);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        return Answer(await times.AddExceptionAsync(Day.Request(SiteId, ResourceId), await current.GetAsync(), cancel), text["The day was added."], "Day");
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        return Answer(await times.RemoveExceptionAsync(id, await current.GetAsync(), cancel), text["The day was removed."]);
    }

    public async Task<IActionResult> OnPostHolidaysAsync(IFormFile? file, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await times.ImportHolidaysAsync(await Upload.ReadAsync(file, cancel), await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        foreach (var problem in result.Value.Problems)
            ModelState.AddModelError("", $"{text["Line {0}, column {1}", problem.Line, problem.Column ?? "–"]}: {text[ResourceSentences.FileProblems[problem.Code], problem.Text ?? ""]}");
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Refused() : NotFound();
        this.Say(text["{0} days were added, {1} were there already.", result.Value.Added, result.Value.LeftAlone]);
        return Redirect(Here);
    }

    private IActionResult Answer(Result<Done> result, string said, string prefix = "Input")
    {
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals, prefix);
        this.Say(said);
        return Redirect(Here);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Sites = await db.Sites.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel);
        var resource = Code is null ? null : await db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
        if ((Code is not null && (resource is null || SiteId is not null)) || (SiteId is not null && Sites.All(s => s.Id != SiteId))) return false;
        ResourceId = resource?.Id;
        LevelName = resource?.Name(LabFormat.Language) ?? Sites.FirstOrDefault(s => s.Id == SiteId)?.Name ?? text["The whole lab"];
        var patterns = await db.OpeningPatterns.AsNoTracking().Where(p => p.SiteId == SiteId && p.ResourceId == ResourceId).ToListAsync(cancel);
        var spans = OpeningTimes.SpansOf(patterns);
        Follows = spans.Count == 0;
        Week = [.. ResourceWords.Week.Select(day => WeekInput.Write(spans.Where(s => s.Day == day)))];
        Seen = WeekInput.Format(spans);
        ModelState.Remove(nameof(Seen));
        var days = await db.CalendarExceptions.AsNoTracking().Where(e => e.SiteId == SiteId && e.ResourceId == ResourceId).OrderBy(e => e.Date).ToListAsync(cancel);
        var thisYear = LabTime.DateOf(clock.GetUtcNow()).Year;
        Year ??= thisYear;
        Years = [.. days.Select(d => d.Date.Year).Append(thisYear).Append(thisYear + 1).Distinct().Order()];
        Exceptions = days.FindAll(d => d.Date.Year == Year);
        return true;
    }
}
