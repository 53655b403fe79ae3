using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Incubator.Db.Sqlite;

/// <summary>Said to every opened connection: durability, patience, and Hungarian letters (SQLite itself knows only ASCII).</summary>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    public const string HungarianCollation = "HU_CI";
    public static readonly SqliteConnectionSettings Instance = new();
    private static readonly CultureInfo Hungarian = CultureInfo.GetCultureInfo("hu-HU");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Stays open until its context is gone: each opening costs as much as a small query, and a reader between two queries
    /// holds nothing.
    /// </summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => ValueTask.FromResult(InterceptionResult.Suppress());

    public static void Apply(SqliteConnection connection)
    {
        connection.CreateCollation(HungarianCollation, (a, b) => Hungarian.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase));
        connection.CreateFunction("lower", (string? text) => text?.ToLower(Hungarian), isDeterministic: true);
        connection.CreateFunction("upper", (string? text) => text?.ToUpper(Hungarian), isDeterministic: true);
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";
        pragmas.ExecuteNonQuery();
    }
}
