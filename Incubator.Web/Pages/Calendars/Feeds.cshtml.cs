using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Calendars;

/// <summary>The reader's addresses for calendar programs: make one, see it once, take it back.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class FeedsModel(
    IncubatorDb db, FeedDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CalendarsText> text) : PageModel
{
    private const string SecretKey = "FeedSecret";

    /// <summary>The code of a resource whose calendar is wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "resource")]
    public string? Code { get; set; }

    /// <summary>Null: none is asked for, or the reader may not see its calendar.</summary>
    public Resource? Resource { get; private set; }

    /// <summary>Just made; shown this once.</summary>
    public string? Address { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (TempData[SecretKey] is string secret) Address = CalendarLinks.Feed(Request, secret);
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.MakeAsync(Resource?.Id, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        TempData[SecretKey] = result.Value;
        this.Say(text["The address is made. Copy it now: it is not shown again."]);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.RevokeAsync(reference, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The address is revoked: programs that have it read nothing more."]);
        return Redirect(Here);
    }

    private string Here => Resource is { } resource ? CalendarLinks.FeedsFor(resource.Code) : CalendarLinks.Feeds;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (!string.IsNullOrEmpty(Code))
        {
            if (!actor.IsStaff && actor.CompanyIds.Count == 0) return false;
            Resource = await db.Resources.AsNoTracking().WithCode(Code).FirstOrDefaultAsync(cancel);
            if (Resource is null) return false;
        }

        var feeds = await (
                from feed in db.CalendarFeeds
                where feed.PersonId == actor.PersonId && feed.RevokedAt == null
                join r in db.Resources on feed.ResourceId equals r.Id into resources
                from resource in resources.DefaultIfEmpty()
                orderby feed.Id
                select new { feed.Reference, Hu = resource.NameHu, En = resource.NameEn, feed.MadeAt, feed.ReadAt })
            .AsNoTracking().ToListAsync(cancel);
        Rows = feeds.ConvertAll(f => new Row(f.Reference, LabFormat.Language == "hu" ? f.Hu : f.En, f.MadeAt, f.ReadAt));
        return true;
    }

    /// <param name="Resource">Null: the reader's own calendar.</param>
    public sealed record Row(Guid Reference, string? Resource, DateTimeOffset MadeAt, DateTimeOffset? ReadAt);
}
