using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Calendars;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Calendars;

/// <summary>Calendars of other houses that block times of a resource, and the reservations that are in their way.</summary>
[Authorize(Policy = Permission.ManageResources)]
public sealed class OfResourceModel(
    IncubatorDb db, CalendarReadings readings, CurrentActor current, RefusalText refusals, IStringLocalizer<CalendarsText> text, TimeProvider clock)
    : ExternalModel(db, readings, current, refusals, text, clock)
{
    private const int ConflictsShown = 50;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Resource Resource { get; private set; } = null!;

    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    protected override string Subject => nameof(Resource);

    protected override string Here => CalendarLinks.OfResource(Resource.Code);

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        var resource = await Db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
        if (resource is null) return false;
        (Resource, SubjectId) = (resource, resource.Id);
        return true;
    }

    protected override async Task MoreAsync(CancellationToken cancel)
    {
        var (id, now) = (SubjectId, Now);
        var active = ReservationStates.Active;
        Conflicts = await (
                from reservation in Db.Reservations
                join company in Db.Companies on reservation.CompanyId equals company.Id
                where active.Contains(reservation.State) && reservation.End > now && reservation.Items.Any(i => i.ResourceId == id) &&
                    Db.BusyTimes.Any(b => b.Start < reservation.End && b.End > reservation.Start &&
                        Db.ExternalCalendars.Any(c => c.Id == b.CalendarId && c.Subject == nameof(Resource) && c.SubjectId == id))
                orderby reservation.Start, reservation.Id
                select new Conflict(reservation.Reference, reservation.Number, company.Name, reservation.Start, reservation.End))
            .AsNoTracking().Take(ConflictsShown).ToListAsync(cancel);
    }

    public sealed record Conflict(Guid Reference, string Number, string Company, DateTimeOffset Start, DateTimeOffset End)
    {
        public TimeSlot Slot => new(Start, End);
    }
}
