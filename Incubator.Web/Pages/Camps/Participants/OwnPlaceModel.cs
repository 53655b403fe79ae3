using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>What a participant's own pages share: the registration that the link opens, and its camp.</summary>
public abstract class OwnPlaceModel(IncubatorDb db, RegistrationDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public Participant Participant { get; private set; } = null!;
    public Camp Camp { get; private set; } = null!;
    public bool MayChange { get; private set; }
    public bool MayBeOffered { get; private set; }

    protected IncubatorDb Db { get; } = db;

    protected RegistrationDesk Desk { get; } = desk;

    /// <summary>The address is a key: no search engine may keep it.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers["X-Robots-Tag"] = "noindex";

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Desk.ByLinkAsync(Secret, cancel) is not { } participant) return false;
        var now = clock.GetUtcNow();
        Participant = participant;
        Camp = await Db.Camps.AsNoTracking().FirstAsync(c => c.Id == participant.CampId, cancel);
        (MayChange, MayBeOffered) = (PlaceRules.MayChange(Camp, now), PlaceRules.MayOffer(Camp, now));
        return true;
    }
}
