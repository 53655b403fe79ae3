using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Whose program asks, for what, and what that person may see now.</summary>
public sealed record OpenFeed(long Id, long? ResourceId, string Language, Actor Actor);

/// <summary>Where people get addresses for their calendar programs, and take them back.</summary>
public sealed class FeedDesk(IncubatorDb db, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    /// <returns>The secret, which nobody will see again.</returns>
    /// <remarks>Refused: NotFound (who may not see the resource's calendar), TooManyFeeds.</remarks>
    public async Task<Result<string>> MakeAsync(long? resourceId, Actor actor, CancellationToken cancel = default)
    {
        if (actor.PersonId is not { } personId) return Refusal.NotFound;
        if (resourceId is not null && !actor.IsStaff && actor.CompanyIds.Count == 0) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var secret = LinkSecret.Create();
        return await db.CommitAsync<string>(async token =>
        {
            if (resourceId is { } id && !await db.Resources.AnyAsync(r => r.Id == id, token)) return Refusal.NotFound;
            if (await db.CalendarFeeds.CountAsync(f => f.PersonId == personId && f.RevokedAt == null, token) >= CalendarFeed.MaxOfPerson)
                return new Refusal("TooManyFeeds").With("max", CalendarFeed.MaxOfPerson);
            db.CalendarFeeds.Add(CalendarFeed.Create(personId, resourceId, secret, now));
            db.RecordSecurity(personId, SecurityActs.FeedMade, actor, now);
            return secret;
        }, cancel: cancel);
    }

    public async Task<Result<Done>> RevokeAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Reference == reference && f.PersonId == actor.PersonId, token);
            if (feed is null) return Refusal.NotFound;
            if (feed.RevokedAt is not null) return default(Done);
            feed.Revoke(now);
            db.RecordSecurity(feed.PersonId, SecurityActs.FeedRevoked, actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>
    /// Null where there is no such address any more, or the person may see nothing: locked, erased, and for a resource whoever belongs
    /// to no company.
    /// </summary>
    public async Task<OpenFeed?> OpenAsync(string secret, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var hash = LinkSecret.Hash(secret);
        var known = await (
                from feed in db.CalendarFeeds
                join person in db.Users on feed.PersonId equals person.Id
                where feed.SecretHash == hash && feed.RevokedAt == null && person.ErasedAt == null
                select new { feed.Id, feed.PersonId, feed.ResourceId, feed.ReadAt, person.LockoutEnd, person.Language })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (known is null || Person.IsLockedUntil(known.LockoutEnd)) return null;
        var isStaff = await db.UserRoles.AnyAsync(ur => ur.UserId == known.PersonId &&
            db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Staff || r.Name == Role.Administrator)), cancel);
        var companies = await (
                from member in db.CompanyMembers
                join company in db.Companies on member.CompanyId equals company.Id
                where member.PersonId == known.PersonId && company.IsActive
                orderby company.Id
                select company.Id)
            .ToListAsync(cancel);
        if (known.ResourceId is not null && !isStaff && companies.Count == 0) return null;
        if (known.ReadAt is null || known.ReadAt < now - SeenEvery)
            await db.CommitAsync<int>(async token => await db.CalendarFeeds.Where(f => f.Id == known.Id)
                .ExecuteUpdateAsync(f => f.SetProperty(x => x.ReadAt, now), token), cancel: cancel);
        return new OpenFeed(known.Id, known.ResourceId, known.Language, new Actor(known.PersonId, isStaff, companies));
    }
}
