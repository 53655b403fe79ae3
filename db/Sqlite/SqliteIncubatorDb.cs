using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Incubator.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Db.Sqlite;

/// <summary>The embedded default: one process, one writer at a time, a confirmed write survives a power cut.</summary>
public sealed partial class SqliteIncubatorDb(DbContextOptions<SqliteIncubatorDb> options) : IncubatorDb(options)
{
    // One gate per database file: SQLite's own busy waiting is unfair and leaves second-long tails.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <summary>For a data folder's file: foreign keys on, five seconds of patience with another process.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(SqliteConnectionSettings.Instance, RenewVersions.Instance);

    public override string? TakenKeyOf(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } unique && UniqueMessage().Match(unique.Message) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    protected override async Task<IDisposable?> EnterWriterGateAsync(CancellationToken cancel)
    {
        var gate = Gates.GetOrAdd(Database.GetDbConnection().DataSource ?? "", _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var gate = await EnterWriterGateAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var name in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(Names.IsName))
            name.SetCollation(SqliteConnectionSettings.HungarianCollation);
    }

    [GeneratedRegex(@"UNIQUE constraint failed: (\w+)\.")]
    private static partial Regex UniqueMessage();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
