using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>The rooms of a camp, in the lab or elsewhere.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class RoomsModel(
    IncubatorDb db, CampRoomDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<SessionsText> text) : PageModel
{
    [BindProperty]
    public RoomInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<CampRoom> Rooms { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Facilities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid reference, Guid? edit, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        if (edit is null) return Page();
        if (Rooms.FirstOrDefault(r => r.Reference == edit) is not { } room) return NotFound();
        Input = new() { Reference = room.Reference, Version = room.Version, Name = room.Name, Seats = room.Seats, ResourceId = room.ResourceId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new SaveCampRoom
        {
            Camp = reference,
            Reference = Input.Reference,
            Name = Input.Name,
            Seats = Input.Seats!.Value,
            ResourceId = Input.ResourceId,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The room was saved."]);
        return Redirect(SessionLinks.Rooms(reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reference, Guid room, Guid version, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel) || Rooms.All(r => r.Reference != room)) return NotFound();
        var result = await desk.RemoveAsync(room, version, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            ModelState.Clear();
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["The room was removed."]);
        return Redirect(SessionLinks.Rooms(reference));
    }

    private async Task<bool> LoadAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel) is not { } camp) return false;
        Camp = camp;
        Rooms = await db.CampRooms.AsNoTracking().Where(r => r.CampId == camp.Id).OrderBy(r => r.Position).ToListAsync(cancel);
        var facilities = await db.Resources.AsNoTracking().Where(r => r.Kind == ResourceKind.Facility && r.RetiredAt == null).ToListAsync(cancel);
        Facilities = [new(text["elsewhere"], ""), .. facilities.OrderBy(r => r.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(r => new SelectListItem($"{r.Name(LabFormat.Language)} ({r.Code})", $"{r.Id}"))];
        return true;
    }

    public sealed class RoomInput
    {
        public Guid? Reference { get; set; }

        [Required, StringLength(CampRoom.NameMaxLength)]
        public string Name { get; set; } = "";

        [Required]
        public int? Seats { get; set; }

        public long? ResourceId { get; set; }

        public Guid? Version { get; set; }
    }
}
