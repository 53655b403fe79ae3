using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Incubator.Db.SqlServer;

/// <summary>For `dotnet ef` and for scripts: no server is asked.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqlServerIncubatorDb>
{
    public SqlServerIncubatorDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerIncubatorDb>();
        SqlServerIncubatorDb.Configure(options, "Server=design");
        return new SqlServerIncubatorDb(options.Options);
    }
}
