using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking.Resources;

[AllowAnonymous]
public sealed class IndexModel(IncubatorDb db, FreeTimes freeTimes, CurrentActor current) : PageModel
{
    public const int PageSize = 24;

    [BindProperty(SupportsGet = true)]
    public Wanted Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q"), StringLength(100)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public bool IsStaff { get; private set; }
    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        IsStaff = (await current.GetAsync()).IsStaff;
        await LoadChoicesAsync(cancel);
        if (!ModelState.IsValid) return this.Malformed();
        var found = await FindAsync(cancel);
        if (Filter.FreeOn is { } day) found = await FreeAsync(found, day, cancel);
        Total = found.Count;
        Leaf = Math.Min(Leaf, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = [.. found.Skip((Leaf - 1) * PageSize).Take(PageSize)];
        var ids = Rows.Select(r => r.Id).ToList();
        var photos = await db.Attachments.AsNoTracking()
            .Where(a => a.Subject == nameof(Resource) && a.Kind == AttachmentKind.Photo && ids.Contains(a.SubjectId))
            .ToDictionaryAsync(a => a.SubjectId, a => a.Reference, cancel);
        Rows = [.. Rows.Select(r => r with { Photo = photos.TryGetValue(r.Id, out var photo) ? photo : null })];
        return Page();
    }

    private async Task<List<Row>> FindAsync(CancellationToken cancel)
    {
        var query =
            from resource in db.Resources
            join category in db.ResourceCategories on resource.CategoryId equals category.Id
            join site in db.Sites on resource.SiteId equals (long?)site.Id into sites
            from site in sites.DefaultIfEmpty()
            where (Filter.Retired && IsStaff) ? resource.RetiredAt != null : resource.RetiredAt == null
            select new { Resource = resource, Category = category, Site = site };
        if (Filter.Category is { } wantedCategory) query = query.Where(r => r.Resource.CategoryId == wantedCategory);
        if (Filter.Site is { } wantedSite) query = query.Where(r => r.Resource.SiteId == wantedSite);
        if (Filter.Kind is { } kind) query = query.Where(r => r.Resource.Kind == kind);
        if (Filter.FoodGrade is { } grade) query = query.Where(r => r.Resource.FoodGrade == grade);
        var hungarian = LabFormat.Language == "hu";
        var rows = await (hungarian ? query.OrderBy(r => r.Resource.NameHu) : query.OrderBy(r => r.Resource.NameEn)).ThenBy(r => r.Resource.Code)
            .AsNoTracking().ToListAsync(cancel);

        // Each word anywhere, accents or not: databases differ in what they take for the same letter.
        var words = (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PlainWord.Of).Where(w => w.Length > 0).ToList();
        return [.. rows
            .Where(r => words.Count == 0 || Matches(words, r.Resource.Code, r.Resource.NameHu, r.Resource.NameEn, r.Category.NameHu, r.Category.NameEn,
                r.Resource.Manufacturer, r.Resource.Model, r.Resource.CapacityFigure + r.Resource.CapacityUnit, r.Resource.Room, r.Site?.Name, r.Resource.Notes))
            .Select(r => new Row(r.Resource, r.Category.Name(LabFormat.Language), r.Site?.Name))];
    }

    private static bool Matches(List<string> words, params string?[] texts)
    {
        var all = string.Join('\n', texts.OfType<string>().Select(PlainWord.Of));
        return words.TrueForAll(word => all.Contains(word, StringComparison.Ordinal));
    }

    // Free means: booking would accept the shortest reservation that day.
    private async Task<List<Row>> FreeAsync(List<Row> rows, DateOnly day, CancellationToken cancel)
    {
        var policies = await db.BookingPolicies.AsNoTracking().ToListAsync(cancel);
        var free = new HashSet<long>();
        foreach (var group in rows.GroupBy(r => EffectivePolicy.Of(r.Resource, policies, day).MinMinutes))
        {
            var times = await freeTimes.FindAsync(new FindFreeTime
            {
                ResourceIds = [.. group.Select(r => r.Id)],
                Minutes = group.Key,
                From = day,
                Until = day,
                Take = int.MaxValue,
            }, new Actor(null, false, []), cancel);
            free.UnionWith(times.Select(t => t.ResourceId));
        }

        return rows.FindAll(r => free.Contains(r.Id));
    }

    private async Task LoadChoicesAsync(CancellationToken cancel)
    {
        var categories = await db.ResourceCategories.AsNoTracking()
            .Where(c => db.Resources.Any(r => r.CategoryId == c.Id && r.RetiredAt == null)).ToListAsync(cancel);
        Categories = [.. categories
            .OrderBy(c => c.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(c => new SelectListItem(c.Name(LabFormat.Language), $"{c.Id}", c.Id == Filter.Category))];
        Sites = [.. (await db.Sites.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel))
            .Select(s => new SelectListItem(s.Name, $"{s.Id}", s.Id == Filter.Site))];
    }

    public sealed record Row(Resource Resource, string Category, string? Site, Guid? Photo = null)
    {
        public long Id => Resource.Id;
    }

    public sealed record Wanted
    {
        public long? Category { get; init; }
        public long? Site { get; init; }
        public ResourceKind? Kind { get; init; }
        public FoodGrade? FoodGrade { get; init; }
        public DateOnly? FreeOn { get; init; }
        public bool Retired { get; init; }
    }
}
