using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

/// <summary>One reservation: what, when, who, its history, and what can be done with it now.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class ReservationDetailsModel(
    IncubatorDb db, BookingDesk desk, UseDesk use, CurrentActor current, RefusalText refusals, IStringLocalizer<BookingText> text,
    TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public Row Shown { get; private set; } = null!;

    public IReadOnlyList<Item> Items { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool IsStaff { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public bool MayCheckIn => Shown.State == ReservationState.Confirmed && Now < Shown.End && Now >= QuarterHour.Start(Items.Min(i => i.FromQuarter));

    public bool MayMarkNoShow => IsStaff && Shown.State == ReservationState.Confirmed && Now >= Shown.Start + UseDesk.NoShowGrace;

    public bool MayCancel => Shown.State == ReservationState.Confirmed;

    public bool IsLate => Now > Shown.FreeCancelUntil;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) => ActAsync(
        actor => desk.CancelAsync(
            new CancelReservation { Reference = Reference, Reason = Input.Reason, Forgive = Input.Forgive, SeenVersion = Input.SeenVersion }, actor, cancel),
        text["The reservation was cancelled."], cancel);

    public Task<IActionResult> OnPostCheckInAsync(CancellationToken cancel) =>
        ActAsync(actor => use.CheckInAsync(Reference, actor, cancel), text["Use has begun."], cancel);

    public Task<IActionResult> OnPostCheckOutAsync(CancellationToken cancel) =>
        ActAsync(actor => use.CheckOutAsync(Reference, actor, cancel), text["Use has ended."], cancel);

    public Task<IActionResult> OnPostNoShowAsync(CancellationToken cancel) =>
        ActAsync(actor => use.MarkNoShowAsync(Reference, actor, cancel), text["Recorded as no-show; the rest of the time is free."], cancel);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.NoteAsync(Reference, Input.InternalNote, actor, cancel), text["The note was kept."], cancel);

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Malformed() : NotFound();
        var result = await act(await current.GetAsync());
        if (result.Succeeded)
        {
            this.Say(said);
            return Redirect(BookingLinks.Reservation(Reference));
        }

        return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        IsStaff = actor.IsStaff;
        var row = await (
                from r in db.Reservations
                join c in db.Companies on r.CompanyId equals c.Id
                where r.Reference == Reference && (actor.IsStaff || actor.CompanyIds.Contains(r.CompanyId))
                select new Row(
                    r.Id, r.Number, r.State, r.Start, r.End, c.Name,
                    db.Users.Where(p => p.Id == r.PersonId).Select(p => p.FullName).FirstOrDefault(),
                    r.Purpose, r.LotUse, r.ProjectNote, r.InternalNote, r.OverrideReason, r.FreeCancelUntil, r.EndReason, r.Version,
                    db.UseSessions.Any(s => s.EndIsAssumed && r.Items.Any(i => i.Id == s.ReservationItemId))))
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        if (row is null) return false;
        Shown = row;
        Items = await (
                from i in db.ReservationItems
                join r in db.Resources on i.ResourceId equals r.Id
                where i.ReservationId == row.Id
                orderby r.Code, i.Unit
                select new Item(r.Id, r.Code, new LocalName(r.NameHu, r.NameEn), r.Units, i.Unit, i.SetupMinutes, i.CleanupMinutes, i.FromQuarter))
            .AsNoTracking().ToListAsync(cancel);
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Reservation) && h.SubjectId == row.Id
                orderby h.Id
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancel);
        var codes = await CodesAsync(entries.Select(e => e.Changes), cancel);
        History = [.. entries.Select(e => new HistoryLine(
            e.At, text[ReservationWords.OfAct(e.Act)], e.Who, e.Reason, HistoryWords.Read(e.Changes, codes, text)))];
        Input.SeenVersion ??= row.Version;
        Input.InternalNote ??= row.InternalNote;
        return true;
    }

    private async Task<Dictionary<string, string>> CodesAsync(IEnumerable<string?> changes, CancellationToken cancel) =>
        changes.Any(c => c?.Contains("\"Resources\"", StringComparison.Ordinal) == true)
            ? await db.Resources.AsNoTracking().ToDictionaryAsync(r => r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), r => r.Code, cancel)
            : [];

    public sealed record Row(
        long Id, string Number, ReservationState State, DateTimeOffset Start, DateTimeOffset End, string Company, string? Person,
        string Purpose, LotUse LotUse, string? ProjectNote, string? InternalNote, string? OverrideReason, DateTimeOffset FreeCancelUntil, string? EndReason, Guid Version,
        bool EndIsAssumed)
    {
        public TimeSlot Slot => new(Start, End);
    }

    public sealed record Item(long ResourceId, string Code, LocalName Name, int Units, int Unit, int Setup, int Cleanup, int FromQuarter);

    public sealed record ActInput
    {
        public string? Reason { get; set; }

        public bool Forgive { get; set; }

        public string? InternalNote { get; set; }

        public Guid? SeenVersion { get; set; }
    }
}
