using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Incubator.Web.Startup;

/// <summary>Logs without personal data, and whether the program is alive and ready.</summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders();
            // Its scope carries the path, and some paths are secret links; the trace id comes from the listener below instead.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
            ActivitySource.AddActivityListener(new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            });
            builder.Logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true; // carries the trace id
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }

        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    public static void SayWhereItListens(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (app.Urls.Count == 0) return;
        Console.WriteLine($"The lab is open at {string.Join(" and ", app.Urls)}");
        if (!app.Environment.IsDevelopment()) return;
        foreach (var demo in DemoLab.SignIns) Console.WriteLine($"  {demo.Email}  {demo.Password}  {demo.Who}");
    });

    private sealed class DatabaseReady(DatabaseGate gate, IServiceProvider services) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!gate.IsOpen) return HealthCheckResult.Unhealthy("The database is not there yet.");
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Core.Data.IncubatorDb>();
            return await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database cannot be reached.");
        }
    }
}
