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

namespace Incubator.Web.Pages.Booking;

/// <summary>A company's reservations: to do now, upcoming, past. Staff see the whole lab's.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class MineModel(IncubatorDb db, CurrentActor current, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;
    private const int DisplacedDays = 30;

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PastPage { get; set; } = 1;

    public bool IsStaff { get; private set; }

    public IReadOnlyList<Row> ToDo { get; private set; } = [];

    public IReadOnlyList<Row> Upcoming { get; private set; } = [];

    public IReadOnlyList<Row> Past { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        IsStaff = actor.IsStaff;
        PastPage = Math.Clamp(PastPage, 1, 10_000);
        var own = db.Reservations.AsNoTracking().Where(r => actor.IsStaff || actor.CompanyIds.Contains(r.CompanyId));
        var soon = now.AddHours(2);
        var displacedSince = now.AddDays(-DisplacedDays);

        // To do: what runs, what may begin, and what maintenance took away and has not been made good.
        ToDo = await RowsAsync(own.Where(r => r.State == ReservationState.InUse ||
            (r.State == ReservationState.Confirmed && r.Start <= soon && r.End > now) ||
            (r.State == ReservationState.Displaced && r.Start > displacedSince && r.End > now)).OrderBy(r => r.Start).Take(100), cancel);
        Upcoming = await RowsAsync(own.Where(r => r.State == ReservationState.Confirmed && r.Start > soon)
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Take(100), cancel);
        var past = own.Where(r => r.State != ReservationState.InUse && (r.End <= now || r.State != ReservationState.Confirmed));
        Pager = new Pager(PastPage, PageSize, await past.CountAsync(cancel), Request);
        Past = await RowsAsync(past.OrderByDescending(r => r.Start).ThenByDescending(r => r.Id)
            .Skip((PastPage - 1) * PageSize).Take(PageSize), cancel);
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Reservation> reservations, CancellationToken cancel)
    {
        var rows = await reservations
            .Select(r => new Row(
                r.Id, r.Reference, r.Number, r.State, r.Start, r.End, r.Purpose,
                db.Companies.Where(c => c.Id == r.CompanyId).Select(c => c.Name).First()))
            .ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.Id);
        var items = (await (
                    from i in db.ReservationItems
                    join r in db.Resources on i.ResourceId equals r.Id
                    where ids.Contains(i.ReservationId)
                    orderby r.Code
                    select new { i.ReservationId, Named = new Named(r.Code, r.NameHu, r.NameEn) })
                .AsNoTracking().ToListAsync(cancel))
            .ToLookup(i => i.ReservationId, i => i.Named);
        return rows.ConvertAll(r => r with { Resources = [.. items[r.Id].Distinct()] });
    }

    public sealed record Named(string Code, string Hu, string En);

    public sealed record Row(
        long Id, Guid Reference, string Number, ReservationState State, DateTimeOffset Start, DateTimeOffset End, string Purpose, string Company)
    {
        public IReadOnlyList<Named> Resources { get; init; } = [];

        public TimeSlot Slot => new(Start, End);

        public string What => string.Join(", ", Resources.Select(r => LabFormat.Language == "hu" ? r.Hu : r.En));
    }
}
