using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Where staff keep the list of what can be booked. What was booked before an edit stays as it was booked.</summary>
public sealed class ResourceRegister(IncubatorDb db, TimeProvider clock)
{
    private readonly OccupancyBook occupancy = new(db);
    private readonly AffectedByChange affected = new(db);

    public async Task<Result<ResourceSaved>> CreateAsync(RegisterResource request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var wanted = request.Details.Tidied();
        var problems = Problems(wanted, request.NewCategory, request.NewSite);
        if (problems.Count > 0) return Result<ResourceSaved>.Refused(problems);
        return await db.CommitAsync<ResourceSaved>(async token =>
        {
            var unknown = await UnknownAsync(wanted, request.NewCategory is not null, request.NewSite is not null, null, token);
            if (unknown.Count > 0) return Result<ResourceSaved>.Refused(unknown);
            var resource = Resource.Create(await PlacedAsync(wanted, request.NewCategory, request.NewSite, actor, now, token));
            db.Resources.Add(resource);
            await db.SaveChangesAsync(token);
            db.RecordChange(resource, resource.Id, "Registered", actor, now);
            return new ResourceSaved(resource.Id, resource.Code, true, []);
        }, TakenKey, cancel);
    }

    public async Task<Result<ResourceSaved>> EditAsync(EditResource request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var wanted = request.Details.Tidied();
        var problems = Problems(wanted, request.NewCategory, request.NewSite);
        if (problems.Count > 0) return Result<ResourceSaved>.Refused(problems);
        return await db.CommitAsync<ResourceSaved>(async token =>
        {
            await occupancy.LockAsync([request.Id], null, token);
            var resource = await db.Resources.SingleOrDefaultAsync(r => r.Id == request.Id, token);
            if (resource is null) return Refusal.NotFound;
            if (resource.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var unknown = await UnknownAsync(wanted, request.NewCategory is not null, request.NewSite is not null, request.Id, token);
            if (unknown.Count > 0) return Result<ResourceSaved>.Refused(unknown);
            var unitsBefore = resource.Units;
            resource.Describe(await PlacedAsync(wanted, request.NewCategory, request.NewSite, actor, now, token));
            var changed = db.Entry(resource).State == EntityState.Modified;
            if (changed) db.RecordChange(resource, resource.Id, "Edited", actor, now);
            await occupancy.HoldNewUnitsAsync(resource, unitsBefore, now, token);
            return new ResourceSaved(resource.Id, resource.Code, changed,
                resource.Units < unitsBefore ? await affected.ByUnitsAsync(resource.Id, resource.Units, now, token) : []);
        }, TakenKey, cancel);
    }

    /// <summary>Nobody can book it from now on; what is booked stays and is listed.</summary>
    public async Task<Result<ResourceSaved>> RetireAsync(
        long id, Guid seenVersion, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(reason, HistoryEntry.ReasonMaxLength, "Reason") is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<ResourceSaved>(async token =>
        {
            await occupancy.LockAsync([id], null, token);
            var resource = await db.Resources.SingleOrDefaultAsync(r => r.Id == id, token);
            if (resource is null) return Refusal.NotFound;
            var changed = !resource.IsRetired;
            if (changed)
            {
                if (resource.Version != seenVersion) return Refusal.ChangedMeanwhile;
                resource.Retire(now);
                db.RecordChange(resource, id, "Retired", actor, now, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
            }

            return new ResourceSaved(id, resource.Code, changed, await affected.ByRetiringAsync(id, now, token));
        }, cancel: cancel);
    }

    public async Task<Result<ResourceSaved>> PutBackAsync(long id, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<ResourceSaved>(async token =>
        {
            await occupancy.LockAsync([id], null, token);
            var resource = await db.Resources.SingleOrDefaultAsync(r => r.Id == id, token);
            if (resource is null) return Refusal.NotFound;
            if (!resource.IsRetired) return new ResourceSaved(id, resource.Code, false, []);
            if (resource.Version != seenVersion) return Refusal.ChangedMeanwhile;
            resource.PutBack();
            db.RecordChange(resource, id, "PutBack", actor, now);
            return new ResourceSaved(id, resource.Code, true, []);
        }, cancel: cancel);
    }

    /// <summary>What retiring would leave behind: the reservations not over yet. For the question before the act.</summary>
    public Task<List<AffectedReservation>> BookedAheadAsync(long id, CancellationToken cancel = default) =>
        affected.ByRetiringAsync(id, clock.GetUtcNow(), cancel);

    private static List<Refusal> Problems(ResourceDetails wanted, LocalName? category, string? site)
    {
        var problems = wanted.Problems().ToList();
        if (category is not null)
        {
            foreach (var name in new[] { category.Hu, category.En })
            {
                if (string.IsNullOrWhiteSpace(name)) problems.Add(new Refusal("Missing", "NewCategory"));
                else if (TextRules.Problem(name, ResourceCategory.CodeMaxLength, "NewCategory") is { } problem) problems.Add(problem);
            }
        }

        if (site is not null)
        {
            if (string.IsNullOrWhiteSpace(site)) problems.Add(new Refusal("Missing", "NewSite"));
            else if (TextRules.Problem(site, Site.NameMaxLength, "NewSite") is { } problem) problems.Add(problem);
        }

        return [.. problems.DistinctBy(p => (p.Code, p.Field))];
    }

    private async Task<List<Refusal>> UnknownAsync(
        ResourceDetails wanted, bool newCategory, bool newSite, long? except, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (await db.Resources.WithCode(wanted.Code).AnyAsync(r => r.Id != (except ?? 0), cancel)) refusals.Add(CodeTaken(wanted.Code));
        if (!newCategory && !await db.ResourceCategories.AnyAsync(c => c.Id == wanted.CategoryId, cancel))
            refusals.Add(new Refusal("Missing", nameof(wanted.CategoryId)));
        if (!newSite && wanted.SiteId is { } site && !await db.Sites.AnyAsync(s => s.Id == site, cancel))
            refusals.Add(new Refusal("NotFound", nameof(wanted.SiteId)));
        if (wanted.OwnerId is { } owner && !await db.Users.AnyAsync(u => u.Id == owner, cancel))
            refusals.Add(new Refusal("NotFound", nameof(wanted.OwnerId)));
        if (wanted.BackupOwnerId is { } backup && !await db.Users.AnyAsync(u => u.Id == backup, cancel))
            refusals.Add(new Refusal("NotFound", nameof(wanted.BackupOwnerId)));
        return refusals;
    }

    private async Task<ResourceDetails> PlacedAsync(
        ResourceDetails wanted, LocalName? newCategory, string? newSite, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (newCategory is null && newSite is null) return wanted;
        var places = await ResourcePlaces.LoadAsync(db, cancel);
        var category = newCategory is null ? null : places.Category(newCategory.En) ?? places.Category(newCategory.Hu) ??
            places.AddCategory(newCategory.En, newCategory);
        var site = newSite is null ? null : places.Site(newSite) ?? places.AddSite(newSite);
        await places.SaveAsync(actor, now, cancel);
        return wanted with { CategoryId = category?.Id ?? wanted.CategoryId, SiteId = site?.Id ?? wanted.SiteId };
    }

    internal static Refusal? TakenKey(string table) => table == "Resources" ? CodeTaken(null) : null;

    private static Refusal CodeTaken(string? code) =>
        code is null ? new Refusal("CodeTaken", nameof(Resource.Code)) : new Refusal("CodeTaken", nameof(Resource.Code)).With("code", code);
}
