using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>The terms of one level from a day on.</summary>
public sealed record SetPolicy
{
    /// <summary>Neither category nor resource: the lab.</summary>
    public long? CategoryId { get; init; }

    public long? ResourceId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required PolicyTerms Terms { get; init; }

    /// <summary>Of the row being edited; null where the editor saw none for that day.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Where staff set the booking policy of the lab, a category or a resource. What is booked keeps the terms it was booked under.</summary>
public sealed class PolicyDesk(IncubatorDb db, TimeProvider clock)
{
    public static readonly DateOnly Earliest = new(2000, 1, 1);
    public static readonly DateOnly Latest = new(2100, 1, 1);

    public async Task<Result<long>> SetAsync(SetPolicy request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (request is { CategoryId: not null, ResourceId: not null }) return Refusal.NotFound;
        var problems = request.Terms.Problems().ToList();
        if (request.ValidFrom < Earliest || request.ValidFrom > Latest)
            problems.Add(new Refusal("OutOfRange", nameof(request.ValidFrom)).With("min", Earliest).With("max", Latest));
        if (problems.Count > 0) return Result<long>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<long>(async token =>
        {
            if (!await ExistsAsync(request, token)) return Refusal.NotFound;
            var policies = await db.BookingPolicies.ToListAsync(token);
            var policy = policies.SingleOrDefault(p =>
                p.CategoryId == request.CategoryId && p.ResourceId == request.ResourceId && p.ValidFrom == request.ValidFrom);
            if (policy?.Version != request.SeenVersion) return policy is null || request.SeenVersion is not null ? Refusal.ChangedMeanwhile : DayTaken(request);
            var isNew = policy is null;
            if (policy is null)
            {
                policy = BookingPolicy.Create(request.ValidFrom, request.Terms, request.CategoryId, request.ResourceId);
                db.BookingPolicies.Add(policy);
                policies.Add(policy);
            }
            else
            {
                policy.Set(request.Terms);
            }

            if (await ContradictedAsync(policies, request, token) is { } contradiction) return contradiction;
            if (isNew) await db.SaveChangesAsync(token);
            if (isNew || db.Entry(policy).State == EntityState.Modified)
                Record(policy, isNew ? "PolicySet" : "PolicyChanged", Terms(policy, isNew, gone: false), actor, now);
            return policy.Id;
        }, table => table == "BookingPolicies" ? DayTaken(request) : null, cancel);
    }

    public async Task<Result<Done>> RemoveAsync(long id, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var policy = await db.BookingPolicies.SingleOrDefaultAsync(p => p.Id == id, token);
            if (policy is null) return Refusal.NotFound;
            if (policy.Version != seenVersion) return Refusal.ChangedMeanwhile;
            db.BookingPolicies.Remove(policy);
            Record(policy, "PolicyRemoved", Terms(policy, false, gone: true), actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    // A resource's own policy is part of the resource's story, as its opening times are, and outlives the row that way.
    private void Record(BookingPolicy policy, string act, Dictionary<string, string?[]> terms, Actor actor, DateTimeOffset now) => db.Record(
        policy.ResourceId is null ? nameof(BookingPolicy) : nameof(Resource), policy.ResourceId ?? policy.Id, act, actor, now, terms);

    private Dictionary<string, string?[]> Terms(BookingPolicy policy, bool isNew, bool gone)
    {
        var day = HistoryBook.Text(policy.ValidFrom);
        var told = new Dictionary<string, string?[]> { [nameof(BookingPolicy.ValidFrom)] = [isNew ? null : day, gone ? null : day] };
        foreach (var term in db.Entry(policy).Properties.Where(p => typeof(PolicyTerms).GetProperty(p.Metadata.Name) is not null))
        {
            string? before = isNew ? null : HistoryBook.Text(term.OriginalValue), after = gone ? null : HistoryBook.Text(term.CurrentValue);
            if (before != after) told[term.Metadata.Name] = [before, after];
        }

        return told;
    }

    /// <summary>
    /// Levels must agree after inheritance: a minimum above the maximum would make a resource unbookable without anyone
    /// having said so. Looked at on the day the terms begin, for everything beneath the level.
    /// </summary>
    private async Task<Refusal?> ContradictedAsync(List<BookingPolicy> policies, SetPolicy request, CancellationToken cancel)
    {
        var day = request.ValidFrom;
        if (Contradiction(EffectivePolicy.Of(0, request.CategoryId ?? 0, policies, day)) is { } own && request.ResourceId is null) return own;
        var resources = await db.Resources.AsNoTracking()
            .Where(r => (request.ResourceId == null || r.Id == request.ResourceId) &&
                (request.CategoryId == null || r.CategoryId == request.CategoryId))
            .Select(r => new { r.Id, r.CategoryId, r.NameHu, r.NameEn }).ToListAsync(cancel);
        foreach (var resource in resources)
        {
            if (Contradiction(EffectivePolicy.Of(resource.Id, resource.CategoryId, policies, day)) is { } found)
                return found.With("resource", new LocalName(resource.NameHu, resource.NameEn));
        }

        return null;
    }

    private static Refusal? Contradiction(EffectivePolicy policy)
    {
        if (policy.MinMinutes > policy.MaxMinutes)
            return new Refusal("MinimumAboveMaximum", nameof(PolicyTerms.MinMinutes)).With("min", policy.MinMinutes).With("max", policy.MaxMinutes);
        // Some multiple of the granularity must lie between minimum and maximum.
        return policy.MaxMinutes / policy.GranularityMinutes * policy.GranularityMinutes < policy.MinMinutes
            ? new Refusal("GranularityFitsNoLength", nameof(PolicyTerms.GranularityMinutes)).With("minutes", policy.GranularityMinutes)
            : null;
    }

    private Task<bool> ExistsAsync(SetPolicy request, CancellationToken cancel) =>
        request.ResourceId is { } resource ? db.Resources.AnyAsync(r => r.Id == resource, cancel)
        : request.CategoryId is { } category ? db.ResourceCategories.AnyAsync(c => c.Id == category, cancel)
        : Task.FromResult(true);

    private static Refusal DayTaken(SetPolicy request) =>
        new Refusal("DayTaken", nameof(SetPolicy.ValidFrom)).With("date", request.ValidFrom);
}
