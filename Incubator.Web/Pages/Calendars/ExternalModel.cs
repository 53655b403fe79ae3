using Incubator.Core.Calendars;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Calendars;

/// <summary>What the pages of external calendars share: those of a resource and those of a mentor.</summary>
public abstract class ExternalModel(
    IncubatorDb db, CalendarReadings readings, CurrentActor current, RefusalText refusals, IStringLocalizer<CalendarsText> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AddInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>"Resource" or "Mentor".</summary>
    protected abstract string Subject { get; }

    protected long SubjectId { get; set; }

    protected abstract string Here { get; }

    protected IncubatorDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || SubjectId == 0) return NotFound();
        var result = await readings.AddAsync(
            new AddCalendar { Subject = Subject, SubjectId = SubjectId, Name = Input.Name, Address = Input.Address }, await current.GetAsync(), cancel);
        if (result.Succeeded) return Said(text["The calendar is read; from now on it is asked every quarter of an hour."]);
        await LoadAsync(cancel);
        return this.Refused(result.Refusals, refusals);
    }

    public Task<IActionResult> OnPostReadAsync(Guid reference, CancellationToken cancel) =>
        ActAsync(async actor => await readings.ReadAsync(reference, actor, cancel), text["The calendar was read."], cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid reference, CancellationToken cancel) =>
        ActAsync(async actor => await readings.RemoveAsync(reference, actor, cancel), text["The calendar is removed; it blocks nothing any more."], cancel);

    /// <summary>What the problem of a row says.</summary>
    public string Say(Row row) => refusals.Say(new Refusal(row.Problem!).With("status", row.Status ?? 0));

    /// <summary>Finds whose calendars these are; false: nothing here for this reader.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken cancel);

    protected virtual Task MoreAsync(CancellationToken cancel) => Task.CompletedTask;

    private async Task<IActionResult> ActAsync(Func<Core.Accounts.Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel)) return NotFound();
        var result = await act(await current.GetAsync());
        if (result.Succeeded) return Said(said);
        await LoadAsync(cancel);
        return this.Refused(result.Refusals, refusals);
    }

    private RedirectResult Said(string said)
    {
        this.Say(said);
        return Redirect(Here);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        var now = Now;
        var calendars = await db.ExternalCalendars.AsNoTracking()
            .Where(c => c.Subject == Subject && c.SubjectId == SubjectId && c.RemovedAt == null).OrderBy(c => c.Id)
            .Select(c => new { Calendar = c, Busy = db.BusyTimes.Count(b => b.CalendarId == c.Id && b.End > now) }).ToListAsync(cancel);
        Rows = calendars.ConvertAll(c => new Row(
            c.Calendar.Reference, c.Calendar.Name, c.Calendar.Host, c.Calendar.ReadAt, c.Calendar.AskedAt, c.Calendar.Problem, c.Calendar.ProblemStatus, c.Calendar.Skipped, c.Busy));
        await MoreAsync(cancel);
        return true;
    }

    /// <param name="Busy">Busy times still to come.</param>
    public sealed record Row(
        Guid Reference, string Name, string Host, DateTimeOffset? ReadAt, DateTimeOffset? AskedAt, string? Problem, int? Status, int Skipped, int Busy);

    public sealed class AddInput
    {
        public string? Name { get; set; }

        public string? Address { get; set; }
    }
}
