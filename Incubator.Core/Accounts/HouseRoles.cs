using Incubator.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>The rows of <see cref="Role.All"/>; every database has them from its first start.</summary>
public static class HouseRoles
{
    /// <summary>
    /// The lock of every act that could leave the house without an administrator or give someone a role twice: rivals wait here.
    /// </summary>
    public static Task LockAsync(IncubatorDb db, CancellationToken cancel) => db.Roles
        .Where(r => r.NormalizedName == "ADMINISTRATOR")
        .ExecuteUpdateAsync(r => r.SetProperty(x => x.ConcurrencyStamp, Guid.NewGuid().ToString()), cancel);

    public static async Task LoadAsync(IncubatorDb db, CancellationToken cancel = default)
    {
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancel);
        var missing = Role.All.Except(known).ToList();
        if (missing.Count == 0) return;
        db.Roles.AddRange(missing.Select(name => new IdentityRole<long>(name!) { NormalizedName = name!.ToUpperInvariant() }));
        await db.SaveChangesAsync(cancel);
    }
}
