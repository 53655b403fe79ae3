using CsCheck;
using Incubator.Core.Cohorts;

namespace Incubator.Tests.Cohorts.Milestones;

public sealed class TrafficLightsTests
{
    private static readonly DateOnly Today = new(2026, 11, 9);

    private static readonly Gen<MilestoneFacts> AnyMilestone = Gen.Select(Gen.Int[0, 2], Gen.Int[-60, 60], Gen.Bool, Gen.Bool, Gen.Int[0, 4],
        (state, due, begun, agreed, slips) => new MilestoneFacts(
            (MilestoneState)state, Today.AddDays(due), begun ? Today.AddDays(-70) : null, agreed, slips, "M"));

    [Theory]
    [InlineData(5, false, true, 0, LightColour.Yellow, LightCause.DueSoonNotBegun, 5)]
    [InlineData(0, false, true, 0, LightColour.Yellow, LightCause.DueSoonNotBegun, 0)]
    [InlineData(14, false, true, 0, LightColour.Yellow, LightCause.DueSoonNotBegun, 14)]
    [InlineData(15, false, true, 0, LightColour.Green, LightCause.OnTrack, 0)]
    [InlineData(5, true, true, 0, LightColour.Green, LightCause.OnTrack, 0)]
    [InlineData(-1, true, true, 0, LightColour.Yellow, LightCause.Late, 1)]
    [InlineData(-7, true, true, 0, LightColour.Yellow, LightCause.Late, 7)]
    [InlineData(-8, true, true, 0, LightColour.Red, LightCause.Late, 8)]
    [InlineData(-18, false, true, 0, LightColour.Red, LightCause.Late, 18)]
    [InlineData(30, true, false, 0, LightColour.Yellow, LightCause.NotAgreed, 30)]
    [InlineData(31, true, false, 0, LightColour.Green, LightCause.OnTrack, 0)]
    [InlineData(40, true, true, 1, LightColour.Green, LightCause.OnTrack, 0)]
    [InlineData(40, true, true, 2, LightColour.Yellow, LightCause.PutOff, 2)]
    public void Open_ByItsDay_HasTheColourAndItsReason(
        int daysLeft, bool begun, bool agreed, int slips, LightColour colour, LightCause cause, int number)
    {
        var light = TrafficLights.Of(new MilestoneFacts(MilestoneState.Open, Today.AddDays(daysLeft), begun ? Today : null, agreed, slips), Today)!;
        Assert.Equal((colour, cause, number), (light.Colour, light.Reasons[0].Cause, light.Reasons[0].Number));
    }

    [Fact]
    public void Company_SeveralConcerns_TellsEachTheGravestFirst()
    {
        var light = TrafficLights.Of(
            [
                new(MilestoneState.Open, Today.AddDays(5), null, true, 0, "Label"),
                new(MilestoneState.Open, Today.AddDays(-9), Today, true, 0, "Recipe"),
                new(MilestoneState.Open, Today.AddDays(-18), Today, true, 0, "Supplier"),
                new(MilestoneState.Done, Today.AddDays(-40), Today, true, 0, "Name"),
            ],
            [new CalendarQuarter(2026, 3)], 2, Today.AddDays(-120), Today);
        Assert.Equal(LightColour.Red, light.Colour);
        Assert.Equal(
            [(LightCause.Late, "Supplier"), (LightCause.Late, "Recipe"), (LightCause.UpdateMissing, null), (LightCause.DueSoonNotBegun, "Label"), (LightCause.OnboardingMissing, null)],
            light.Reasons.Select(r => (r.Cause, r.What)));
    }

    [Theory]
    [InlineData(6, LightColour.Green)]
    [InlineData(7, LightColour.Yellow)]
    [InlineData(21, LightColour.Yellow)]
    [InlineData(22, LightColour.Red)]
    public void Company_UpdateMissing_TurnsWithTheDays(int daysAfterQuarter, LightColour colour)
    {
        var quarter = new CalendarQuarter(2026, 3);
        var today = quarter.LastDay.AddDays(daysAfterQuarter);
        Assert.Equal(colour, TrafficLights.Of([new(MilestoneState.Done, today, null, true, 0)], [quarter], 0, today.AddDays(-200), today).Colour);
    }

    [Fact]
    public void Company_WithoutMilestones_IsYellowAfterThirtyDays()
    {
        Assert.Equal(LightColour.Green, TrafficLights.Of([], [], 0, Today.AddDays(-30), Today).Colour);
        var dropped = new MilestoneFacts(MilestoneState.Dropped, Today.AddDays(-90), null, true, 0);
        Assert.Equal(LightCause.NoMilestones, Assert.Single(TrafficLights.Of([dropped], [], 0, Today.AddDays(-31), Today).Reasons).Cause);
    }

    [Fact]
    public void Light_OfAnything_HasAReasonAndTheGravestReasonsColour() => AnyMilestone.Sample(milestone =>
    {
        var light = TrafficLights.Of(milestone, Today);
        if (milestone.State == MilestoneState.Dropped) return light is null;
        return light!.Reasons.Count > 0 && light.Colour == light.Reasons.Max(r => r.Colour) && light.Colour == light.Reasons[0].Colour &&
            (milestone.State != MilestoneState.Done || light.Colour == LightColour.Green);
    });

    [Fact]
    public void Light_OfAnOpenMilestone_IsNeverMendedByWaiting() => Gen.Select(AnyMilestone, Gen.Int[0, 90]).Sample((milestone, days) =>
    {
        var open = milestone with { State = MilestoneState.Open };
        return TrafficLights.Of(open, Today.AddDays(days))!.Colour >= TrafficLights.Of(open, Today)!.Colour;
    });

    [Fact]
    public void Light_OfACompany_IsThatOfItsWorstMilestone() => AnyMilestone.List[1, 6].Sample(milestones =>
        TrafficLights.Of(milestones, [], 0, Today, Today).Colour ==
        (milestones.Select(m => TrafficLights.Of(m, Today)?.Colour ?? LightColour.Green).Max()));
}
