using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking.Resources;

[AllowAnonymous]
public sealed class DetailsModel(
    IncubatorDb db, FreeTimes freeTimes, ResourceHistory history, CurrentActor current, IAuthorizationService authorization, TimeProvider clock)
    : PageModel
{
    private const int FreeTimesShown = 5;
    private const int DaysAhead = 14;
    private const int ExceptionDays = 60;

    public Resource Resource { get; private set; } = null!;
    public string Category { get; private set; } = "";
    public string? Site { get; private set; }
    public string? Owner { get; private set; }
    public string? Backup { get; private set; }
    public EffectivePolicy Policy { get; private set; } = EffectivePolicy.Default;
    public ILookup<DayOfWeek, OpeningSpan> Week { get; private set; } = Array.Empty<OpeningSpan>().ToLookup(s => s.Day);
    public IReadOnlyList<CalendarException> Exceptions { get; private set; } = [];
    public IReadOnlyList<FreeTime> Free { get; private set; } = [];
    public IReadOnlyList<Attachment> Documents { get; private set; } = [];
    /// <summary>For staff only: it names people.</summary>
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public Attachment? Photo { get; private set; }
    public bool IsStaff { get; private set; }
    public bool IsSignedIn { get; private set; }
    public bool MayBook { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var resource = await db.Resources.AsNoTracking().WithCode(code).FirstOrDefaultAsync(cancel);
        if (resource is null) return NotFound();
        Resource = resource;
        IsStaff = (await current.GetAsync()).IsStaff;
        IsSignedIn = User.Identity?.IsAuthenticated == true;
        MayBook = (await authorization.AuthorizeAsync(User, Permission.Book)).Succeeded;
        Category = (await db.ResourceCategories.AsNoTracking().FirstAsync(c => c.Id == resource.CategoryId, cancel)).Name(LabFormat.Language);
        Site = await db.Sites.Where(s => s.Id == resource.SiteId).Select(s => s.Name).FirstOrDefaultAsync(cancel);
        var files = await db.Attachments.AsNoTracking()
            .Where(a => a.Subject == nameof(Resource) && a.SubjectId == resource.Id).OrderBy(a => a.FileName).ToListAsync(cancel);
        Photo = files.Find(f => f.Kind == AttachmentKind.Photo);
        Documents = IsSignedIn ? files.FindAll(f => f.Kind == AttachmentKind.Document) : [];
        if (IsSignedIn)
        {
            Owner = await db.Users.Where(u => u.Id == resource.OwnerId).Select(u => u.FullName).FirstOrDefaultAsync(cancel);
            Backup = await db.Users.Where(u => u.Id == resource.BackupOwnerId).Select(u => u.FullName).FirstOrDefaultAsync(cancel);
        }

        if (IsStaff) History = await history.ReadAsync(resource.Id, cancel);
        await LoadCalendarAsync(resource, cancel);
        return Page();
    }

    private async Task LoadCalendarAsync(Resource resource, CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var until = today.AddDays(ExceptionDays);
        Policy = EffectivePolicy.Of(resource, await db.BookingPolicies.AsNoTracking().ToListAsync(cancel), today);
        var patterns = await db.OpeningPatterns.AsNoTracking()
            .Where(p => (p.ResourceId == null || p.ResourceId == resource.Id) && (p.SiteId == null || p.SiteId == resource.SiteId)).ToListAsync(cancel);
        var level = patterns.FindAll(p => p.ResourceId is not null) is { Count: > 0 } own ? own
            : patterns.FindAll(p => p.SiteId is not null) is { Count: > 0 } ofSite ? ofSite
            : patterns;
        Week = OpeningTimes.SpansOf(level).ToLookup(s => s.Day);
        Exceptions = [.. (await db.CalendarExceptions.AsNoTracking()
                .Where(e => e.Date >= today && e.Date < until && (e.ResourceId == null || e.ResourceId == resource.Id) &&
                    (e.SiteId == null || e.SiteId == resource.SiteId))
                .ToListAsync(cancel))
            .GroupBy(e => e.Date).Select(day => day.OrderBy(e => e.ResourceId is null).ThenBy(e => e.SiteId is null).First())
            .OrderBy(e => e.Date)];
        if (resource.IsRetired) return;
        Free = await freeTimes.FindAsync(new FindFreeTime
        {
            ResourceIds = [resource.Id],
            Minutes = Policy.MinMinutes,
            From = today,
            Until = today.AddDays(DaysAhead),
            Take = FreeTimesShown,
        }, await current.GetAsync(), cancel);
    }
}
