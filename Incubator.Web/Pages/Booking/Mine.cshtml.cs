using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking;

/// <summary>A company's reservations: to do now, upcoming, past. Staff see the whole lab's.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class MineModel(IncubatorDb db, LivePart live, CurrentActor current, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;
    private const int DisplacedDays = 30;

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PastPage { get; set; } = 1;

    public bool IsStaff { get; private set; }

    /// <summary>Of the calendar that is shown.</summary>
    public string Stamp { get; private set; } = "";

    public IReadOnlyList<ReservationRow> ToDo { get; private set; } = [];

    public IReadOnlyList<ReservationRow> Upcoming { get; private set; } = [];

    public IReadOnlyList<ReservationRow> Past { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Stamp = await live.StampAsync(cancel);
        var actor = await current.GetAsync();
        IsStaff = actor.IsStaff;
        PastPage = Math.Clamp(PastPage, 1, 10_000);
        var own = db.Reservations.AsNoTracking().Where(r => actor.IsStaff || actor.CompanyIds.Contains(r.CompanyId));
        var soon = now.AddHours(2);
        var displacedSince = now.AddDays(-DisplacedDays);

        // To do: what runs, what may begin, and what maintenance took away and has not been made good.
        ToDo = await db.ReadRowsAsync(own.Where(r => r.State == ReservationState.InUse ||
            (r.State == ReservationState.Confirmed && r.Start <= soon && r.End > now) ||
            (r.State == ReservationState.Displaced && r.Start > displacedSince && r.End > now)).OrderBy(r => r.Start).Take(100), cancel);
        Upcoming = await db.ReadRowsAsync(own.Where(r => r.State == ReservationState.Confirmed && r.Start > soon)
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Take(100), cancel);
        var past = own.Where(r => r.State != ReservationState.InUse && (r.End <= now || r.State != ReservationState.Confirmed));
        Pager = new Pager(PastPage, PageSize, await past.CountAsync(cancel), Request);
        Past = await db.ReadRowsAsync(past.OrderByDescending(r => r.Start).ThenByDescending(r => r.Id)
            .Skip((PastPage - 1) * PageSize).Take(PageSize), cancel);
    }
}
