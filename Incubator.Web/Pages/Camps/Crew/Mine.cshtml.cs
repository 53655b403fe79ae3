using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>One's own part in a camp: to say yes or no, and when one can come. Only for who was asked.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class MineModel(IncubatorDb db, CrewDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CrewText> text, TimeProvider clock) : PageModel
{
    /// <summary>Each day of a shorter camp has its own line; of a longer one the days are chosen.</summary>
    private const int MostDays = 14;
    private const int EmptyLines = 6;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public List<HourInput> Hours { get; set; } = [];

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<CrewMember> Roles { get; private set; } = [];
    public bool IsOver { get; private set; }

    public bool IsByDay => Camp.EndsOn.DayNumber - Camp.StartsOn.DayNumber < MostDays;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var ids = Roles.Select(r => r.Id).ToList();
        var times = await db.CrewTimes.AsNoTracking().Where(t => ids.Contains(t.CrewMemberId)).OrderBy(t => t.Start).ToListAsync(cancel);
        var lines = times.Where(t => t.CrewMemberId == times[0].CrewMemberId).Select(t => new HourInput
        {
            Day = LabTime.DateOf(t.Start),
            From = TimeOnly.FromDateTime(LabTime.ToLocal(t.Start).DateTime),
            Until = TimeOnly.FromDateTime(LabTime.ToLocal(t.End).DateTime),
        }).ToList();
        Hours = IsByDay
            ? [.. Days().SelectMany(d => lines.Where(l => l.Day == d).DefaultIfEmpty(new HourInput { Day = d }))]
            : [.. lines, .. Enumerable.Range(0, EmptyLines).Select(_ => new HourInput())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var given = Hours.Select((h, i) => (Hour: h, Line: i)).Where(h => h.Hour.From is not null || h.Hour.Until is not null).ToList();
        if (given.Exists(g => g.Hour.From is null || g.Hour.Until is null || g.Hour.Day is null))
            return this.Refused([.. given.Where(g => g.Hour.From is null || g.Hour.Until is null || g.Hour.Day is null).Select(g => new Refusal("CrewHoursInvalid", $"Hours[{g.Line}].Until"))], refusals, "");
        var result = await desk.ConfirmAsync(Reference, given.ConvertAll(g => new CrewHours(g.Hour.Day!.Value, Minute(g.Hour.From!.Value), Minute(g.Hour.Until!.Value, isEnd: true))), await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            // The desk counts the lines that were given.
            return this.Refused([.. result.Refusals.Select(r => r.Field is { } field && Line(field) is { } at && at < given.Count
                ? r with { Field = field.Replace($"[{at}]", $"[{given[at].Line}]", StringComparison.Ordinal) }
                : r)], refusals, "");
        }

        this.Say(text["Thank you: you are expected."]);
        return Redirect(CrewLinks.Mine(Reference));
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        var result = await desk.DeclineAsync(Reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals, "");
        this.Say(text["Thank you for saying so."]);
        return Redirect(CrewLinks.Mine(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var me = (await current.GetAsync()).PersonId;
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference && db.CrewMembers.Any(m => m.CampId == c.Id && m.PersonId == me), cancel) is not { } camp) return false;
        Camp = camp;
        Roles = await db.CrewMembers.AsNoTracking().Where(m => m.CampId == camp.Id && m.PersonId == me).OrderBy(m => m.Role).ToListAsync(cancel);
        IsOver = camp.Status is CampStatus.Closed or CampStatus.Cancelled || LabTime.DateOf(clock.GetUtcNow()) > camp.EndsOn;
        return true;
    }

    private IEnumerable<DateOnly> Days() => Enumerable.Range(0, Camp.EndsOn.DayNumber - Camp.StartsOn.DayNumber + 1).Select(Camp.StartsOn.AddDays);

    // Midnight as an end is that of the day's end.
    private static int Minute(TimeOnly time, bool isEnd = false) => time.Hour * 60 + time.Minute is var minute && isEnd && minute == 0 ? 24 * 60 : minute;

    private static int? Line(string field) => field.IndexOf('[', StringComparison.Ordinal) is var from && from >= 0 &&
        int.TryParse(field.AsSpan(from + 1, field.IndexOf(']', StringComparison.Ordinal) - from - 1), out var line) ? line : null;

    public sealed class HourInput
    {
        public DateOnly? Day { get; set; }

        public TimeOnly? From { get; set; }

        public TimeOnly? Until { get; set; }
    }
}
