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

/// <summary>What is out of order, what is planned, and what stood still lately.</summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class MaintenanceModel(
    IncubatorDb db, MaintenanceDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<BookingText> text,
    TimeProvider clock) : PageModel
{
    private const int RecentDays = 90;

    public IReadOnlyList<Row> OutOfOrder { get; private set; } = [];

    public IReadOnlyList<Row> Planned { get; private set; } = [];

    public IReadOnlyList<Row> Recent { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostReturnAsync(Guid reference, CancellationToken cancel) =>
        await SaidAsync(await desk.ReturnToServiceAsync(reference, await current.GetAsync(), cancel), text["Back in service."], cancel);

    public async Task<IActionResult> OnPostCancelAsync(Guid reference, CancellationToken cancel) =>
        await SaidAsync(await desk.CancelAsync(reference, await current.GetAsync(), cancel), text["The maintenance was cancelled."], cancel);

    private async Task<IActionResult> SaidAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded)
        {
            await LoadAsync(cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(said);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-RecentDays);
        var rows = await (
                from w in db.MaintenanceWindows
                join r in db.Resources on w.ResourceId equals r.Id
                where !w.IsCancelled && w.ExternalCalendarId == null && (w.IsOpen || w.End > since)
                orderby w.Start
                select new Row(w.Reference, r.Code, r.NameHu, r.NameEn, w.Unit, w.IsPlanned, w.IsOpen, w.Start, w.End, w.Reason))
            .AsNoTracking().ToListAsync(cancel);
        OutOfOrder = [.. rows.Where(w => w.IsOpen || (w.Start <= now && w.End > now))];
        Planned = [.. rows.Where(w => !w.IsOpen && w.Start > now)];
        Recent = [.. rows.Where(w => !w.IsOpen && w.End <= now).Reverse().Take(50)];
    }

    public sealed record Row(
        Guid Reference, string Code, string NameHu, string NameEn, int? Unit, bool IsPlanned, bool IsOpen, DateTimeOffset Start,
        DateTimeOffset End, string Reason)
    {
        public TimeSlot Slot => new(Start, End);

        public string Name => LabFormat.Language == "hu" ? NameHu : NameEn;
    }
}
