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

[Authorize(Policy = Permission.Book)]
public sealed class MoveModel(
    IncubatorDb db, BookingDesk desk, FreeTimes freeTimes, CurrentActor current, RefusalText refusals,
    GateNotice onboarding, IStringLocalizer<BookingText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public Row Shown { get; private set; } = null!;

    public IReadOnlyList<TimeSlot> OfferedSlots { get; private set; } = [];

    public IReadOnlyList<LocalName> Names { get; private set; } = [];

    public bool MayOverride { get; private set; }

    /// <summary>Where the steps stand that a refusal speaks of; null: it speaks of none.</summary>
    public string? StepsUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? start, string? end, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input.Show(Shown.Slot);
        Input.Show(start, end);
        Input.SeenVersion = Shown.Version;
        Input.LotUse = Shown.LotUse;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var read = Input.Read();
        if (!read.Succeeded)
        {
            read.Refusals.Into(ModelState, refusals);
            return this.Malformed();
        }

        var actor = await current.GetAsync();
        var result = await desk.MoveAsync(
            new MoveReservation
            {
                Reference = Reference,
                Slot = read.Value,
                LotUse = Input.LotUse,
                OverrideReason = Input.OverrideReason,
                SeenVersion = Input.SeenVersion,
            }, actor, cancel);
        if (result.Succeeded)
        {
            this.Say(read.Value == Shown.Slot ? text["The change was kept."] : text["Moved to {0}.", LabFormat.Slot(read.Value)]);
            return Redirect(BookingLinks.Reservation(Reference));
        }

        MayOverride = actor.IsStaff && result.Refusals.All(r => r.Overridable);
        // The fresh state is shown above the form; sending it again then speaks of that state.
        ModelState.Remove("Input.SeenVersion");
        Input.SeenVersion = Shown.Version;
        StepsUrl = await onboarding.StepsUrlAsync(result.Refusals, actor, Shown.CompanyId, cancel);
        var near = await freeTimes.NearAsync(
            Shown.ResourceId, read.Value, Shown.CompanyId, actor, Input.LotUse ?? Shown.LotUse, Shown.PersonId, cancel);
        OfferedSlots = [.. near.SameResource.Select(f => f.Slot)];
        return this.Refused(result.Refusals, refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var row = await (
                from r in db.Reservations
                where r.Reference == Reference && (actor.IsStaff || actor.CompanyIds.Contains(r.CompanyId))
                select new Row(
                    r.Number, r.State, r.Start, r.End, r.CompanyId, r.PersonId, r.LotUse, r.Version, r.Items.OrderBy(i => i.Id).Select(i => i.ResourceId).First()))
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        if (row is null) return false;
        Shown = row;
        Names = await (
                from i in db.ReservationItems
                join x in db.Resources on i.ResourceId equals x.Id
                where db.Reservations.Any(r => r.Id == i.ReservationId && r.Reference == Reference)
                orderby x.Code
                select new LocalName(x.NameHu, x.NameEn))
            .AsNoTracking().ToListAsync(cancel);
        return true;
    }

    public sealed record Row(
        string Number, ReservationState State, DateTimeOffset Start, DateTimeOffset End, long CompanyId, long? PersonId, LotUse LotUse,
        Guid Version, long ResourceId)
    {
        public TimeSlot Slot => new(Start, End);
    }

    public sealed record MoveInput : SlotInput
    {
        /// <summary>Not sent (a time dragged on the timeline): as it was booked.</summary>
        public LotUse? LotUse { get; set; }

        public string? OverrideReason { get; set; }

        public Guid? SeenVersion { get; set; }
    }
}
