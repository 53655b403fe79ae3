using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Quality;

/// <summary>The expected figures were computed apart from the program (Python's statistics module), not by it.</summary>
public sealed class CapabilityTests
{
    private static readonly QualityLimits Both = new(4.5m, 4.3m, 4.7m);

    private static readonly decimal[][] Spread = [[4.42m, 4.51m, 4.38m], [4.71m, 4.66m, 4.80m], [4.35m, 4.44m, 4.29m], [4.60m, 4.73m, 4.58m]];
    private static readonly decimal[][] Steady = [[4.50m, 4.53m, 4.47m], [4.55m, 4.52m, 4.49m], [4.46m, 4.50m, 4.51m], [4.48m, 4.54m, 4.52m]];
    private static readonly decimal[][] Singles = [[12.1m], [12.9m], [11.8m], [12.4m], [13.3m], [12.0m]];

    [Fact]
    public void Of_FiveValuesByHand_GivesMeanSpreadAndIndices()
    {
        // 1 to 5: mean 3, s² = 10/4, s = 1.5811; from 0 to 6: Cp = 6 / 6s = Cpk = 3 / 3s = 0.6325.
        var known = Capability.Of(new QualityLimits(null, 0, 6), [[1], [2], [3], [4], [5]]);
        Assert.Equal((5, 5, 3.0, 5), (known.Values, known.Lots, known.Mean, known.Within));
        Assert.Equal(1.5811, known.Spread!.Value, 4);
        Assert.Equal(0.6325, known.Cp!.Value, 4);
        Assert.Equal(0.6325, known.Cpk!.Value, 4);
    }

    [Fact]
    public void Of_LotsThatDrift_CpkSeesTheSpreadWithinAndPpkAll()
    {
        var known = Capability.Of(Both, Spread);
        Assert.Equal((12, 4, 8, 8), (known.Values, known.Lots, known.Within, known.DegreesOfFreedom));
        Assert.Equal(SpreadKind.WithinLots, known.SpreadKind);
        Assert.Equal(4.539167, known.Mean!.Value, 6);
        Assert.Equal(0.165610, known.Spread!.Value, 6);
        Assert.Equal(0.073824, known.IndexSpread!.Value, 6);
        Assert.Equal(0.903047, known.Cp!.Value, 6);
        Assert.Equal(0.726201, known.Cpk!.Value, 6);
        Assert.Equal(0.402553, known.Pp!.Value, 6);
        Assert.Equal(0.323720, known.Ppk!.Value, 6);
        Assert.Equal(0.402722, known.CpkMargin!.Value, 6);
    }

    [Fact]
    public void Of_SteadyLots_AreBetter()
    {
        var (before, after) = (Capability.Of(Both, Spread), Capability.Of(Both, Steady));
        Assert.Equal(2.209151, after.Cpk!.Value, 6);
        Assert.Equal(2.329449, after.Ppk!.Value, 6);
        Assert.Equal(1.098771, after.CpkMargin!.Value, 6);
        var change = new QualityChange(before, after);
        Assert.Equal((true, true), (change.IsCpkBetter, change.IsShareBetter));
        // 0.726 + 0.403 = 1.129 and 2.209 − 1.099 = 1.110: the intervals still touch.
        Assert.False(change.IsCpkSurelyBetter);
        Assert.False(new QualityChange(after, before).IsCpkBetter);
    }

    [Fact]
    public void IsCpkSurelyBetter_IntervalsApart_IsTrue()
    {
        // Ten times the same values, as ten times as many lots.
        var change = new QualityChange(Capability.Of(Both, Enumerable.Repeat(Spread, 10).SelectMany(l => l)), Capability.Of(Both, Enumerable.Repeat(Steady, 10).SelectMany(l => l)));
        Assert.True(change.IsCpkSurelyBetter);
        Assert.False(change.Before.IsFew);
    }

