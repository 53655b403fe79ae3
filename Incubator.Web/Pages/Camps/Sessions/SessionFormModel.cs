using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>What the pages that describe a session share: its fields, and what may be chosen in them.</summary>
public abstract class SessionFormModel(IncubatorDb db, IStringLocalizer<SessionsText> text) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<CampRoom> Rooms { get; private set; } = [];
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public IReadOnlyList<PlannedCrew> Crew { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Equipment { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Days { get; private set; } = [];

    /// <summary>The form of a new one asks whether each team gets its own.</summary>
    public virtual bool IsNew => true;

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<SessionKind>().Select(k => new SelectListItem(SessionWords.Of(k, text), k.ToString()))];

    public IReadOnlyList<SelectListItem> Parts => [.. Enum.GetValues<DayPart>().Select(p => new SelectListItem(SessionWords.Of(p, text), p.ToString()))];

    public IReadOnlyList<SelectListItem> WishedRooms => [new(text["any room"], ""), .. Rooms.Select(r => new SelectListItem(r.Name, $"{r.Id}"))];

    protected async Task<bool> LoadAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel) is not { } camp) return false;
        Camp = camp;
        Rooms = await db.CampRooms.AsNoTracking().Where(r => r.CampId == camp.Id).OrderBy(r => r.Position).ToListAsync(cancel);
        Teams = await db.Teams.AsNoTracking().Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).ToListAsync(cancel);
        Crew = await (
                from member in db.CrewMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CampId == camp.Id
                orderby person.FullName, member.Id
                select new PlannedCrew(member.Id, member.PersonId, person.FullName, member.Role, member.CompanyId, member.Organisation, member.ConfirmedAt != null))
            .AsNoTracking().ToListAsync(cancel);
        var equipment = await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null && r.Kind == ResourceKind.Equipment).ToListAsync(cancel);
        Equipment = [.. equipment.OrderBy(r => r.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(r => new SelectListItem($"{r.Name(LabFormat.Language)} ({r.Code})", $"{r.Id}"))];
        Days = [new(text["any day of the camp"], ""), .. CampPlan.Days(camp).Take(70).Select(d => new SelectListItem(LabFormat.LongDate(d), d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))];
        return true;
    }
}
