using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.History;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class ForgetSecurityEventsTests : IDisposable
{
    private readonly Lab lab = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Run_OlderThanAYear_ForgetsSignInsAndKeepsWhatChangedRights()
    {
        var now = lab.Clock.GetUtcNow();
        await using (var db = lab.Open())
        {
            foreach (var at in new[] { now.AddDays(-366), now.AddDays(-364) })
            {
                db.RecordSecurity(1, SecurityActs.SignedIn, Actor.System, at);
                db.RecordSecurity(1, SecurityActs.RoleGiven, Actor.System, at, Role.Staff);
                db.Record(nameof(Reservation), 1, "Reserved", Actor.System, at);
            }

            await db.SaveChangesAsync(cancel);
        }

        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)))).Sum());
        Assert.Equal(0, await RunAsync());
        await using var after = lab.Open();
        Assert.Equal(["Reserved", "Reserved", "RoleGiven", "RoleGiven", "SignedIn"], (await after.History.Select(h => h.Act).ToListAsync(cancel)).Order());
    }

    private async Task<int> RunAsync()
    {
        await using var db = lab.Open();
        return (await new ForgetSecurityEvents(db, lab.Clock).RunAsync(cancel)).Did.GetValueOrDefault("Deleted");
    }
}
