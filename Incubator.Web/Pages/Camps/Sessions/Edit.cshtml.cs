using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>What a session is, who takes part and what it needs; or it is taken out.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class EditModel(IncubatorDb db, SessionDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<SessionsText> text)
    : SessionFormModel(db, text)
{
    private readonly IncubatorDb db = db;
    private readonly IStringLocalizer<SessionsText> text = text;

    public override bool IsNew => false;

    public CampSession Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        Input = SessionInput.Of(Session);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.EditAsync(
            new EditSession { Reference = session, Details = Input.Details, SeenVersion = Input.Version ?? Guid.Empty }, await current.GetAsync(), cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code))
        {
            // The next save knows what it replaces; what was typed is kept.
            ModelState.Remove("Input.Version");
            Input.Version = Session.Version;
        }

        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The session was saved."]);
        return Redirect(SessionLinks.All(reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reference, Guid session, Guid version, CancellationToken cancel)
    {
        if (!await FindAsync(reference, session, cancel)) return NotFound();
        var result = await desk.RemoveAsync(session, version, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            ModelState.Clear();
            Input = SessionInput.Of(Session);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["The session was removed."]);
        return Redirect(SessionLinks.All(reference));
    }

    private async Task<bool> FindAsync(Guid reference, Guid session, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return false;
        var found = await db.CampSessions.AsNoTracking().Include(s => s.Teams).Include(s => s.Crew).Include(s => s.Equipment).AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Reference == session && s.CampId == Camp.Id, cancel);
        if (found is null) return false;
        Session = found;
        return true;
    }
}
