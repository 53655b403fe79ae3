using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Incubator.Core.Data;

/// <summary>Gives every new or changed row that has one a fresh <c>Version</c>; a stale save then fails.</summary>
public sealed class RenewVersions : SaveChangesInterceptor
{
    public static readonly RenewVersions Instance = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Renew(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Renew(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Renew(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is EntityState.Added or EntityState.Modified && entry.Metadata.FindProperty("Version") is { ClrType: var type } && type == typeof(Guid))
                entry.Property("Version").CurrentValue = Guid.NewGuid();
        }
    }
}
