using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>What is now and next for one's own team; whoever holds the registration's link is the participant.</summary>
[AllowAnonymous]
public sealed class OwnTodayModel(IncubatorDb db, RegistrationDesk registrations, TodayReader reader, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public CampToday Board { get; private set; } = null!;

    /// <summary>Those that are valid.</summary>
    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await registrations.ByLinkAsync(Secret, cancel) is not { State: ParticipantState.Admitted } participant) return NotFound();
        var camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == participant.CampId, cancel);
        var team = await db.TeamMembers.Where(m => m.ParticipantId == participant.Id).Select(m => (long?)m.TeamId).FirstOrDefaultAsync(cancel);
        Board = await reader.ReadAsync(camp, team, isCrew: false, clock.GetUtcNow(), cancel);
        Certificates = await db.Certificates.AsNoTracking().Where(c => c.ParticipantId == participant.Id && c.RevokedAt == null).ToListAsync(cancel);
        return Page();
    }
}
