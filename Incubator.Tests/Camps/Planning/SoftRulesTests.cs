using Incubator.Core.Camps;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

public sealed class SoftRulesTests
{
    [Fact]
    public void RoomChanges_OfATeamOnOneDay_AreCharged()
    {
        var camp = Camp(Talk("a").For("red"), Talk("b").For("red"), Talk("c").For("red"));
        var penalty = Assert.Single(Charged(camp, Places(("c", 9, "hall"), ("a", 10, "nook"), ("b", 11, "nook")), CampSoftRules.RoomChanges));
        Assert.Equal((Team("red"), 3, 1), (penalty.Who, penalty.Amount, penalty.Count));
        Assert.Equal(["c", "a"], penalty.Activities);
        Assert.Empty(Charged(camp, Plan.Empty.With("a", new(At(16), "hall")).With("b", new(At(9, 1), "nook")), CampSoftRules.RoomChanges));
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(11.25, 1)]
    [InlineData(11.3, 2)]
    [InlineData(13, 8)]
    public void IdleTime_BeyondAnHour_IsChargedByTheQuarter(double next, int quarters)
    {
        var camp = Camp(Talk("a").For("red"), Talk("b").For("red"));
        Assert.Equal(quarters, Charged(camp, Places(("a", 9, "hall"), ("b", next, "hall")), CampSoftRules.IdleTime).Sum(p => p.Count));
    }

    [Fact]
    public void MentorMinutes_DifferentFromTheMiddle_AreCharged()
    {
        var camp = Camp(Talk("a", 30).For("red").With("ann", PlanRole.Mentor), Talk("b", 70).For("blue").With("ann", PlanRole.Mentor), Talk("c").For("blue").With("jo"));
        var penalty = Assert.Single(Charged(camp, Places(("a", 9, "hall"), ("b", 10, "hall"), ("c", 12, "hall")), CampSoftRules.MentorMinutes));
        Assert.Equal((Team("blue"), 3, 6), (penalty.Who, penalty.Count, penalty.Amount));
        Assert.Equal(["b"], penalty.Activities);
    }

    [Fact]
    public void JuryOrder_OneTeamAlwaysFirst_IsCharged()
    {
        PlanActivity Pitch(string key, string team) => Talk(key, 15).For(team).With("ann", PlanRole.Juror);
        var camp = Camp(Pitch("red 1", "red"), Pitch("blue 1", "blue"), Pitch("red 2", "red"), Pitch("blue 2", "blue"));
        var always = Charged(camp, Places(("red 1", 9, "hall"), ("blue 1", 9.25, "hall"), ("red 2", 10, "hall"), ("blue 2", 10.25, "hall")), CampSoftRules.JuryOrder);
        Assert.Equal([(Team("red"), 1), (Team("blue"), 1)], always.Select(p => (p.Who!.Value, p.Count)));
        Assert.Equal(["red 1", "red 2"], always[0].Activities);
        Assert.Empty(Charged(camp, Places(("red 1", 9, "hall"), ("blue 1", 9.25, "hall"), ("blue 2", 10, "hall"), ("red 2", 10.25, "hall")), CampSoftRules.JuryOrder));
        Assert.Empty(Charged(camp, Places(("red 1", 9, "hall"), ("blue 1", 9.25, "hall")), CampSoftRules.JuryOrder));
    }

    [Fact]
    public void Wishes_NotMet_AreChargedToWhoWished()
    {
        var camp = Camp(Talk("a") with { Wishes = [new(["nook"], [], Person("ann")), new([], [Slot(9, 11)])] });
        Assert.Empty(Charged(camp, Places(("a", 10, "nook")), CampSoftRules.Wishes));
        Assert.Equal([Person("ann"), null], Charged(camp, Places(("a", 10.5, "hall")), CampSoftRules.Wishes).Select(p => p.Who));
    }

    [Fact]
    public void Weights_Zero_SwitchARuleOff() =>
        Assert.Empty(CampSoftRules.Of(new(Camp() with { Weights = new() { RoomChange = 0, IdleTime = 0, JuryOrder = 0, MentorMinutes = 0, Wish = 0 } })));

    private static List<Penalty> Charged(PlanProblem problem, Plan plan, string rule)
    {
        var index = new PlanIndex(problem);
        var judgement = ClashFinder.Judge(index, plan);
        // What is said adds up to what the search counts.
        var state = PlanState.Of(index, plan);
        Assert.Equal(judgement.Penalty, CampSoftRules.Of(index).Sum(r => Enumerable.Range(0, r.Parts).Sum(p => r.Cost(p, state))));
        return [.. judgement.Penalties.Where(p => p.Rule == rule)];
    }
}
