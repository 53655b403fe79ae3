using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>What the pages that describe a resource share: its fields and their choices.</summary>
public abstract class ResourceFormModel(IncubatorDb db) : PageModel
{
    [BindProperty]
    public ResourceInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    protected IncubatorDb Db { get; } = db;

    protected async Task LoadChoicesAsync(CancellationToken cancel)
    {
        Categories = [.. (await Db.ResourceCategories.AsNoTracking().ToListAsync(cancel))
            .OrderBy(c => c.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(c => new SelectListItem(c.Name(LabFormat.Language), $"{c.Id}"))];
        Sites = [.. (await Db.Sites.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel)).Select(s => new SelectListItem(s.Name, $"{s.Id}"))];
        Staff = [.. (await (
                from person in Db.Users
                where Db.UserRoles.Any(ur => ur.UserId == person.Id &&
                    Db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Staff || r.Name == Role.Administrator)))
                orderby person.FullName
                select new { person.Id, person.FullName })
            .ToListAsync(cancel)).Select(p => new SelectListItem(p.FullName, $"{p.Id}"))];
    }

    protected bool Understood(RefusalText refusals)
    {
        if (!Input.CapacityIsReadable)
            ModelState.AddModelError("Input.Capacity", refusals.Say(new Incubator.Core.Common.Refusal("NotAQuantity")));
        return ModelState.IsValid;
    }
}
