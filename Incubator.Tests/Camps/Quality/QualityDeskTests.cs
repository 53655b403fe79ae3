using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Camps.FollowUp;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Quality;

public class QualityDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Record_ALot_IsKeptWithItsValuesInOrder()
    {
        using var story = await FollowUpStory.BeginAsync();
        var lot = await story.RecordAsync(story.Lot(" L-1 ", LotPhase.Before, 4.512m, 4.4m, 0.000001m));
        Assert.True(lot.Succeeded);
        var kept = await SeeAsync(story, lot.Value);
        Assert.Equal(("L-1", LotPhase.Before, story.Manager.Id), (kept.Code, kept.Phase, kept.RecordedById));
        Assert.Equal([4.512m, 4.4m, 0.000001m], kept.Measured());
        Assert.Equal(["LotRecorded"], await story.ActsAsync(QualityDesk.Subject));
    }

    [Fact]
    public async Task Record_TheSameCodeAgain_IsRefusedOnThatSideOnly()
    {
        using var story = await FollowUpStory.BeginAsync();
        Assert.True((await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m))).Succeeded);
        Assert.True((await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.6m))).Was("LotRecordedBefore"));
        Assert.True((await story.RecordAsync(story.Lot("L-1", LotPhase.After, 4.6m))).Succeeded);
    }

    [Fact]
    public async Task Record_TheSameLotAtOnce_IsThereOnce()
    {
        using var story = await FollowUpStory.BeginAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m)))));
        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.True(r.Was("LotRecordedBefore")));
    }

    [Fact]
    public async Task Record_DayThatDoesNotFit_IsRefused()
    {
        using var story = await FollowUpStory.BeginAsync();
        async Task<bool> WasAsync(LotPhase phase, DateOnly day, string code)
        {
            var lot = story.Lot("L-1", phase, 4.5m);
            return (await story.RecordAsync(lot with { Details = lot.Details with { MeasuredOn = day } })).Was(code);
        }

        Assert.True(await WasAsync(LotPhase.After, FollowUpStory.Starts.AddDays(-1), "MeasuredBeforeCamp"));
        Assert.True(await WasAsync(LotPhase.Before, FollowUpStory.Starts.AddDays(3), "MeasuredAfterCamp"));
        Assert.True(await WasAsync(LotPhase.After, new DateOnly(2026, 11, 10), "MeasuredInFuture"));
        Assert.False(await WasAsync(LotPhase.After, new DateOnly(2026, 11, 9), "MeasuredInFuture"));
    }

    [Fact]
    public async Task Record_ForeignOrRejectedOrAnothersSpecification_IsRefused()
    {
        using var story = await FollowUpStory.BeginAsync();
        Assert.True((await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m), story.RivalActor)).Was("NotFound"));
        var (rejected, specification) = await story.ChallengeAsync(story.Mill, "Liszt", "Flour", ChallengeState.Rejected);
        var lot = story.Lot("L-1", LotPhase.Before, 4.5m);
        Assert.True((await story.RecordAsync(lot with { Challenge = rejected.Reference, SpecificationId = specification.Id }, story.RivalActor)).Was("ChallengeNotFollowed"));
        Assert.True((await story.RecordAsync(lot with { SpecificationId = specification.Id })).Was("NotKnown"));
    }

    [Fact]
    public async Task Record_NoValueOrTooFineOrTooMany_IsRefused()
    {
        using var story = await FollowUpStory.BeginAsync();
        Assert.True((await story.RecordAsync(story.Lot("", LotPhase.Before))).Was("Missing"));
        Assert.True((await story.RecordAsync(story.Lot("L", LotPhase.Before, 0.0000001m))).Was("LotValueTooFine"));
        Assert.True((await story.RecordAsync(story.Lot("L", LotPhase.Before, 2_000_000_000m))).Was("OutOfRange"));
        Assert.True((await story.RecordAsync(story.Lot("L", LotPhase.Before, [.. Enumerable.Repeat(1m, MeasuredLot.MaxValues + 1)]))).Was("LotValuesTooMany"));
    }

    [Fact]
    public async Task Correct_ALot_NeedsAReasonAndKeepsTheOldValues()
    {
        using var story = await FollowUpStory.BeginAsync();
        var reference = (await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m, 4.6m, 4.7m))).Value;
        var seen = (await SeeAsync(story, reference)).Version;
        var right = story.Lot("L-1", LotPhase.Before, 4.5m, 4.4m) with { Lot = reference, SeenVersion = seen };
        Assert.True((await story.RecordAsync(right)).Was("Missing"));
        Assert.True((await story.RecordAsync(right with { Reason = "The electrode was dry" })).Succeeded);
        var kept = await SeeAsync(story, reference);
        Assert.Equal([4.5m, 4.4m], kept.Measured());
        Assert.NotEqual(seen, kept.Version);
        Assert.True((await story.RecordAsync(right with { Reason = "Again" })).Was("ChangedMeanwhile"));
        await using var db = story.App.OpenDb();
        var entry = await db.History.SingleAsync(h => h.Act == "LotCorrected", cancel);
        Assert.Equal("The electrode was dry", entry.Reason);
        Assert.Contains("4.5; 4.6; 4.7", entry.Changes, StringComparison.Ordinal);
        // And again with more values than before.
        Assert.True((await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.1m, 4.2m, 4.3m, 4.4m) with { Lot = reference, SeenVersion = kept.Version, Reason = "Found more" })).Succeeded);
        Assert.Equal([4.1m, 4.2m, 4.3m, 4.4m], (await SeeAsync(story, reference)).Measured());
    }

    [Fact]
    public async Task Remove_ALot_NeedsAReasonAndStaysInTheHistory()
    {
        using var story = await FollowUpStory.BeginAsync();
        var reference = (await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m, 4.6m))).Value;
        var seen = (await SeeAsync(story, reference)).Version;
        Task<Result<Done>> RemoveAsync(string? reason, Actor actor) => story.App.AskAsync((QualityDesk desk) => desk.RemoveAsync(reference, reason, seen, actor, cancel));
        Assert.True((await RemoveAsync(" ", story.ManagerActor)).Was("Missing"));
        Assert.True((await RemoveAsync("Not ours", story.RivalActor)).Was("NotFound"));
        Assert.True((await RemoveAsync("Another product", story.ManagerActor)).Succeeded);
        Assert.True((await RemoveAsync("Another product", story.ManagerActor)).Was("NotFound"));
        Assert.Equal(["LotRecorded", "LotRemoved"], await story.ActsAsync(QualityDesk.Subject));
        await using var db = story.App.OpenDb();
        Assert.False(await db.Set<LotValue>().AnyAsync(cancel));
    }

    private async Task<MeasuredLot> SeeAsync(FollowUpStory story, Guid reference)
    {
        await using var db = story.App.OpenDb();
        return await db.MeasuredLots.AsNoTracking().Include(l => l.Values).SingleAsync(l => l.Reference == reference, cancel);
    }
}
