using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages;

[AllowAnonymous]
public sealed class IndexModel(
    CurrentActor current, OwnWeek week, StaffDay today, IncubatorDb db, TimeProvider clock) : PageModel
{
    /// <summary>Has something to do here: staff, the municipality, a reviewer, or a person of an active company.</summary>
    public bool BelongsSomewhere { get; private set; }

    /// <summary>For a company's person.</summary>
    public OwnWeek.Shown? Own { get; private set; }

    /// <summary>For staff.</summary>
    public StaffDay.Shown? Today { get; private set; }

    /// <summary>For a visitor: whether a call takes applications now.</summary>
    public bool MayApply { get; private set; }

    /// <summary>For a visitor: the next camp that takes registrations.</summary>
    public Camp? NextCamp { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated != true)
        {
            var now = clock.GetUtcNow();
            MayApply = await db.Calls.AnyAsync(c => c.PublishedAt != null && c.OpensAt <= now && c.ClosesAt > now, cancel);
            NextCamp = await db.Camps.AsNoTracking().Where(c => c.Status == CampStatus.Open && c.RegistrationClosesAt > now).OrderBy(c => c.StartsOn).FirstOrDefaultAsync(cancel);
            return;
        }

        var actor = await current.GetAsync();
        BelongsSomewhere = actor.IsStaff || actor.CompanyIds.Count > 0 || User.IsInRole(Role.Municipality) || User.IsInRole(Role.Mentor) ||
            User.IsInRole(Role.Reviewer);
        if (actor.IsStaff) Today = await today.ReadAsync(cancel);
        else if (actor.CompanyIds.Count > 0) Own = await week.LoadAsync(actor, cancel);
    }
}
