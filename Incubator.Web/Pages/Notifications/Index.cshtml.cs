using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Notifications.Emails;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Notifications;

/// <summary>
/// The outbox, for staff: what waits, what was sent, what is parked and why. In Development it reads like a mailbox; elsewhere no link
/// is shown: it may open an account.
/// </summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class IndexModel(
    IncubatorDb db, OutboxDesk desk, NoticeText words, MailSettings mail, IWebHostEnvironment environment, RefusalText refusals,
    IStringLocalizer<NotificationsText> text) : PageModel
{
    public const int PageSize = 20;

    /// <summary>The tabs, in order.</summary>
    public static IReadOnlyList<NoticeState> Tabs { get; } =
        [NoticeState.Waiting, NoticeState.Parked, NoticeState.Kept, NoticeState.Declined, NoticeState.Sent];

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    [BindProperty(SupportsGet = true), FromQuery(Name = "state"), EnumDataType(typeof(NoticeState))]
    public NoticeState? Chosen { get; set; }

    public NoticeState Shown { get; private set; }
    public IReadOnlyDictionary<NoticeState, int> Counts { get; private set; } = new Dictionary<NoticeState, int>();
    public int Total => Counts.GetValueOrDefault(Shown);
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool ReadsMail => environment.IsDevelopment();
    public bool SendsMail => mail.IsOn;

    public string Words(NoticeState state) => state switch
    {
        NoticeState.Waiting => text["Waiting"],
        NoticeState.Parked => text["Given up"],
        NoticeState.Kept => text["Kept here"],
        NoticeState.Declined => text["Not wanted by mail"],
        _ => text["Sent"],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(long id, CancellationToken cancel)
    {
        var result = await desk.TryAgainAsync(id, cancel);
        if (!result.Succeeded)
        {
            await LoadAsync(cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["It goes out with the next delivery."]);
        return Redirect(NoticeLinks.Outbox);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Counts = await db.Notices.GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Shown = Chosen ?? (Counts.ContainsKey(NoticeState.Parked) ? NoticeState.Parked : SendsMail ? NoticeState.Waiting : NoticeState.Kept);
        var these = db.Notices.AsNoTracking().Where(n => n.State == Shown);
        var found = await (Shown == NoticeState.Waiting
                ? these.OrderBy(n => n.NextTryAt).ThenBy(n => n.Id)
                : these.OrderByDescending(n => n.NextTryAt).ThenByDescending(n => n.Id))
            .Skip((Leaf - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Rows = [.. found.Select(n => new Row(n, words.Say(n, LabFormat.Language).Subject, ReadsMail ? Readable(n) : null))];
    }

    // Staff must not become administrators by way of a link.
    private NoticeSaid Readable(Notice notice)
    {
        var said = words.Say(notice, notice.Language);
        return notice.Kind == InvitationDesk.NoticeToHouse && !User.IsInRole(Role.Administrator) ? said with { Link = null } : said;
    }

    /// <param name="What">The kind, in the reader's language.</param>
    /// <param name="Mail">As the recipient will read it; null outside Development.</param>
    public sealed record Row(Notice Notice, string What, NoticeSaid? Mail);
}
