using Incubator.Core.Camps;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

/// <summary>Each hard rule about one activity and its place.</summary>
public sealed class PlacementRulesTests
{
    [Fact]
    public void Opening_OutsideOrAcrossTwoDays_IsNamed()
    {
        var camp = Camp(Talk("a", 120));
        Assert.Empty(Find(camp, Places(("a", 15, "hall"))));
        var clash = Only(camp, Places(("a", 15.25, "hall")));
        Assert.Equal((PlanRule.OutsideOpening, "a", Slot(15.25, 17.25)), (clash.Rule, clash.Activity, clash.When));
        Assert.Equal(PlanRule.OutsideOpening, Only(camp with { Opening = [Slot(9, 12), Slot(12, 17)] }, Places(("a", 11, "hall"))).Rule);
    }

    [Fact]
    public void Windows_OfTheActivity_Bind()
    {
        var camp = Camp(Talk("a") with { Windows = [Slot(10, 12)] });
        Assert.Empty(Find(camp, Places(("a", 11, "hall"))));
        Assert.Equal(PlanRule.OutsideWindow, Only(camp, Places(("a", 11.25, "hall"))).Rule);
    }

    [Fact]
    public void Capacity_OneHeadMoreThanSeats_IsNamedWithBothNumbers()
    {
        var camp = Camp(Talk("a") with { Headcount = 7 });
        Assert.Empty(Find(camp, Places(("a", 9, "hall"))));
        var clash = Only(camp, Places(("a", 9, "nook")));
        Assert.Equal((PlanRule.RoomTooSmall, "a", Room("nook"), 7, 6), (clash.Rule, clash.Activity, clash.Thing, clash.Needed, clash.There));
        Assert.Empty(Find(Camp(Talk("a") with { Headcount = 6 }), Places(("a", 9, "nook"))));
    }

    [Fact]
    public void Room_ClosedBusyOrUnsuited_IsNamed()
    {
        var camp = Camp(Talk("a") with { OnlyRooms = ["hall"] }) with
        {
            Rooms = [new() { Key = "hall", Available = [Slot(9, 13)], Busy = [Slot(9, 10)], SetupMinutes = 30 }, new() { Key = "nook" }],
        };
        Assert.Equal((PlanRule.RoomUnsuited, Room("nook")), Named(Only(camp, Places(("a", 9, "nook")))));
        Assert.Equal((PlanRule.RoomClosed, Room("hall")), Named(Only(camp, Places(("a", 12.5, "hall")))));
        var busy = Only(camp, Places(("a", 10.25, "hall")));
        Assert.Equal((PlanRule.RoomBusy, Room("hall")), Named(busy));
        Assert.Equal(Slot(9.75, 10), busy.When);
        Assert.Empty(Find(camp, Places(("a", 10.5, "hall"))));
    }

    [Fact]
    public void Person_CantCome_IsNamed()
    {
        var camp = Camp(Talk("a", 120).With("ann"));
        Assert.Empty(Find(camp, Places(("a", 11, "hall"))));
        Assert.Equal((PlanRule.PersonAway, Person("ann")), Named(Only(camp, Places(("a", 11.25, "hall")))));
    }

    [Fact]
    public void Equipment_InUseInTheLab_IsWidenedBySetupAndCleanup()
    {
        var camp = Camp(Talk("a").On("dryer")) with { Rooms = [new() { Key = "hall" }] };
        var clash = Only(camp, Plan.Empty.With("a", new(At(10.25, 1), "hall")));
        Assert.Equal((PlanRule.EquipmentBusy, Equipment("dryer")), Named(clash));
        Assert.Equal((1, 0), (clash.Needed, clash.There));
        Assert.Empty(Find(camp, Plan.Empty.With("a", new(At(10.5, 1), "hall"))));
        // Cleanup until the lab needs it again.
        var later = camp with { Equipment = [new() { Key = "dryer", CleanupMinutes = 60, Busy = [new(Slot(12, 13))] }] };
        Assert.Equal(PlanRule.EquipmentBusy, Only(later, Places(("a", 10.25, "hall"))).Rule);
        Assert.Empty(Find(later, Places(("a", 10, "hall"))));
    }

    [Fact]
    public void Equipment_ClosedOrElsewhere_IsNamed()
    {
        var camp = Camp(Talk("a").On("oven")) with { Equipment = [new() { Key = "oven", Room = "hall", Available = [Slot(9, 12)] }] };
        Assert.Equal((PlanRule.EquipmentElsewhere, Equipment("oven")), Named(Only(camp, Places(("a", 9, "nook")))));
        Assert.Equal((PlanRule.EquipmentClosed, Equipment("oven")), Named(Only(camp, Places(("a", 11.5, "hall")))));
        Assert.Empty(Find(camp, Places(("a", 11, "hall"))));
    }

    [Fact]
    public void Juror_MentorsTheTeam_IsNamedWithTheTeam()
    {
        var listed = Only(Camp(Talk("pitch").For("red").With("mia", PlanRole.Juror)), Places(("pitch", 9, "hall")));
        Assert.Equal((PlanRule.JurorMentors, Person("mia"), "red"), (listed.Rule, listed.Thing, listed.Team));
        var camp = Camp(Talk("pitch").For("blue").With("ann", PlanRole.Juror), Talk("advice").For("blue").With("ann", PlanRole.Mentor));
        Assert.Equal((PlanRule.JurorMentors, "pitch", "blue"), (Only(camp, Places(("pitch", 9, "hall"))) is var c ? (c.Rule, c.Activity, c.Team) : default));
        Assert.Empty(Find(Camp(Talk("pitch").For("blue").With("mia", PlanRole.Juror)), Places(("pitch", 9, "hall"))));
    }

    [Fact]
    public void Juror_OfTheChallengesCompany_IsNamedWithTheTeam()
    {
        var clash = Only(Camp(Talk("pitch").For("red", "blue").With("jo", PlanRole.Juror)), Places(("pitch", 9, "hall")));
        Assert.Equal((PlanRule.JurorOfCompany, Person("jo"), "blue"), (clash.Rule, clash.Thing, clash.Team));
        Assert.Empty(Find(Camp(Talk("pitch").For("red").With("jo", PlanRole.Juror)), Places(("pitch", 9, "hall"))));
        Assert.Empty(Find(Camp(Talk("pitch").For("blue").With("jo", PlanRole.ChallengeOwner)), Places(("pitch", 9, "hall"))));
    }

    [Fact]
    public void Index_KeyNotListedOrTwice_IsABug()
    {
        Assert.Throws<ArgumentException>(() => new PlanIndex(Camp(Talk("a").With("nobody"))));
        Assert.Throws<ArgumentException>(() => new PlanIndex(Camp(Talk("a"), Talk("a"))));
        Assert.Throws<ArgumentException>(() => new PlanIndex(Camp(Talk("a", 0))));
    }

    [Fact]
    public void Judge_NoTimeOrNoRoom_IsListed()
    {
        var judgement = ClashFinder.Judge(new(Camp(Talk("a"), Talk("b"), Talk("c") with { NeedsRoom = false })), Places(("b", 9, null), ("c", 9, null)));
        Assert.Equal(["a"], judgement.Unplaced);
        Assert.Equal(["b"], judgement.Roomless);
        Assert.Empty(judgement.Clashes);
    }

    private static (PlanRule, PlanThing?) Named(Clash clash) => (clash.Rule, clash.Thing);
}
