using Incubator.Core.Camps;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

/// <summary>Each hard rule between two activities: broken, kept by a hair's breadth, and both sides named.</summary>
public sealed class PairRulesTests
{
    [Theory]
    [InlineData(9, 2, 9, 1)]
    [InlineData(9, 2, 10, 1)]
    [InlineData(9, 2, 9.5, 1)]
    [InlineData(9, 1, 9, 1)]
    [InlineData(9, 1.5, 10, 2)]
    public void Room_TimesOverlap_ClashesWhicheverOfTheTwoIsAsked(double a, double hoursA, double b, double hoursB)
    {
        foreach (var (first, second) in new[] { ("a", "b"), ("b", "a") })
        {
            var problem = Camp(Talk(first, (int)(hoursA * 60)), Talk(second, (int)(hoursB * 60)));
            var index = new PlanIndex(problem);
            PlacedActivity one = new(problem.Activities[0], new(At(a), "hall")), other = new(problem.Activities[1], new(At(b), "hall"));
            var clash = Assert.Single(PairRules.Room(index, one, other));
            Assert.Equal(clash, Assert.Single(PairRules.Room(index, other, one)));
            Assert.Equal((PlanRule.RoomTwice, "a", "b", Room("hall")), (clash.Rule, clash.Activity, clash.Other, clash.Thing));
            Assert.Equal(Slot(Math.Max(a, b), Math.Min(a + hoursA, b + hoursB)), clash.When);
            Assert.Equal(clash, Only(problem, Places((first, a, "hall"), (second, b, "hall"))));
        }
    }

    [Fact]
    public void Room_OneEndsWhenTheOtherBegins_IsFree()
    {
        Assert.Empty(Find(Camp(Talk("a", 120), Talk("b")), Places(("a", 9, "hall"), ("b", 11, "hall"))));
        Assert.Empty(Find(Camp(Talk("a", 120), Talk("b")), Places(("a", 10, "hall"), ("b", 9, "hall"))));
        Assert.Empty(Find(Camp(Talk("a", 120), Talk("b")), Places(("a", 9, "hall"), ("b", 9, "nook"))));
    }

    [Fact]
    public void Room_SetupAndCleanup_ArePartOfBoth()
    {
        var camp = Camp(Talk("a"), Talk("b")) with { Rooms = [new() { Key = "hall", SetupMinutes = 15, CleanupMinutes = 15 }] };
        Assert.Equal(PlanRule.RoomTwice, Only(camp, Places(("a", 9, "hall"), ("b", 10.25, "hall"))).Rule);
        Assert.Empty(Find(camp, Places(("a", 9, "hall"), ("b", 10.5, "hall"))));
    }

    [Fact]
    public void Person_InTwoActivities_IsNamedWithBoth()
    {
        var camp = Camp(Talk("b", 120).With("mia"), Talk("a").With("mia", PlanRole.Mentor).With("jo"));
        var clash = Only(camp, Places(("b", 9, "hall"), ("a", 10, "nook")));
        Assert.Equal((PlanRule.PersonTwice, "a", "b", Person("mia"), Slot(10, 11)), (clash.Rule, clash.Activity, clash.Other, clash.Thing, clash.When));
        Assert.Empty(Find(camp, Places(("b", 9, "hall"), ("a", 11, "nook"))));
    }

    [Fact]
    public void Team_InTwoActivities_IsNamedWithBoth()
    {
        var camp = Camp(Talk("a").For("red", "blue"), Talk("b").For("blue"));
        var clash = Only(camp, Places(("a", 9, "hall"), ("b", 9.75, "nook")));
        Assert.Equal((PlanRule.TeamTwice, "a", "b", Team("blue"), Slot(9.75, 10)), (clash.Rule, clash.Activity, clash.Other, clash.Thing, clash.When));
    }

