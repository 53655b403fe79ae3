using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Incubator.Db.Sqlite;

/// <summary>For `dotnet ef` only.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteIncubatorDb>
{
    public SqliteIncubatorDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteIncubatorDb>();
        SqliteIncubatorDb.Configure(options, "Data Source=design.db");
        return new SqliteIncubatorDb(options.Options);
    }
}
