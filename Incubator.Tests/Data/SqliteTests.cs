using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Data;

public sealed class SqliteTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Open_EachConnection_IsDurableAndPatient()
    {
        await using var db = database.Open();
        Assert.Equal("wal", await PragmaAsync("journal_mode"));
        Assert.Equal("2", await PragmaAsync("synchronous"));
        Assert.Equal("1", await PragmaAsync("foreign_keys"));
        Assert.Equal("5000", await PragmaAsync("busy_timeout"));

        async Task<string?> PragmaAsync(string name)
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
        }
    }

    [Fact]
    public async Task Names_WithHungarianLetters_AreSortedAndFoundAsHungariansDo()
    {
        await using var db = database.Open();
        foreach (var name in new[] { "Zsír", "ÁRVÍZTŰRŐ", "Alma", "Cukor", "Csokoládé", "Zab" }) db.Add(Company.Create(name));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var sorted = await db.Companies.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Alma", "ÁRVÍZTŰRŐ", "Cukor", "Csokoládé", "Zab", "Zsír"], sorted);
        Assert.True(await db.Companies.AnyAsync(c => c.Name == "árvíztűrő", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Commit_StaleSave_IsRefusedNotThrown()
    {
        await using var first = database.Open();
        await using var second = database.Open();
        first.Add(Company.Create("Egy"));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        var result = await first.CommitAsync<Done>(async token =>
        {
            var mine = await first.Companies.SingleAsync(token);
            mine.Deactivate();
            // A rival that got in before (through raw SQL, past the writer gate of this process).
            await first.Database.ExecuteSqlAsync($"UPDATE Companies SET Version = {Guid.NewGuid().ToString().ToUpperInvariant()}", token);
            return default(Done);
        }, cancel: TestContext.Current.CancellationToken);
        Assert.True(result.Was(Refusal.ChangedMeanwhile.Code));
        Assert.True((await second.Companies.SingleAsync(TestContext.Current.CancellationToken)).IsActive);
    }

    [Fact]
    public async Task Commit_KeyTakenByARival_IsTheRefusalOfThatTable()
    {
        await using var db = database.Open();
        db.Add(Company.Create("Egy"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        string? table = null;
        var result = await db.CommitAsync<Done>(token =>
        {
            db.Add(Company.Create("Egy"));
            return Task.FromResult<Result<Done>>(default(Done));
        }, taken =>
        {
            table = taken;
            return new Refusal("NameTaken");
        }, TestContext.Current.CancellationToken);
        Assert.True(result.Was("NameTaken"));
        Assert.Equal("Companies", table);
    }

    [Fact]
    public async Task Occupancy_SecondRowByAScript_MeetsTheKey()
    {
        await using var db = database.Open();
        var category = ResourceCategory.Create("c", "c", "c");
        db.Add(category);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var resource = Resource.Create(new ResourceDetails { Code = "A", NameHu = "A", NameEn = "A", Kind = ResourceKind.Equipment, CategoryId = category.Id });
        db.Add(resource);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Task<int> InsertAsync(int item) => db.Database.ExecuteSqlAsync(
            $"INSERT INTO Occupancy (ResourceId, Quarter, Unit, ReservationItemId) VALUES ({resource.Id}, 7, 1, {item})", TestContext.Current.CancellationToken);
        Assert.Equal(1, await InsertAsync(1));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => InsertAsync(2));
    }

    [Fact]
    public async Task Commit_SixteenAtOnce_LosesNoUpdate()
    {
        await using (var db = database.Open())
        {
            db.Add(NumberSeries.Create("BK", 2026));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            for (var i = 0; i < 10; i++)
            {
                var done = await db.CommitAsync<Done>(async token =>
                {
                    var last = await db.NumberSeries.Select(s => s.Last).SingleAsync(token);
                    await db.NumberSeries.ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, last + 1), token);
                    return default(Done);
                });
                Assert.True(done.Succeeded);
            }
        })));
        await using var after = database.Open();
        Assert.Equal(160, await after.NumberSeries.Select(s => s.Last).SingleAsync(TestContext.Current.CancellationToken));
    }
}
