using System.Diagnostics;
using System.Net;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Tests.Jobs;

/// <summary>The program with its jobs on, while the place where Hangfire keeps them cannot be reached.</summary>
public sealed class JobStorageAwayTests : IDisposable
{
    private readonly AwayStorage storage = new(new InMemoryStorage());
    private readonly LabHost host = LabHost.With("Development", ("Jobs:Enabled", "true"), ("Logging:LogLevel:Default", "None"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Start_JobStorageAway_ServesAndCatchesUpAfter()
    {
        await using var program = host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<JobStorage>(storage)));
        var client = program.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/", UriKind.Relative), Cancel)).StatusCode);
        await UntilAsync(() => Task.FromResult(storage.Refused > 1), "nobody asked the storage again");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).StatusCode);
        Assert.Empty(await SucceededAsync(program.Services));

        storage.IsAway = false;
        await UntilAsync(async () => (await SucceededAsync(program.Services)).Contains("DeliverOutbox"), "no job ran after the storage came back");
        using var connection = storage.GetConnection();
        Assert.Equal(Schedule.All.Select(j => j.Name).Order(), connection.GetRecurringJobs().Select(j => j.Id).Order());
    }

    private static async Task<List<string>> SucceededAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IncubatorDb>().JobStates.Where(s => s.SucceededAt != null).Select(s => s.Name).ToListAsync(Cancel);
    }

    /// <summary>The program looks again in its own time, after seconds at most.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), otherwise);
            await Task.Delay(100, Cancel);
        }
    }

    /// <summary>Hangfire's storage in memory behind a door that is shut at first.</summary>
    private sealed class AwayStorage(InMemoryStorage inner) : JobStorage
    {
        private int refused;

        public volatile bool IsAway = true;

        public int Refused => refused;

        public override IMonitoringApi GetMonitoringApi() => Reached().GetMonitoringApi();

        public override IStorageConnection GetConnection() => Reached().GetConnection();

        public override IEnumerable<IBackgroundProcess> GetServerRequiredProcesses() => inner.GetServerRequiredProcesses();

        public override IEnumerable<IBackgroundProcess> GetStorageWideProcesses() => inner.GetStorageWideProcesses();

        public override IEnumerable<IStateHandler> GetStateHandlers() => inner.GetStateHandlers();

        public override bool HasFeature(string featureId) => inner.HasFeature(featureId);

        private InMemoryStorage Reached()
        {
            if (!IsAway) return inner;
            Interlocked.Increment(ref refused);
            throw new InvalidOperationException("The job storage cannot be reached.");
        }
    }
}
