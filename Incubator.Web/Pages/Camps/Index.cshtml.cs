using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps;

/// <summary>Camps for everybody: those to come, on now, and those that were.</summary>
[AllowAnonymous]
public sealed class IndexModel(IncubatorDb db, TimeProvider clock, IAuthorizationService authorization) : PageModel
{
    private const int Shown = 50;

    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<Camp> Coming { get; private set; } = [];
    public IReadOnlyList<Camp> Past { get; private set; } = [];
    public bool MayManage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var today = LabTime.DateOf(Now);
        var camps = await db.Camps.AsNoTracking().Where(c => c.IsPublic).OrderByDescending(c => c.StartsOn).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(cancel);
        Coming = [.. camps.Where(c => IsComing(c, today)).Reverse()];
        Past = [.. camps.Where(c => !IsComing(c, today))];
        MayManage = (await authorization.AuthorizeAsync(User, Permission.ManageCamps)).Succeeded;
    }

    private static bool IsComing(Camp camp, DateOnly today) => camp.Status switch
    {
        CampStatus.Open or CampStatus.Preparing or CampStatus.Running => true,
        CampStatus.Cancelled => camp.EndsOn >= today,
        _ => false,
    };
}
