using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>
/// Takes a list of resources in: first as a preview, then for good. What a file has no column for stays as it is; a line
/// with a problem is passed over and reported; the same file a second time changes nothing.
/// </summary>
public sealed class ResourceImport(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The history's word for an import as a whole; its id is the kept file's.</summary>
    public const string HistorySubject = "ResourceImport";

    private const int Batch = 500;
    private readonly AffectedByChange affected = new(db);

    public async Task<Result<ImportPlan>> PreviewAsync(byte[] file, CancellationToken cancel = default)
    {
        var read = ResourceFile.Read(file);
        if (!read.Succeeded) return Result<ImportPlan>.Refused(read.Refusals);
        var resources = await db.Resources.AsNoTracking().ToListAsync(cancel);
        return Plan(read.Value, resources, await ResourcePlaces.LoadAsync(db, cancel)).Plan;
    }

    /// <param name="seenPlan">The fingerprint of the preview that was confirmed; another plan by now is ChangedMeanwhile. Null: whatever the plan is.</param>
    /// <param name="fileId">Of the kept file, for the history; 0 where none is kept.</param>
    public async Task<Result<ImportOutcome>> ConfirmAsync(
        byte[] file, Actor actor, string? seenPlan = null, long fileId = 0, IProgress<ImportProgress>? progress = null,
        CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var read = ResourceFile.Read(file);
        if (!read.Succeeded) return Result<ImportOutcome>.Refused(read.Refusals);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<ImportOutcome>(async token =>
        {
            var resources = await db.Resources.AsNoTracking().ToListAsync(token);
            var places = await ResourcePlaces.LoadAsync(db, token);
            var (plan, acts) = Plan(read.Value, resources, places);
            if (seenPlan is not null && seenPlan != plan.Fingerprint) return Refusal.ChangedMeanwhile;
            await places.SaveAsync(actor, now, token);
            var overbooked = await WriteAsync(acts, actor, now, progress, token);
            var outcome = new ImportOutcome(plan.Created.Count, plan.Changed.Count, plan.LeftAlone, plan.Problems.Count, overbooked);
            if (!plan.DoesNothing || fileId != 0)
            {
                db.Record(HistorySubject, fileId, "Imported", actor, now, new Dictionary<string, string?[]>
                {
                    ["Created"] = [null, Number(outcome.Created)],
                    ["Changed"] = [null, Number(outcome.Changed)],
                    ["LeftAlone"] = [null, Number(outcome.LeftAlone)],
                    ["Problems"] = [null, Number(outcome.Problems)],
                    ["Overbooked"] = [null, string.Join(", ", overbooked)],
                });
            }

            return outcome;
        }, ResourceRegister.TakenKey, cancel);
    }

    private async Task<List<string>> WriteAsync(
        List<PlannedAct> acts, Actor actor, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var overbooked = new List<string>();
        var done = 0;
        foreach (var batch in acts.Chunk(Batch))
        {
            var made = new List<Resource>();
            foreach (var act in batch)
            {
                var details = act.Details with { CategoryId = act.Category.Id, SiteId = act.Site?.Id };
                if (act.Existing is not { } there)
                {
                    made.Add(Resource.Create(details));
                    continue;
                }

                var unitsBefore = there.Units;
                db.Attach(there);
                there.Describe(details);
                db.RecordChange(there, there.Id, "ChangedByImport", actor, now);
                if (there.Units < unitsBefore && (await affected.ByUnitsAsync(there.Id, there.Units, now, cancel)).Count > 0)
                    overbooked.Add(there.Code);
            }

            db.Resources.AddRange(made);
            await db.SaveChangesAsync(cancel);
            foreach (var resource in made) db.Record(nameof(Resource), resource.Id, "Imported", actor, now);
            await db.SaveChangesAsync(cancel);
            // Ten thousand tracked rows would make every further save slower.
            db.ChangeTracker.Clear();
            progress?.Report(new ImportProgress(done += batch.Length, acts.Count));
        }

        return overbooked;
    }

    private static (ImportPlan Plan, List<PlannedAct> Acts) Plan(ResourceFile file, List<Resource> resources, ResourcePlaces places)
    {
        var known = resources.ToDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
        var acts = new List<PlannedAct>();
        var problems = file.Problems.ToList();
        List<PlannedResource> created = [], changed = [];
        var leftAlone = 0;
        var byId = places.ById;
        foreach (var row in file.Rows)
        {
            known.TryGetValue(row.Code, out var existing);
            if (ProblemsOf(row, file, existing).ToList() is { Count: > 0 } found)
            {
                problems.AddRange(found);
                continue;
            }

            var details = DetailsOf(row, file, existing, row.Category is { } named ? places.Category(named)?.Code ?? named : null).Tidied();
            if (BrokenLimits(row, file, details).Distinct().ToList() is { Count: > 0 } broken)
            {
                problems.AddRange(broken);
                continue;
            }

            // A category cannot be taken away, only exchanged: an empty cell leaves it.
            var category = row.Category is { } text
                ? places.Category(text) ?? places.AddCategory(text)
                : byId.Categories[existing!.CategoryId];
            var site = !file.Has(ResourceColumn.Site)
                ? existing?.SiteId is { } old ? byId.Sites[old] : null
                : row.Site is { } place ? places.Site(place) ?? places.AddSite(place) : null;
            if (existing is null)
            {
                created.Add(new PlannedResource(row.Line, details.Code, details.NameHu, details.NameEn, []));
                acts.Add(new PlannedAct(null, details, category, site));
                continue;
            }

            var changes = Changes(existing, details, byId, category, site);
            if (changes.Count == 0)
            {
                leftAlone++;
                continue;
            }

            changed.Add(new PlannedResource(row.Line, details.Code, details.NameHu, details.NameEn, changes));
            acts.Add(new PlannedAct(existing, details, category, site));
        }

        var plan = new ImportPlan
        {
            Created = created,
            Changed = changed,
            LeftAlone = leftAlone,
            Problems = [.. problems.OrderBy(p => p.Line)],
            Notices = file.Notices,
            NewCategories = [.. places.NewCategories.Select(c => c.NameEn)],
            NewSites = [.. places.NewSites.Select(s => s.Name)],
            EncodingName = file.EncodingName,
            Separator = file.Separator,
            Fingerprint = "",
        };
        var print = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { created, changed, leftAlone, problems.Count }));
        return (plan with { Fingerprint = Convert.ToHexString(print)[..32] }, acts);
    }

    // Asked before categories and sites come into being, so that a bad line leaves none behind.
    private static IEnumerable<FileProblem> ProblemsOf(ResourceRow row, ResourceFile file, Resource? existing)
    {
        if (row.Category is null && existing is null)
            yield return new FileProblem(row.Line, HeadingOf(file, "Category"), "Missing");
        if (row.Category is { } category && TextRules.Problem(category, ResourceCategory.CodeMaxLength, "Category") is { } tooLong)
            yield return new FileProblem(row.Line, HeadingOf(file, "Category"), tooLong.Code, Number(ResourceCategory.CodeMaxLength));
        if (row.Site is { } site && TextRules.Problem(site, Site.NameMaxLength, "Site") is { } siteTooLong)
            yield return new FileProblem(row.Line, HeadingOf(file, "Site"), siteTooLong.Code, Number(Site.NameMaxLength));
    }

    private static IEnumerable<FileProblem> BrokenLimits(ResourceRow row, ResourceFile file, ResourceDetails details) =>
        details.Problems().Select(p => new FileProblem(
            row.Line, HeadingOf(file, p.Field), p.Code, p.Facts.TryGetValue("max", out var max) ? HistoryBook.Text(max) : null));

    /// <param name="category">Its code, or what the file calls it; null: as it was.</param>
    private static ResourceDetails DetailsOf(ResourceRow row, ResourceFile file, Resource? existing, string? category)
    {
        var nameEn = row.Name ?? existing?.NameEn ?? row.NameHu!;
        T? Told<T>(ResourceColumn column, T? told, T? old) => file.Has(column) ? told : old;
        return new ResourceDetails
        {
            Code = existing?.Code ?? row.Code,
            NameEn = nameEn,
            NameHu = row.NameHu ?? existing?.NameHu ?? nameEn,
            Kind = row.Kind ?? existing?.Kind ?? (PlainWord.Of(category ?? "") is "facility" or "facilities" or "helyiseg" or "helyisegek"
                ? ResourceKind.Facility : ResourceKind.Equipment),
            CategoryId = 0,
            Room = Told(ResourceColumn.Room, row.Room, existing?.Room),
            Manufacturer = Told(ResourceColumn.Manufacturer, row.Manufacturer, existing?.Manufacturer),
            Model = Told(ResourceColumn.Model, row.Model, existing?.Model),
            Capacity = Told(ResourceColumn.Capacity, row.Capacity, existing?.Capacity),
            Units = row.Units ?? existing?.Units ?? 1,
            FoodGrade = Told(ResourceColumn.FoodGrade, row.FoodGrade, existing?.FoodGrade),
            OwnerId = existing?.OwnerId,
            BackupOwnerId = existing?.BackupOwnerId,
            Notes = Told(ResourceColumn.Notes, row.Notes, existing?.Notes),
            Source = Told(ResourceColumn.Source, row.Source, existing?.Source),
            SetupMinutes = row.SetupMinutes ?? existing?.SetupMinutes ?? 0,
            CleanupMinutes = row.CleanupMinutes ?? existing?.CleanupMinutes ?? 0,
        };
    }

    private static List<FieldChange> Changes(
        Resource old, ResourceDetails told, (Dictionary<long, ResourceCategory> Categories, Dictionary<long, Site> Sites) byId,
        ResourceCategory category, Site? site)
    {
        var all = new FieldChange[]
        {
            new(nameof(told.NameEn), old.NameEn, told.NameEn),
            new(nameof(told.NameHu), old.NameHu, told.NameHu),
            new("Category", byId.Categories[old.CategoryId].Code, category.Code),
            new(nameof(told.Kind), old.Kind.ToString(), told.Kind.ToString()),
            new("Site", old.SiteId is { } oldSite ? byId.Sites[oldSite].Name : null, site?.Name),
            new(nameof(told.Room), old.Room, told.Room),
            new(nameof(told.Manufacturer), old.Manufacturer, told.Manufacturer),
            new(nameof(told.Model), old.Model, told.Model),
            new(nameof(told.Capacity), Text(old.Capacity), Text(told.Capacity)),
            new(nameof(told.Units), Number(old.Units), Number(told.Units)),
            new(nameof(told.FoodGrade), old.FoodGrade?.ToString(), told.FoodGrade?.ToString()),
            new(nameof(told.Notes), old.Notes, told.Notes),
            new(nameof(told.Source), old.Source, told.Source),
            new(nameof(told.SetupMinutes), Number(old.SetupMinutes), Number(told.SetupMinutes)),
            new(nameof(told.CleanupMinutes), Number(old.CleanupMinutes), Number(told.CleanupMinutes)),
        };
        return [.. all.Where(c => c.Old != c.New)];
    }

    private static string? HeadingOf(ResourceFile file, string? field)
    {
        ResourceColumn? column = field switch
        {
            nameof(ResourceDetails.NameEn) => file.Has(ResourceColumn.Name) ? ResourceColumn.Name : ResourceColumn.NameHu,
            nameof(ResourceDetails.NameHu) => file.Has(ResourceColumn.NameHu) ? ResourceColumn.NameHu : ResourceColumn.Name,
            _ => Enum.TryParse<ResourceColumn>(field, out var known) ? known : null,
        };
        return column is { } c && file.Columns.TryGetValue(c, out var heading) ? heading : field;
    }

    private static string? Text(Quantity? quantity) => quantity?.ToString(CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Existing">Null: to be created.</param>
    /// <param name="Category">Has its id only after the new ones were saved.</param>
    private sealed record PlannedAct(Resource? Existing, ResourceDetails Details, ResourceCategory Category, Site? Site);
}
