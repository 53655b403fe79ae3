using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>
/// The geometry of the lots of one specification, before and after the camp beside each other on one scale of values, in the units of
/// its view box. The lots stand in the order of measuring, each value of a lot above the same point.
/// </summary>
public sealed class QualityPicture
{
    public const int Width = 380, Height = 260;
    public const int Left = 52, Right = 8, Top = 30, Bottom = 14;

    private const int Gap = 10;
    private const double Edge = 0.08;
    private readonly SpecificationQuality quality;
    private readonly decimal lowest, highest;

    public QualityPicture(SpecificationQuality quality)
    {
        this.quality = quality;
        List<decimal> shown =
        [
            .. quality.Lots.SelectMany(l => l.Measured()), .. new[] { quality.Limits.Lower, quality.Limits.Upper, quality.Limits.Target }.OfType<decimal>(),
        ];
        (lowest, highest) = shown.Count == 0 ? (0, 1) : (shown.Min(), shown.Max());
        // All alike: a scale needs some height.
        var height = highest == lowest ? Math.Max(1, Math.Abs(highest) / 10) : highest - lowest;
        (lowest, highest) = (lowest - (height * (decimal)Edge), highest + (height * (decimal)Edge));
        Step = NiceStep((highest - lowest) / 5);
    }

    /// <summary>Between two lines of the grid.</summary>
    public decimal Step { get; }

    public static int Floor => Height - Bottom;

    public IEnumerable<(decimal Value, string Y)> Ticks
    {
        get
        {
            for (var value = Math.Ceiling(lowest / Step) * Step; value <= highest; value += Step) yield return (value, Text(Y(value)));
        }
    }

    /// <summary>From left to right; as wide as the other, however many lots there are.</summary>
    public static (string X, string Width, string Middle) Side(LotPhase phase) =>
        (Text(Start(phase)), Text(SideWidth), Text(Start(phase) + (SideWidth / 2)));

    /// <summary>Between the limits, within the picture.</summary>
    public (string Y, string Height) Band
    {
        get
        {
            double top = quality.Limits.Upper is { } upper ? Y(upper) : Top, bottom = quality.Limits.Lower is { } lower ? Y(lower) : Floor;
            return (Text(top), Text(Math.Max(0, bottom - top)));
        }
    }

    /// <summary>The marks of one side: those within the limits of the side's own shape, those outside of a third.</summary>
    public IEnumerable<(string Path, bool IsWithin)> Marks(LotPhase phase)
    {
        var lots = phase == LotPhase.Before ? quality.Before : quality.After;
        for (var i = 0; i < lots.Count; i++)
        {
            var x = Start(phase) + (SideWidth * (i + 0.5) / lots.Count);
            foreach (var value in lots[i].Measured())
            {
                var isWithin = quality.Limits.Hold(value);
                yield return (ChartPicture.Mark(isWithin ? (int)phase : Outside, x, Y(value)), isWithin);
            }
        }
    }

    /// <summary>The shape of what is outside the limits (see <see cref="ChartPicture.Mark"/>).</summary>
    public const int Outside = 3;

    public string At(decimal value) => Text(Y(value));

    /// <summary>1, 2 or 5 times a power of ten, not below the wanted one.</summary>
    public static decimal NiceStep(decimal wanted)
    {
        if (wanted <= 0) return 1;
        var power = 1m;
        while (power > wanted) power /= 10;
        while (power * 10 <= wanted) power *= 10;
        return new[] { 1, 2, 5, 10 }.Select(f => f * power).First(s => s >= wanted);
    }

    private static double SideWidth => (Width - Left - Right - Gap) / 2.0;

    private static double Start(LotPhase phase) => phase == LotPhase.Before ? Left : Left + SideWidth + Gap;

    private double Y(decimal value) => Floor - ((Floor - Top) * (double)((value - lowest) / (highest - lowest)));

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
