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

/// <summary>Places a window or an outage, or moves one; what is in the way is listed with a choice for each first.</summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class PlaceMaintenanceModel(
    IncubatorDb db, MaintenanceDesk desk, FreeTimes freeTimes, CurrentActor current, RefusalText refusals,
    IStringLocalizer<BookingText> text, TimeProvider clock) : PageModel
{
    private const string Keep = "keep";
    private const string Displace = "displace";

    /// <summary>Of the window that is moved; null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Reference { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Outage { get; set; }

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Resources { get; private set; } = [];

    public IReadOnlyList<Affected> InTheWay { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? resource, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Reference is { } reference)
        {
            var window = await db.MaintenanceWindows.AsNoTracking().FirstOrDefaultAsync(w => w.Reference == reference && !w.IsCancelled && w.ExternalCalendarId == null, cancel);
            if (window is null) return NotFound();
            Input.Show(window.Slot);
            Input.Reason = window.Reason;
            Input.ResourceId = window.ResourceId;
            return Page();
        }

        Input.ResourceId = await db.Resources.Where(r => r.Code == resource).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel);
        var now = QuarterHour.Start(QuarterHour.Of(clock.GetUtcNow()));
        if (Outage) Input.Show(new TimeSlot(now, now.AddHours(24)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return this.Malformed();
        var read = Input.Read();
        if (!read.Succeeded || Input.ResourceId is null)
        {
            read.Refusals.Into(ModelState, refusals);
            if (Input.ResourceId is null) ModelState.AddModelError("Input.ResourceId", refusals.Say(new Refusal(BookingRefusals.NothingChosen)));
            return this.Malformed();
        }

        var actor = await current.GetAsync();
        var choices = Choices(read.Value);
        var refused = Reference is { } reference
            ? (await desk.MoveAsync(reference, read.Value, choices, actor, cancel)).Refusals
            : (await desk.PlaceAsync(new PlaceMaintenance
            {
                ResourceId = Input.ResourceId.Value,
                Unit = Input.Unit,
                Slot = read.Value,
                Reason = Input.Reason ?? "",
                IsPlanned = !Outage,
                Choices = choices,
            }, actor, cancel)).Refusals;
        if (refused.Count == 0)
        {
            this.Say(Outage ? text["Taken out of service until {0}.", LabFormat.DateTime(read.Value.End)] : text["The maintenance is placed: {0}.", LabFormat.Slot(read.Value)]);
            return Redirect("/booking/maintenance");
        }

        if (read.Value.IsValid) await ListAsync(Input.ResourceId.Value, read.Value, actor, cancel);
        return this.Refused(refused, refusals);
    }

    private Dictionary<long, AffectedChoice> Choices(TimeSlot slot) => Input.Choices
        .Where(c => !string.IsNullOrEmpty(c.Value))
        .ToDictionary(c => c.Key, c => c.Value switch
        {
            Keep => AffectedChoice.KeepIt,
            Displace => AffectedChoice.Displace,
            var moved => DateTimeOffset.TryParse(moved, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new AffectedChoice(at.ToUniversalTime())
                : AffectedChoice.KeepIt,
        });

    private async Task ListAsync(long resourceId, TimeSlot slot, Actor actor, CancellationToken cancel)
    {
        var affected = await desk.AffectedAsync(resourceId, Input.Unit, slot, cancel);
        var companies = await db.Companies.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var listed = new List<Affected>();
        foreach (var one in affected)
        {
            // Times that the window itself will take are no offer.
            var near = await freeTimes.NearAsync(resourceId, one.Slot, one.CompanyId, actor, one.LotUse, one.PersonId, cancel);
            var offers = near.SameResource.Where(f => !f.Slot.Overlaps(slot)).Select(f => f.Slot).ToList();
            listed.Add(new Affected(one.Id, one.Number, companies[one.CompanyId], one.Slot, one.State, offers));
        }

        InTheWay = listed;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var resources = await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null).ToListAsync(cancel);
        Resources = [.. resources.OrderBy(r => r.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(r => new SelectListItem($"{r.Name(LabFormat.Language)} · {r.Code}", r.Id.ToString(CultureInfo.InvariantCulture)))
            .Prepend(new SelectListItem(text["Choose"], ""))];
    }

    public sealed record Affected(long Id, string Number, string Company, TimeSlot Slot, ReservationState State, IReadOnlyList<TimeSlot> Offers);

    public sealed record PlaceInput : SlotInput
    {
        public long? ResourceId { get; set; }

        /// <summary>Empty: every unit.</summary>
        public int? Unit { get; set; }

        public string? Reason { get; set; }

        /// <summary>By reservation: keep, displace, or the instant (UTC) to move to.</summary>
        public Dictionary<long, string?> Choices { get; set; } = [];
    }
}
