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

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What the next version would say, and the act of publishing it.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class PublishModel(
    IncubatorDb db, CampPlan plans, AgendaDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<AgendaText> text) : PlanPageModel(plans, text)
{
    private readonly IStringLocalizer<AgendaText> text = text;

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    public int Number { get; private set; }

    /// <summary>Only what differs.</summary>
    public IReadOnlyList<AgendaItem> Next { get; private set; } = [];
    public int LabSessions { get; private set; }
    public string? Host { get; private set; }

    public bool NeedsNote => AgendaDesk.NeedsNote(Planned, Judgement);

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        Stamp = Planned.Stamp;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        if (!await FindAsync(reference, cancel)) return NotFound();
        var result = await desk.PublishAsync(new PublishAgenda { Camp = reference, Note = Note, Stamp = Stamp ?? "" }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            // What stands here now has been seen by the next try.
            ModelState.Remove(nameof(Stamp));
            Stamp = Planned.Stamp;
            result.Refusals.Into(ModelState, refusals, prefix: "");
            if (result.Was(Refusal.NotFound.Code)) return NotFound();
            return this.Refused();
        }

        this.Say(text["Version {0} is published; those affected are told.", result.Value]);
        return Redirect(AgendaLinks.Public(reference));
    }

    private async Task<bool> FindAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return false;
        var published = await AgendaReader.LatestAsync(db, Camp.Id, cancel);
        Number = (published.Before?.Number ?? 0) + 1;
        Next = [.. AgendaRules.Next(published.Before?.Items ?? [], AgendaDesk.ItemsOf(Planned), published.Last).Where(i => i.Change != AgendaChange.None)];
        LabSessions = Planned.Sessions.Count(s => s.Start is not null && Planned.LabOf(s).Count > 0);
        Host = await db.Companies.Where(c => c.Id == Planned.Settings.HostCompanyId).Select(c => c.Name).FirstOrDefaultAsync(cancel);
        return true;
    }
}
