using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Model_AgainstItsMigrations_HasNoPendingChanges(string provider)
    {
        using var db = Open(provider);
        Assert.False(db.Database.HasPendingModelChanges(), $"db/add-migration.sh NAME is due ({provider}).");
    }

    [Fact]
    public void Schema_OfSqlServer_IsTheCommittedFile()
    {
        using var db = Open("SqlServer");
        var committed = File.ReadAllText(House.Path("db", "schema.sqlserver.sql"));
        Assert.Equal(Plain(db.Database.GenerateCreateScript()), Plain(committed));
    }

    [Fact]
    public async Task Migrate_EmptyFile_GivesTheTablesAndAgainDoesNothing()
    {
        using var empty = TestDatabase.CreateEmpty();
        await using var db = empty.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Reservations.CountAsync(TestContext.Current.CancellationToken));
    }

    internal static IncubatorDb Open(string provider) => provider == "Sqlite"
        ? new Db.Sqlite.DesignTime().CreateDbContext([])
        : new Db.SqlServer.DesignTime().CreateDbContext([]);

    private static string Plain(string sql) => sql.Replace("\uFEFF", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