    [Fact]
    public void Of_OneLimit_CountsItsSideOnlyAndGivesNoCp()
    {
        var above = Capability.Of(new QualityLimits(12, null, 14), Singles);
        var below = Capability.Of(new QualityLimits(12, 11, null), Singles);
        Assert.Equal((null, null), (above.Cp, above.Pp));
        Assert.Equal(0.913681, above.Cpk!.Value, 6);
        Assert.Equal(0.625962, above.CpkMargin!.Value, 6);
        Assert.Equal(0.817504, below.Cpk!.Value, 6);
        Assert.Null(below.Cp);
    }

    [Fact]
    public void Of_ALotWithOneValue_TakesTheSpreadOfAll()
    {
        var known = Capability.Of(new QualityLimits(10, 7, 13), [[10, 12], [11], [9, 10]]);
        Assert.Equal((SpreadKind.Overall, 4), (known.SpreadKind, known.DegreesOfFreedom));
        Assert.Equal(0.877058, known.Cp!.Value, 6);
        Assert.Equal(0.760117, known.Cpk!.Value, 6);
        Assert.Equal(known.Ppk, known.Cpk);
    }

    [Fact]
    public void Of_MeanOutsideTheLimits_IsNegative() => Assert.True(Capability.Of(Both, [[4.8m, 4.9m], [4.85m, 4.95m]]).Cpk < 0);

    [Fact]
    public void Of_NothingOrOneValue_GivesNoIndexAndSaysWhy()
    {
        var none = Capability.Of(Both, []);
        Assert.Equal((0, null, null, null, CapabilityGap.TooFewValues), (none.Values, none.Mean, none.Cpk, none.ShareWithin, none.Gap));
        var one = Capability.Of(Both, [[4.6m]]);
        Assert.Equal((1, null, null, 1m, CapabilityGap.TooFewValues), (one.Values, one.Spread, one.Cpk, one.ShareWithin, one.Gap));
    }

    [Fact]
    public void Of_AllValuesAlike_GivesNoIndexAndSaysWhy()
    {
        var alike = Capability.Of(Both, [[4.1m, 4.1m], [4.1m, 4.1m]]);
        Assert.Equal((0.0, null, null, CapabilityGap.NoSpread, 0m), (alike.Spread, alike.Cpk, alike.Ppk, alike.Gap, alike.ShareWithin));
        // Alike within each lot, but not among lots.
        var drifting = Capability.Of(Both, [[4.4m, 4.4m], [4.6m, 4.6m]]);
        Assert.Equal((null, CapabilityGap.NoSpread), (drifting.Cpk, drifting.Gap));
        Assert.NotNull(drifting.Ppk);
    }

    [Fact]
    public void Of_NoLimit_GivesSpreadButNoIndex()
    {
        var known = Capability.Of(new QualityLimits(4.5m, null, null), Spread);
        Assert.Equal((null, null, CapabilityGap.NoLimit, 12), (known.Cpk, known.Ppk, known.Gap, known.Within));
        Assert.Equal(0.165610, known.Spread!.Value, 6);
    }

    [Fact]
    public void ShareWithin_ValueOnALimit_Counts()
    {
        Assert.Equal(1m, Capability.Of(Both, [[4.3m, 4.7m]]).ShareWithin);
        Assert.Equal(0.5m, Capability.Of(Both, [[4.3m, 4.700001m]]).ShareWithin);
        Assert.Equal(0.5m, Capability.Of(Both, [[4.299999m, 4.7m]]).ShareWithin);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void IsFew_UnderThirtyValues_IsTrue(int count, bool isFew) =>
        Assert.Equal(isFew, Capability.Of(Both, [[.. Enumerable.Range(0, count).Select(i => 4.4m + (i % 3 / 10m))]]).IsFew);

    [Fact]
    public void Change_OneSideMissing_IsNotKnown()
    {
        var change = new QualityChange(Capability.Of(Both, []), Capability.Of(Both, Steady));
        Assert.Equal((false, null, null, false), (change.IsKnown, change.IsShareBetter, change.IsCpkBetter, change.IsCpkSurelyBetter));
    }
}
