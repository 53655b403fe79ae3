namespace Incubator.Web.Pages.Shared;

public enum ChartKind
{
    Line = 0,

    /// <summary>Side by side where there are several series.</summary>
    Bars = 1,
}

/// <param name="Values">One for each label; null: not known.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>
/// A picture of one to four series with its table: <c>&lt;partial name="_Chart" model="chart" /&gt;</c>. Needs <c>css/chart.css</c>.
/// </summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="LabelHeading">What the labels are ("Quarter"): heads the table's first column.</param>
/// <param name="Unit">Of all values; null: they are counted.</param>
public sealed record Chart(
    string Id, string Title, ChartKind Kind, string LabelHeading, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series, string? Unit = null)
{
    public bool IsEmpty => Series.All(s => s.Values.All(v => v is null));
}
