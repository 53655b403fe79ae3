using Incubator.Core.Camps;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

/// <summary>What proves that a camp can't be planned, each proof by itself with those who collide.</summary>
public sealed class PlanObstaclesTests
{
    [Fact]
    public void Of_CampThatFits_NothingIsProven() => Assert.Empty(PlanObstacles.Of(new(Camp(Talk("a").For("red").With("ann").On("scales", 2)))));

    [Fact]
    public void Of_LongerThanADay_IsSaid() => Is(ObstacleKind.LongerThanOpening, 481, 480, ["a"], [], Camp(Talk("a", 481)));

    [Fact]
    public void Of_NoRoomLargeEnough_IsSaid()
    {
        Is(ObstacleKind.NoRoomLargeEnough, 41, 40, ["a"], [Room("hall"), Room("nook")], Camp(Talk("a") with { Headcount = 41 }));
        Is(ObstacleKind.NoRoomLargeEnough, 7, 6, ["a"], [Room("nook")], Camp(Talk("a") with { Headcount = 7, OnlyRooms = ["nook"] }));
    }

    [Fact]
    public void Of_PersonWithTooLittleTime_IsNamed() =>
        Is(ObstacleKind.PersonOverbooked, 250, 240, ["a", "b"], [Person("ann")], Camp(Talk("a", 130).With("ann"), Talk("b", 120).With("ann")));

    [Fact]
    public void Of_TeamWithTooMuchToDo_IsNamed() =>
        Is(ObstacleKind.TeamOverbooked, 1000, 960, ["a", "b", "c"], [Team("red")], Camp(Talk("a", 400).For("red"), Talk("b", 400).For("red"), Talk("c", 200).For("red")));

    [Fact]
    public void Of_ChainLongerThanTheCamp_IsNamedInOrder() =>
        Is(ObstacleKind.ChainTooLong, 1000, 960, ["c", "a", "b"], [],
            Camp(Talk("a", 400) with { After = ["c"] }, Talk("b", 400) with { After = ["a"] }, Talk("c", 200), Talk("d", 100)));

    [Fact]
    public void Of_Circle_IsNamed() =>
        Is(ObstacleKind.OrderInCircle, null, null, ["a", "b"], [], Camp(Talk("a") with { After = ["b"] }, Talk("b") with { After = ["a"] }));

    [Fact]
    public void Of_LargeRoomTooRarelyFree_IsNamed()
    {
        var camp = Camp(Talk("a", 400) with { Headcount = 20 }, Talk("b", 400) with { Headcount = 10 }, Talk("c", 200) with { Headcount = 9 }, Talk("d", 400));
        Is(ObstacleKind.RoomsOverbooked, 1000, 960, ["a", "b", "c"], [Room("hall")], camp);
        Is(ObstacleKind.RoomsOverbooked, 500, 480, ["a", "b"], [Room("nook")],
            Camp(Talk("a", 250) with { OnlyRooms = ["nook"] }, Talk("b", 250) with { OnlyRooms = ["nook"] }) with
            {
                Rooms = [new() { Key = "hall" }, new() { Key = "nook", Busy = [Slot(8, 18)] }],
            });
    }

    [Fact]
    public void Of_Equipment_TooFewUnitsOrHoursIsSaid()
    {
        Is(ObstacleKind.TooFewUnits, 3, 2, ["a"], [Equipment("scales")], Camp(Talk("a").On("scales", 3)));
        // Two days of eight hours with two units, of which the lab has one for two hours.
        Is(ObstacleKind.EquipmentOverbooked, 1820, 1800, ["a", "b", "c"], [Equipment("scales")],
            Camp(Talk("a", 455).On("scales", 2), Talk("b", 455).On("scales"), Talk("c", 455).On("scales")));
    }

    [Fact]
    public void Of_JurorWhoMentors_IsNamedWithTheTeam() =>
        Is(ObstacleKind.JuryConflict, null, null, ["a"], [Person("mia"), Team("red")], Camp(Talk("a").For("red").With("mia", PlanRole.Juror)));

    [Fact]
    public void Of_PeopleWithoutACommonTime_AreNamed()
    {
        var camp = Camp(Talk("a").With("ann").With("bob").With("jo")) with
        {
            People = [new() { Key = "ann", Available = [Slot(9, 12)] }, new() { Key = "bob", Available = [Slot(11.5, 17)] }, new() { Key = "jo" }],
        };
        Is(ObstacleKind.NoPlace, null, null, ["a"], [Person("ann"), Person("bob")], camp);
    }

    private static void Is(ObstacleKind kind, int? needed, int? there, string[] activities, PlanThing[] things, PlanProblem problem)
    {
        var obstacle = Assert.Single(PlanObstacles.Of(new(problem)));
        Assert.Equal((kind, needed, there), (obstacle.Kind, obstacle.Needed, obstacle.There));
        var inOrder = kind == ObstacleKind.ChainTooLong ? obstacle.Activities : [.. obstacle.Activities.Order()];
        Assert.Equal(activities, inOrder);
        Assert.Equal(things, obstacle.Things.OrderBy(t => t.Kind).ThenBy(t => t.Key));
    }
}
