using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Tests.Startup;

/// <summary>The lab that a newcomer finds is one that is well kept.</summary>
public sealed class DemoLabTests
{
    [Fact]
    public async Task Load_EmptyLab_LeavesStaffAFewThingsToDecideAndNotAHundred()
    {
        await using var host = LabHost.With(settings: ("Demo:Load", "true"));
        host.StartServer();
        using var scope = host.Services.CreateScope();
        var affected = await scope.ServiceProvider.GetRequiredService<AffectedByOnboarding>().ReadAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(3, affected.Select(a => a.CompanyId).Distinct().Count());
        Assert.Equal(3, affected.Count);
        Assert.All(affected, a => Assert.All(a.Refusals, r => Assert.Contains(r.Code, OnboardingRefusals.OfTheGate)));
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var open = await db.Calls.SingleAsync(c => c.ClosesAt > now, TestContext.Current.CancellationToken);
        Assert.True(await db.Cohorts.AnyAsync(c => c.Id == open.CohortId, TestContext.Current.CancellationToken));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<InvariantCheck>().RunAsync());
    }
}
