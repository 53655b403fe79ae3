using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Incubator.Db.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Incubator.Tests.Host;

/// <summary>
/// A migrated database of its own for one test. On SQLite a file copied from a template that is migrated once per run;
/// in a class that is <see cref="OnSqlServerAttribute"/> a new database on that server.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string? file;
    private readonly QueryRecorder? recorder = QueryRecorder.Current;

    private TestDatabase(string? file, string connectionString)
    {
        this.file = file;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static TestDatabase Create() => OnSqlServerAttribute.Applies ? CreateOnSqlServer() : CreateOnSqlite();

    public static TestDatabase CreateOnSqlite()
    {
        var file = NewFile();
        File.Copy(Template.Value, file);
        return new TestDatabase(file, SqliteIncubatorDb.ConnectionString(file));
    }

    /// <summary>A SQLite file that is not there yet.</summary>
    public static TestDatabase CreateEmpty()
    {
        var file = NewFile();
        return new TestDatabase(file, SqliteIncubatorDb.ConnectionString(file));
    }

    /// <summary>A context of its own, as each request has.</summary>
    public IncubatorDb Open()
    {
        if (file is null)
        {
            var server = new DbContextOptionsBuilder<SqlServerIncubatorDb>();
            SqlServerIncubatorDb.Configure(server, ConnectionString);
            return new SqlServerIncubatorDb(server.Options);
        }

        var options = new DbContextOptionsBuilder<SqliteIncubatorDb>();
        SqliteIncubatorDb.Configure(options, ConnectionString);
        recorder?.Hear(options);
        // Two lists read by one query multiply their rows: such a query says how it is to be split.
        options.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
        return new SqliteIncubatorDb(options.Options);
    }

    public void Dispose()
    {
        if (file is null)
        {
            using var db = Open();
            db.Database.EnsureDeleted();
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(file + suffix);
    }

    private static TestDatabase CreateOnSqlServer()
    {
        var connection = new SqlConnectionStringBuilder(OnSqlServerAttribute.Server()) { InitialCatalog = $"IncubatorTest_{Guid.NewGuid():N}" };
        var database = new TestDatabase(null, connection.ConnectionString);
        using var db = database.Open();
        db.Database.Migrate();
        return database;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"incubator-test-{Guid.NewGuid():N}.db");

    private static string MakeTemplate()
    {
        var copy = NewFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(copy);
        var first = NewFile();
        using var template = new TestDatabase(first, SqliteIncubatorDb.ConnectionString(first));
        using (var db = template.Open()) db.Database.Migrate();
        using var from = new SqliteConnection(template.ConnectionString);
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        SqliteConnectionSettings.Apply(from);
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }
}
