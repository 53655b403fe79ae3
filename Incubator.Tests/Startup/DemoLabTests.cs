using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
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
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<InvariantCheck>().RunAsync());
    }
}
