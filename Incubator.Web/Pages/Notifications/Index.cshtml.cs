using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Notifications;

/// <summary>What waits to be said, for staff. In Development it reads like a mailbox; elsewhere no link is shown: it may open an account.</summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class IndexModel(IncubatorDb db, NoticeText words, IWebHostEnvironment environment) : PageModel
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool ReadsMail => environment.IsDevelopment();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var waiting = db.Notices.AsNoTracking().Where(n => n.WithdrawnAt == null);
        Total = await waiting.CountAsync(cancel);
        var found = await waiting.OrderBy(n => n.DueAt).ThenBy(n => n.Id).Skip((Leaf - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Rows = [.. found.Select(n =>
        {
            var mail = words.Say(n, n.Language);
            return new Row(n, words.Say(n, LabFormat.Language).Subject, ReadsMail ? mail with { Link = MaySeeLink(n) ? mail.Link : null } : null);
        })];
        return Page();
    }

    // Staff must not become administrators by way of a link.
    private bool MaySeeLink(Notice notice) => notice.Kind != InvitationDesk.NoticeToHouse || User.IsInRole(Role.Administrator);

    /// <param name="What">The kind, in the reader's language.</param>
    /// <param name="Mail">As the recipient will read it; null outside Development.</param>
    public sealed record Row(Notice Notice, string What, NoticeSaid? Mail);
}
