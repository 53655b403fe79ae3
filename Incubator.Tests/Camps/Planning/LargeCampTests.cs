using Incubator.Core.Camps;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Camps;

public sealed class LargeCampTests
{
    [Fact]
    public void Run_SixtySessions_ArePlacedWithoutAClash()
    {
        var camp = LargeCamp.Create();
        Assert.Equal((60, 8, 40), (camp.Activities.Count, camp.Rooms.Count, camp.People.Count));
        var outcome = new PlanSearch(new FakeTimeProvider()).Run(camp, new() { Moves = 20_000 });
        Assert.Empty(outcome.Obstacles);
        Assert.Empty(outcome.Judgement.Clashes);
        Assert.Empty(outcome.Judgement.Unplaced);
    }

    /// <summary>A page asks after each move by hand.</summary>
    [Fact]
    public void Find_AfterAMoveByHand_NamesWhoIsInTheWay()
    {
        var index = new PlanIndex(LargeCamp.Create());
        var plan = new PlanSearch(new FakeTimeProvider()).Run(index.Problem, new() { Moves = 20_000 }).Plan;
        var clashes = ClashFinder.Find(index, plan.With("pitch 1", plan.PlaceOf("pitch 2")));
        Assert.Contains(clashes, c => (c.Rule, c.Activity, c.Other) == (PlanRule.RoomTwice, "pitch 1", "pitch 2"));
        Assert.All(clashes, c => Assert.True(c.Activity == "pitch 1" || c.Other == "pitch 1"));
    }
}
