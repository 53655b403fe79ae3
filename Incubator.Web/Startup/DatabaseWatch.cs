using Incubator.Core.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>Waits for SQL Server at start, migrates it where that is chosen, and shuts the gate while the server is away.</summary>
public sealed class DatabaseWatch(
    IServiceProvider services, DatabaseGate gate, IConfiguration configuration, TimeProvider time, ILogger<DatabaseWatch> log)
    : BackgroundService
{
    private const int CannotOpenDatabase = 4060;
    private string? said;

    private TimeSpan Interval => TimeSpan.FromSeconds(configuration.GetValue("Database:WatchSeconds", 5.0));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            if (gate.IsOpen)
                await AskAsync(cancel);
            else
                await EnterAsync(cancel);
        }
        catch (StartupProblem problem)
        {
            gate.Shut();
            Say(problem.Message);
        }
        // Whatever it is, the watch goes on: an exception let out here would end the process.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            gate.Shut();
            Say($"The database cannot be reached ({failure.GetBaseException().Message.Split('\n')[0].Trim()}): " +
                "check ConnectionStrings:Incubator and the server; it is tried again by itself.");
        }
    }

    private async Task EnterAsync(CancellationToken cancel)
    {
        // Asked bare first: the retrying strategy would wait a minute for a server that is away.
        await AskAsync(cancel);
        await Database.MigrateAsync(services, configuration.GetValue("Database:Migrate", false), cancel);
        gate.Open();
        said = null;
        log.LogInformation("The database is there.");
    }

    private async Task AskAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.GetDbConnection();
        try
        {
            await connection.OpenAsync(cancel);
        }
        catch (SqlException failure) when (failure.Number == CannotOpenDatabase && configuration.GetValue("Database:Migrate", false))
        {
            // The server answers but the database does not exist yet: the migration creates it.
        }
    }

    // Once per kind of trouble, not every five seconds.
    private void Say(string sentence)
    {
        if (said == sentence) return;
        said = sentence;
        log.LogWarning("{Problem}", sentence);
    }
}