    [Fact]
    public void Break_ShorterThanTheMinimum_IsNamedUnlessOneIsARest()
    {
        var camp = Camp(Talk("a").For("red"), Talk("b").For("red")) with { MinBreakMinutes = 15 };
        var plan = Places(("b", 9, "hall"), ("a", 10 + 10 / 60.0, "hall"));
        var clash = Only(camp, plan);
        Assert.Equal((PlanRule.BreakTooShort, "a", "b", Team("red"), 15, 10), (clash.Rule, clash.Activity, clash.Other, clash.Thing, clash.Needed, clash.There));
        Assert.Empty(Find(camp, Places(("b", 9, "hall"), ("a", 10.25, "hall"))));
        Assert.Empty(PairRules.Breaks(new(camp), new(camp.Activities[0], new(At(10.25))), new(camp.Activities[1], new(At(9)))));
        Assert.Empty(Find(camp with { Activities = [camp.Activities[0] with { IsRest = true }, camp.Activities[1]] }, plan));
        Assert.Empty(Find(Camp(Talk("a").For("red"), Talk("b").For("blue")) with { MinBreakMinutes = 15 }, plan));
    }

    [Fact]
    public void Order_PhasesOfATeam_AreKept()
    {
        var camp = Camp(Talk("pitch").For("red") with { Phase = 4 }, Talk("brief").For("red", "blue") with { Phase = 0 }, Talk("lab").For("blue") with { Phase = 2 });
        var clash = Only(camp, Places(("pitch", 9, "hall"), ("brief", 10, "hall"), ("lab", 11, "nook")));
        Assert.Equal((PlanRule.OrderBroken, "pitch", "brief", "red"), (clash.Rule, clash.Activity, clash.Other, clash.Team));
        Assert.Empty(Find(camp, Places(("brief", 9, "hall"), ("pitch", 10, "hall"), ("lab", 10, "nook"))));
        Assert.Empty(Find(camp, Places(("pitch", 9, "hall"), ("lab", 9, "nook"))));
    }

    [Fact]
    public void Order_NamedPredecessor_MustHaveEnded()
    {
        var camp = Camp(Talk("sum up") with { After = ["talk"] }, Talk("talk", 90));
        var clash = Only(camp, Places(("talk", 9, "hall"), ("sum up", 10, "nook")));
        Assert.Equal((PlanRule.OrderBroken, "sum up", "talk", null), (clash.Rule, clash.Activity, clash.Other, clash.Team));
        Assert.Empty(Find(camp, Places(("talk", 9, "hall"), ("sum up", 10.5, "nook"))));
    }

    [Fact]
    public void Equipment_OneUnit_NeedsSetupAndCleanupBetween()
    {
        var camp = Camp(Talk("a").On("dryer"), Talk("b").On("dryer"));
        var clash = Only(camp, Places(("a", 9, "hall"), ("b", 11.25, "nook")));
        Assert.Equal((PlanRule.EquipmentTwice, "a", "b", Equipment("dryer"), 2, 1), (clash.Rule, clash.Activity, clash.Other, clash.Thing, clash.Needed, clash.There));
        Assert.Empty(Find(camp, Places(("a", 9, "hall"), ("b", 11.5, "nook"))));
    }

    [Fact]
    public void Equipment_SeveralUnits_ThePeakDecides()
    {
        var camp = Camp(Talk("a", 120).On("scales"), Talk("b", 120).On("scales"), Talk("c", 240).On("scales"));
        var plan = Places(("a", 9, "hall"), ("b", 11, "hall"), ("c", 9, "nook"));
        Assert.Empty(Find(camp, plan));
        var clashes = Find(camp, plan.With("b", new(At(10), null)));
        Assert.Equal([("a", "b"), ("a", "c"), ("b", "c")], clashes.Select(c => (c.Activity, c.Other!)).Order());
        Assert.All(clashes, c => Assert.Equal((PlanRule.EquipmentTwice, 3, 2), (c.Rule, c.Needed, c.There)));
    }

    [Fact]
    public void Equipment_TheLabHasOneUnit_LeavesOneForTwo()
    {
        var camp = Camp(Talk("a").On("scales"), Talk("b").On("scales"));
        var plan = Plan.Empty.With("a", new(At(12.5, 1), "hall")).With("b", new(At(12.5, 1), "nook"));
        var clash = Only(camp, plan);
        Assert.Equal((PlanRule.EquipmentTwice, 2, 1), (clash.Rule, clash.Needed, clash.There));
        Assert.Empty(Find(camp, plan.With("b", null)));
    }
}
