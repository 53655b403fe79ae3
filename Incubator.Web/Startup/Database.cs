using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Incubator.Db.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>Which database, and that it is there and migrated before anyone is served.</summary>
public static class Database
{
    /// <summary>The files of db/seed, beside the program.</summary>
    public static readonly string SeedFolder = Path.Combine(AppContext.BaseDirectory, "seed");

    public static bool IsSqlServer(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "SqlServer", StringComparison.OrdinalIgnoreCase);

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DatabaseGate>();
        if (IsSqlServer(builder.Configuration))
        {
            var connection = builder.Configuration.GetConnectionString("Incubator") ?? throw new StartupProblem(
                "Database:Provider is SqlServer but there is no connection string: set ConnectionStrings:Incubator.");
            builder.Services.AddDbContextPool<IncubatorDb, SqlServerIncubatorDb>(o => SqlServerIncubatorDb.Configure(o, connection));
            builder.Services.AddHostedService<DatabaseWatch>();
            return;
        }

        if (builder.Configuration["Database:Provider"] is { Length: > 0 } other && !other.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new StartupProblem($"Database:Provider is \"{other}\": write Sqlite or SqlServer.");
        var file = DataFolder.DatabaseFile(builder.Configuration, builder.Environment);
        builder.Services.AddDbContextPool<IncubatorDb, SqliteIncubatorDb>(
            o => SqliteIncubatorDb.Configure(o, SqliteIncubatorDb.ConnectionString(file)));
    }

    /// <summary>
    /// SQLite is migrated before the first request. SQL Server may be away at start: <see cref="DatabaseWatch"/> waits for it.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, string[] verb)
    {
        // A verb cannot wait for a server that is away.
        if (IsSqlServer(app.Configuration) && verb.Length == 0) return;
        await MigrateAsync(app.Services, migrate: !IsSqlServer(app.Configuration) || app.Configuration.GetValue("Database:Migrate", false));
        app.Services.GetRequiredService<DatabaseGate>().Open();
        if (verb.Length == 0) await LoadDemoAsync(app);
    }

    /// <exception cref="StartupProblem">The database was migrated by a newer program, or waits for its migration.</exception>
    public static async Task MigrateAsync(IServiceProvider services, bool migrate, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database;
        var known = db.GetMigrations().ToHashSet();
        if ((await db.GetAppliedMigrationsAsync(cancel)).LastOrDefault(applied => !known.Contains(applied)) is { } newer)
        {
            throw new StartupProblem(
                $"The database is newer than this program (it holds the migration {newer}): start the newer program, or restore the backup made before it.");
        }

        if (migrate)
            await db.MigrateAsync(cancel);
        else if ((await db.GetPendingMigrationsAsync(cancel)).FirstOrDefault() is { } pending)
        {
            throw new StartupProblem(
                $"The database waits for the migration {pending}: run the migration script, or set Database:Migrate to true.");
        }

        await HouseRoles.LoadAsync(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), cancel);
        await scope.ServiceProvider.GetRequiredService<CompanyRegister>().IndexOldAsync(cancel);
        await ReferenceData.LoadAsync(
            scope.ServiceProvider.GetRequiredService<IncubatorDb>(), SeedFolder, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancel);
        await HouseSteps.LoadAsync(
            scope.ServiceProvider.GetRequiredService<IncubatorDb>(), SeedFolder, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancel);
    }

    private static async Task LoadDemoAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Demo:Load", false)) return;
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Users.AnyAsync()) return;
        await DemoLab.LoadAsync(scope.ServiceProvider);
    }
}
