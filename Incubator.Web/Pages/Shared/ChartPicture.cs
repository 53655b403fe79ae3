using System.Globalization;

namespace Incubator.Web.Pages.Shared;

/// <summary>The geometry of a <see cref="Chart"/>, in the units of its view box.</summary>
public sealed class ChartPicture
{
    public const int Width = 380, Height = 220;
    public const int Left = 52, Right = 12, Top = 16, Bottom = 26;

    private const int MostLabels = 4;
    private const int Marker = 4;
    private const double MostBarWidth = 34;
    private readonly Chart chart;

    public ChartPicture(Chart chart)
    {
        this.chart = chart;
        var highest = chart.Series.SelectMany(s => s.Values).Max() ?? 0;
        // What is counted has no halves.
        var isWhole = chart.Series.All(s => s.Values.All(v => v is null || v == decimal.Truncate(v.Value)));
        Step = NiceStep(isWhole ? Math.Max(1, highest / 4) : highest / 4);
        Most = Step * Math.Max(1, Math.Ceiling(highest / Step));
    }

    /// <summary>Between two lines of the grid.</summary>
    public decimal Step { get; }

    /// <summary>The value at the top; the bottom is 0.</summary>
    public decimal Most { get; }

    public IEnumerable<(decimal Value, string Y)> Ticks
    {
        get
        {
            for (var value = 0m; value <= Most; value += Step) yield return (value, Text(Y(value)));
        }
    }

    /// <summary>The labels that have room, the last one always among them.</summary>
    public IEnumerable<(string Label, string X)> Labels
    {
        get
        {
            var every = Math.Max(1, (int)Math.Ceiling(chart.Labels.Count / (double)MostLabels));
            for (var i = 0; i < chart.Labels.Count; i++)
                if ((chart.Labels.Count - 1 - i) % every == 0) yield return (chart.Labels[i], Text(X(i)));
        }
    }

    /// <summary>The line as path data; a gap where a value is not known.</summary>
    public string Path(ChartSeries series)
    {
        var path = new System.Text.StringBuilder();
        var isDown = false;
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is not { } value)
            {
                isDown = false;
                continue;
            }

            path.Append(isDown ? 'L' : 'M').Append(Text(X(i))).Append(' ').Append(Text(Y(value)));
            isDown = true;
        }

        return path.ToString();
    }

    /// <summary>The marks of a line, of another shape for each series.</summary>
    public IEnumerable<string> Marks(int index)
    {
        var series = chart.Series[index];
        for (var i = 0; i < series.Values.Count; i++)
            if (series.Values[i] is { } value) yield return Mark(index, X(i), Y(value));
    }

    /// <summary>The mark of a series as path data around a point.</summary>
    public static string Mark(int index, double x, double y) => (index % 4) switch
    {
        0 => $"M{Text(x - Marker)} {Text(y)}a{Marker} {Marker} 0 1 0 {2 * Marker} 0a{Marker} {Marker} 0 1 0 -{2 * Marker} 0z",
        1 => $"M{Text(x - Marker)} {Text(y - Marker)}h{2 * Marker}v{2 * Marker}h-{2 * Marker}z",
        2 => $"M{Text(x)} {Text(y - Marker - 1)}l{Marker + 1} {(2 * Marker) + 1}h-{(2 * Marker) + 2}z",
        _ => $"M{Text(x)} {Text(y - Marker - 1)}l{Marker + 1} {Marker + 1}l-{Marker + 1} {Marker + 1}l-{Marker + 1} -{Marker + 1}z",
    };

    public IEnumerable<(string X, string Y, string Width, string Height)> Bars(int index)
    {
        var width = Math.Min(MostBarWidth, Slot * 0.72 / chart.Series.Count);
        var first = width * chart.Series.Count / 2;
        var series = chart.Series[index];
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is not { } value) continue;
            var y = Y(value);
            yield return (Text(X(i) - first + (index * width)), Text(y), Text(Math.Max(1, width - 1)), Text(Y(0) - y));
        }
    }

    /// <summary>A round step that is not below the wanted one: 1, 2 or 5 times a power of ten.</summary>
    public static decimal NiceStep(decimal wanted)
    {
        if (wanted <= 1) return wanted <= 0 ? 1 : wanted <= 0.25m ? 0.25m : wanted <= 0.5m ? 0.5m : 1;
        var power = 1m;
        while (power * 10 <= wanted) power *= 10;
        return new[] { 1, 2, 5, 10 }.Select(f => f * power).First(s => s >= wanted);
    }

    private double Slot => (Width - Left - Right) / (double)Math.Max(1, chart.Labels.Count);

    private double X(int index) => Left + (Slot * (index + 0.5));

    private double Y(decimal value) => Height - Bottom - ((Height - Bottom - Top) * (double)(value / Most));

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
