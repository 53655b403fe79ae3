using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

public class ForgetNoticesTests : IDisposable
{
    private readonly Lab lab = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Run_PastTheirDays_AreDeletedAndNothingElse()
    {
        foreach (var (state, days) in new[]
        {
            (NoticeState.Sent, 401), (NoticeState.Kept, 401), (NoticeState.Declined, 401), (NoticeState.Parked, 401), (NoticeState.Withdrawn, 91),
            (NoticeState.Sent, 399), (NoticeState.Withdrawn, 89), (NoticeState.Waiting, 500), (NoticeState.HandedOver, 500),
        })
            await TellAsync(state, days, days);
        // Withdrawn long ago, but its day is still to come: a sweep would write it anew.
        await TellAsync(NoticeState.Withdrawn, withdrawnDaysAgo: 200, dueDaysAgo: -10);
        Assert.Equal(5, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)))).Sum());
        Assert.Equal(0, await RunAsync());
        await using var db = lab.Open();
        Assert.Equal(["HandedOver:500", "Sent:399", "Waiting:500", "Withdrawn:-10", "Withdrawn:89"],
            (await db.Notices.Select(n => n.Event).ToListAsync(cancel)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_MoreThanABatch_DeletesAll()
    {
        await using (var db = lab.Open())
        {
            var now = lab.Clock.GetUtcNow();
            for (var i = 0; i < 1100; i++) await db.TellAsync(Tell($"Old:{i}", now.AddDays(-500)), now, cancel);
            await db.SaveChangesAsync(cancel);
            await db.Notices.ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Sent), cancel);
        }

        Assert.Equal(1100, await RunAsync());
    }

    private async Task TellAsync(NoticeState state, int withdrawnDaysAgo, int dueDaysAgo)
    {
        await using var db = lab.Open();
        var now = lab.Clock.GetUtcNow();
        await db.TellAsync(Tell($"{state}:{dueDaysAgo}", now.AddDays(-dueDaysAgo)), now, cancel);
        await db.SaveChangesAsync(cancel);
        DateTimeOffset? withdrawn = state == NoticeState.Withdrawn ? now.AddDays(-withdrawnDaysAgo) : null;
        await db.Notices.Where(n => n.Event == $"{state}:{dueDaysAgo}")
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, state).SetProperty(x => x.WithdrawnAt, withdrawn), cancel);
    }

    private static Tell Tell(string happened, DateTimeOffset due) =>
        new() { Event = happened, Kind = "CallClosed", Recipient = "a@example.com", Language = "hu", DueAt = due };

    private async Task<int> RunAsync()
    {
        await using var db = lab.Open();
        return (await new ForgetNotices(db, lab.Clock).RunAsync(cancel)).Did.GetValueOrDefault("Deleted");
    }
}
