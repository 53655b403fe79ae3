using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>What the chair's open page asks every few seconds: has anybody scored? The answer is a few letters.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class StampModel(IncubatorDb db, JuryReader reader, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var camp = await db.Camps.Where(c => c.Reference == reference && (actor.IsStaff || db.CrewMembers.Any(
            m => m.CampId == c.Id && m.PersonId == actor.PersonId && m.Role == CrewRole.Juror && m.IsChair && m.DeclinedAt == null))).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel);
        if (camp is null) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return Content(LivePart.Of(await reader.StampAsync(camp.Value, cancel)));
    }
}
