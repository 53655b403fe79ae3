using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Incubator.Db.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>Which database, where, and brought up to date.</summary>
public static class Database
{
    private const string SqlServer = "SqlServer";

    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        if (IsSqlServer(builder.Configuration))
            services.AddDbContext<IncubatorDb, SqlServerIncubatorDb>((provider, options) => SqlServerIncubatorDb.Configure(
                options, provider.GetRequiredService<IConfiguration>().GetConnectionString("Incubator")
                    ?? throw new InvalidOperationException("Set ConnectionStrings:Incubator for SQL Server.")));
        else
            services.AddDbContext<IncubatorDb, SqliteIncubatorDb>((provider, options) => SqliteIncubatorDb.Configure(
                options, provider.GetRequiredService<IConfiguration>().GetConnectionString("Incubator")
                    ?? SqliteIncubatorDb.ConnectionString(Path.Combine(DataFolder(builder), "incubator.db"))));
        services.AddDataProtection().SetApplicationName("incubator").PersistKeysToDbContext<IncubatorDb>();
        services.AddHealthChecks().AddDbContextCheck<IncubatorDb>(tags: ["ready"]);
        return builder;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>False: said why and how to mend it; the program ends.</summary>
    public static async Task<bool> PrepareDatabaseAsync(this WebApplication app)
    {
        if (IsSqlServer(app.Configuration)) return true;
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
            var known = db.Database.GetMigrations().ToHashSet();
            if (db.Database.GetConnectionString() is { } cs && File.Exists(new SqliteConnectionStringBuilder(cs).DataSource) &&
                (await db.Database.GetAppliedMigrationsAsync()).Any(m => !known.Contains(m)))
                return Say("The database is newer than this program: start the newer program, or restore the backup made before the upgrade.");
            await db.Database.MigrateAsync();
            if (app.Environment.IsDevelopment()) await DemoLab.LoadAsync(scope.ServiceProvider);
            return true;
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException or SqliteException { SqliteErrorCode: 8 or 14 })
        {
            return Say($"The data folder cannot be written ({problem.Message}): give this user the right to write there, or name another folder in INCUBATOR_DATA.");
        }
    }

    private static bool IsSqlServer(IConfiguration configuration) => configuration["Database:Provider"] == SqlServer;

    private static string DataFolder(WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["INCUBATOR_DATA"] is { Length: > 0 } named
            ? named
            : Path.Combine(builder.Environment.ContentRootPath, "..", "data");
        return Directory.CreateDirectory(folder).FullName;
    }

    private static bool Say(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return false;
    }
}
