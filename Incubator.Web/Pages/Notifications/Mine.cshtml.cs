using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Notifications;

/// <summary>The second channel: what was said to the reader, newest first, whatever became of the mail.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class MineModel(IncubatorDb db, OutboxDesk desk, NoticeText words, CurrentActor current, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var now = clock.GetUtcNow();
        var me = (await current.GetAsync()).PersonId ?? 0;
        var mine = db.Notices.AsNoTracking().Where(n => n.PersonId == me && n.DueAt <= now && n.State != NoticeState.Withdrawn);
        Total = await mine.CountAsync(cancel);
        var found = await mine.OrderByDescending(n => n.DueAt).ThenByDescending(n => n.Id).Skip((Leaf - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Rows = [.. found.Select(n => new Row(n, words.Say(n, LabFormat.Language)))];
        if (found.Any(n => n.SeenAt is null)) await desk.SeenAsync(me, [.. found.Select(n => n.Id)], cancel);
        return Page();
    }

    public sealed record Row(Notice Notice, NoticeSaid Said);
}
