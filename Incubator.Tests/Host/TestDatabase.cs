using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Host;

/// <summary>A migrated SQLite file of its own for one test: copied from a template that is migrated once per run.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string file;

    private TestDatabase(string file) => this.file = file;

    public string ConnectionString => SqliteIncubatorDb.ConnectionString(file);

    public static TestDatabase Create()
    {
        var file = NewFile();
        File.Copy(Template.Value, file);
        return new TestDatabase(file);
    }

    /// <summary>A context of its own, as each request has.</summary>
    public IncubatorDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteIncubatorDb>();
        SqliteIncubatorDb.Configure(options, ConnectionString);
        return new SqliteIncubatorDb(options.Options);
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(file + suffix);
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"incubator-test-{Guid.NewGuid():N}.db");

    private static string MakeTemplate()
    {
        var copy = NewFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(copy);
        using var template = new TestDatabase(NewFile());
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
