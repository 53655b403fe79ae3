using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff write camps and move them on.</summary>
public sealed class CampDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Guid>> CreateAsync(CampDetails details, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            var camp = Camp.Create(details);
            db.Camps.Add(camp);
            await db.SaveChangesAsync(token);
            db.RecordChange(camp, camp.Id, "Created", actor, now);
            return camp.Reference;
        }, cancel: cancel);
    }
}

internal static class CampLock
{
    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampAsync(this IncubatorDb db, Guid reference, CancellationToken token) => db.Camps.Where(c => c.Reference == reference)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);

    /// <summary>Makes rivals wait; before the first read of a transaction.</summary>
    public static Task<int> LockCampAsync(this IncubatorDb db, long id, CancellationToken token) => db.Camps.Where(c => c.Id == id)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
}
