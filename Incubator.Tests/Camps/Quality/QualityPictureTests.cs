using Incubator.Core.Camps;
using Incubator.Web.Pages.Camps.Quality;

namespace Incubator.Tests.Camps.Quality;

public sealed class QualityPictureTests
{
    [Theory]
    [InlineData(0.07, 0.1)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.0011, 0.002)]
    [InlineData(3, 5)]
    [InlineData(60, 100)]
    [InlineData(0, 1)]
    public void NiceStep_NotBelowTheWanted_IsRound(double wanted, double step) => Assert.Equal((decimal)step, QualityPicture.NiceStep((decimal)wanted));

    [Fact]
    public void Picture_OfLots_HoldsEveryValueAndLimitBesideEachOther()
    {
        var picture = new QualityPicture(Of(Lot(LotPhase.Before, 4.8m, 4.5m), Lot(LotPhase.After, 4.5m)));
        Assert.Equal([false, true], picture.Marks(LotPhase.Before).Select(m => m.IsWithin));
        Assert.Single(picture.Marks(LotPhase.After));
        Assert.All(new[] { 4.8m, 4.3m, 4.7m }, v => Assert.InRange(double.Parse(picture.At(v), System.Globalization.CultureInfo.InvariantCulture), QualityPicture.Top, QualityPicture.Floor));
        Assert.InRange(picture.Ticks.Count(), 3, 12);
        Assert.NotEqual(QualityPicture.Side(LotPhase.Before).X, QualityPicture.Side(LotPhase.After).X);
        Assert.Equal(QualityPicture.Side(LotPhase.Before).Width, QualityPicture.Side(LotPhase.After).Width);
    }

    [Fact]
    public void Picture_OfEqualValuesAtTheTargetAlone_HasAScale()
    {
        var specification = Specification.Create(1, 1, "pH", null, 4.5m, null, null);
        var picture = new QualityPicture(new SpecificationQuality(specification, [Lot(LotPhase.Before, 4.5m, 4.5m)]));
        Assert.NotEmpty(picture.Ticks);
        Assert.Equal(2, picture.Marks(LotPhase.Before).Count());
    }

    private static SpecificationQuality Of(params MeasuredLot[] lots) => new(Specification.Create(1, 1, "pH", null, 4.5m, 4.3m, 4.7m), lots);

    private static MeasuredLot Lot(LotPhase phase, params decimal[] values) => MeasuredLot.Create(
        1, new LotDetails { Code = "L", MeasuredOn = new DateOnly(2026, 11, 2), Phase = phase, Values = values }, null, DateTimeOffset.UnixEpoch);
}
