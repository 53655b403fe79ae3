using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Incubator.Core.Accounts;
using Incubator.Core.Jobs;
using Microsoft.Data.SqlClient;

namespace Incubator.Web.Startup;

/// <summary>
/// Hangfire as the clock that ticks: on SQL Server in the same database (schema HangFire, any number of workers), in memory with
/// the embedded default. Both are registered here and not in Hangfire's statics, so that several hosts live in one process.
/// </summary>
public static class Jobs
{
    public const string DashboardPath = "/jobs/hangfire";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddJobBook().AddSingleton<JobRunner>();
        services.AddSingleton<JobStorage>(_ => Database.IsSqlServer(builder.Configuration)
            // Asks the server for nothing here: it may be away, and the pages are served all the same.
            ? new SqlServerStorage(
                builder.Configuration.GetConnectionString("Incubator"),
                new SqlServerStorageOptions { PrepareSchemaIfNecessary = false, TryAutoDetectSchemaDependentOptions = false })
            : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) }));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new HangfireLogs(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        if (!IsOn(builder.Configuration)) return;
        services.AddHostedService<JobRegistrar>();
        services.AddHangfireServer(server => server.WorkerCount = builder.Configuration.GetValue("Jobs:Workers", 2));
    }

    public static bool IsOn(IConfiguration configuration) => configuration.GetValue("Jobs:Enabled", true);

    /// <summary>Hangfire's own pages, for administrators.</summary>
    public static void MapJobs(this WebApplication app) => app
        .MapHangfireDashboard(DashboardPath, new DashboardOptions
        {
            // The policy below decides; Hangfire's own rule knows only the local machine.
            Authorization = [],
            AsyncAuthorization = [],
            AppPath = "/jobs",
            DisplayStorageConnectionString = false,
            IgnoreAntiforgeryToken = false,
            DarkModeEnabled = true,
        })
        .RequireAuthorization(Permission.ManagePeople);
}

/// <summary>Tells Hangfire the schedule; where its storage is away it asks again, ever more seldom up to a minute.</summary>
internal sealed class JobRegistrar(
    IServiceProvider services, DatabaseGate gate, IConfiguration configuration, ILogger<JobRegistrar> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var pause = 1; !stoppingToken.IsCancellationRequested; pause = Math.Min(pause * 2, 60))
        {
            try
            {
                if (gate.IsOpen)
                {
                    await RegisterAsync(stoppingToken);
                    return;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The job storage cannot be reached ({Problem}); it is tried again in {Seconds} s.",
                    failure.GetBaseException().Message.Split('\n')[0].Trim(), pause);
            }

            await Task.Delay(TimeSpan.FromSeconds(pause), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RegisterAsync(CancellationToken cancel)
    {
        if (Database.IsSqlServer(configuration))
        {
            await using var connection = new SqlConnection(configuration.GetConnectionString("Incubator"));
            await connection.OpenAsync(cancel);
            SqlServerObjectsInstaller.Install(connection, null, true);
        }

        var recurring = services.GetRequiredService<IRecurringJobManager>();
        foreach (var job in Schedule.All)
        {
            var name = job.Name;
            recurring.AddOrUpdate<JobRunner>(
                name, runner => runner.TickAsync(name, CancellationToken.None), job.EveryMinutes == 1 ? Cron.Minutely() : $"*/{job.EveryMinutes} * * * *");
        }

        // What is scheduled no more is forgotten too.
        using var storage = services.GetRequiredService<JobStorage>().GetConnection();
        foreach (var gone in Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(storage).Where(r => Schedule.All.All(j => j.Name != r.Id)))
            recurring.RemoveIfExists(gone.Id);
        // The first look at once: what was due while the program slept waits no longer.
        foreach (var job in Schedule.All) recurring.Trigger(job.Name);
    }
}
