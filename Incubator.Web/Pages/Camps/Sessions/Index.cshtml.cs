using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>Every session of a camp, for staff.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class IndexModel(
    CampPlan plans, SessionDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<SessionsText> text) : PageModel
{
    public PlannedCamp Planned { get; private set; } = null!;

    public string Who(CampSession session)
    {
        var teams = Planned.Teams.Where(t => session.Teams.Any(x => x.TeamId == t.Id)).Select(t => t.Name).ToList();
        var crew = Planned.Crew.Where(c => session.Crew.Any(x => x.CrewMemberId == c.Id)).Select(c => c.Name);
        return string.Join(", ", (teams.Count == 0 ? [text["all teams"].Value] : teams).Concat(crew));
    }

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel) => await LoadAsync(reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid reference, Guid session, bool confirm, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel) || Planned.Sessions.All(s => s.Reference != session)) return NotFound();
        var result = await desk.ConfirmAsync(session, confirm, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(confirm ? text["The session is confirmed."] : text["The session is no longer confirmed."]);
        return Redirect(SessionLinks.All(reference));
    }

    public async Task<IActionResult> OnPostConfirmAllAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        var actor = await current.GetAsync();
        foreach (var session in Planned.Sessions.Where(s => !s.IsConfirmed))
        {
            var result = await desk.ConfirmAsync(session.Reference, true, actor, cancel);
            if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["All sessions are confirmed."]);
        return Redirect(SessionLinks.All(reference));
    }

    private async Task<bool> LoadAsync(Guid reference, CancellationToken cancel)
    {
        if (await plans.ReadAsync(reference, cancel) is not { } planned) return false;
        Planned = planned;
        return true;
    }
}
