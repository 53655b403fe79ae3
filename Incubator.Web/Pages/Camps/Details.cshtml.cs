using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps;

/// <summary>One camp, for everybody.</summary>
[AllowAnonymous]
public sealed class DetailsModel(IncubatorDb db, TimeProvider clock, CurrentActor current, IAuthorizationService authorization) : PageModel
{
    /// <summary>Partials below the text, each with what visitors may do; their model is the camp.</summary>
    public static readonly IReadOnlyList<string> Doors = ["/Pages/Camps/Participants/_RegisterDoor.cshtml", "_AgendaDoor", "Challenges/_ChallengeDoor"];

    public DateTimeOffset Now { get; private set; }
    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<Challenge> Challenges { get; private set; } = [];
    public bool MayManage { get; private set; }

    /// <summary>What the reader does at the camp.</summary>
    public IReadOnlyList<CrewRole> Roles { get; private set; } = [];

    /// <summary>The jury's result is public.</summary>
    public bool HasResult { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference && c.IsPublic, cancel) is not { } camp) return NotFound();
        (Camp, Now) = (camp, clock.GetUtcNow());
        Challenges = await db.Challenges.AsNoTracking().Where(c => c.CampId == camp.Id && c.State == ChallengeState.Accepted).OrderBy(c => c.Id).ToListAsync(cancel);
        HasResult = await db.JuryRounds.AnyAsync(r => r.CampId == camp.Id && r.PublishedAt != null, cancel);
        if ((await current.GetAsync()).PersonId is { } person)
            Roles = await db.CrewMembers.Where(m => m.CampId == camp.Id && m.PersonId == person).OrderBy(m => m.Role).Select(m => m.Role).ToListAsync(cancel);
        MayManage = (await authorization.AuthorizeAsync(User, Permission.ManageCamps)).Succeeded;
        return Page();
    }
}
