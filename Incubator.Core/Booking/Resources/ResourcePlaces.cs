using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>The categories and sites there are, found by whatever a form or a file calls them; new ones come into being here.</summary>
internal sealed class ResourcePlaces
{
    private readonly IncubatorDb db;
    private readonly Dictionary<string, ResourceCategory> categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Site> sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ResourceCategory> newCategories = [];
    private readonly List<Site> newSites = [];

    private readonly Dictionary<long, ResourceCategory> categoryById = [];
    private readonly Dictionary<long, Site> siteById = [];

    private ResourcePlaces(IncubatorDb db) => this.db = db;

    public IReadOnlyList<ResourceCategory> NewCategories => newCategories;

    public IReadOnlyList<Site> NewSites => newSites;

    /// <summary>Categories by their code first; a name counts where no code says otherwise.</summary>
    public static async Task<ResourcePlaces> LoadAsync(IncubatorDb db, CancellationToken cancel)
    {
        var places = new ResourcePlaces(db);
        var known = await db.ResourceCategories.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancel);
        foreach (var category in known)
        {
            places.categories[category.Code] = category;
            places.categoryById[category.Id] = category;
        }

        foreach (var category in known)
        {
            places.categories.TryAdd(category.NameEn, category);
            places.categories.TryAdd(category.NameHu, category);
        }

        foreach (var site in await db.Sites.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel))
        {
            places.sites.TryAdd(site.Name, site);
            places.siteById[site.Id] = site;
        }

        return places;
    }

    public (Dictionary<long, ResourceCategory> Categories, Dictionary<long, Site> Sites) ById => (categoryById, siteById);

    public ResourceCategory? Category(string text) => categories.GetValueOrDefault(text.Trim());

    public Site? Site(string text) => sites.GetValueOrDefault(text.Trim());

    public ResourceCategory AddCategory(string text, LocalName? name = null)
    {
        var code = text.Trim();
        var category = ResourceCategory.Create(
            code.ToLowerInvariant(), Capital((name?.Hu ?? code).Trim()), Capital((name?.En ?? code).Trim()));
        newCategories.Add(category);
        categories[code] = category;
        categories.TryAdd(category.NameHu, category);
        return category;
    }

    public Site AddSite(string text)
    {
        var site = Booking.Site.Create(text.Trim());
        newSites.Add(site);
        sites[site.Name] = site;
        return site;
    }

    /// <summary>Gives the new ones their ids.</summary>
    public async Task SaveAsync(Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (newCategories.Count + newSites.Count == 0) return;
        db.AddRange(newCategories);
        db.AddRange(newSites);
        await db.SaveChangesAsync(cancel);
        foreach (var category in newCategories) db.Record(nameof(ResourceCategory), category.Id, "Registered", actor, now);
        foreach (var site in newSites) db.Record(nameof(Booking.Site), site.Id, "Registered", actor, now);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
