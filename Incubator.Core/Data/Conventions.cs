using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Incubator.Core.Data;

/// <summary>What holds for every table.</summary>
internal static class Conventions
{
    /// <summary>Instants are kept as UTC date and time: comparable and sortable on both databases.</summary>
    public static void Configure(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // Nothing is deleted by accident; Identity's own joins keep their cascades (one path each).
            // ClientCascade is Restrict to the database too: only rows that their own entity lets go are deleted with it.
            foreach (var key in entity.GetForeignKeys().Where(k => k.DeleteBehavior != DeleteBehavior.ClientCascade &&
                k.DeclaringEntityType.ClrType.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) != true))
                key.DeleteBehavior = DeleteBehavior.Restrict;
            if (entity.FindProperty("Version") is { ClrType: var type } version && type == typeof(Guid)) version.IsConcurrencyToken = true;
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
