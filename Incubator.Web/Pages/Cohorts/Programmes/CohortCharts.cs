using Incubator.Core.Cohorts;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>The series of a company or a cohort by quarters, ready to be drawn.</summary>
public sealed class CohortCharts(IStringLocalizer<ProgrammesText> text, IStringLocalizer<SharedText> shared)
{
    /// <summary>Jobs at each quarter's end, turnover in it and milestones done in it.</summary>
    /// <param name="sent">Updates that were sent, of one company or of several: their figures are added up.</param>
    /// <param name="doneOn">The days on which milestones were done.</param>
    /// <param name="id">Begins the pictures' ids on the page.</param>
    public IReadOnlyList<Chart> Draw(string id, IReadOnlyCollection<CompanyUpdate> sent, IReadOnlyCollection<DateOnly> doneOn)
    {
        var quarters = Quarters([.. sent.Select(u => u.Quarter), .. doneOn.Select(CalendarQuarter.Of)]);
        var byQuarter = sent.ToLookup(u => u.Quarter);
        List<string> labels = [.. quarters.Select(q => CohortWords.Of(q, shared))];
        string heading = text["Quarter"];
        return
        [
            new Chart($"{id}-jobs", text["Jobs at the quarter's end"], ChartKind.Line, heading, labels,
            [
                new(text["All jobs"], Sums(u => u.Figures.Jobs)),
                new(text["Women"], Sums(u => u.JobsWomen)),
                new(text["In research and development"], Sums(u => u.JobsResearch)),
            ], text["full-time equivalents"]),
            new Chart($"{id}-turnover", text["Turnover of the quarter"], ChartKind.Bars, heading, labels,
                [new(text["Turnover"], Sums(u => u.Turnover)), new(text["Investment raised"], Sums(u => u.Investment))], text["HUF"]),
            new Chart($"{id}-done", text["Milestones and products"], ChartKind.Bars, heading, labels,
            [
                new(text["Milestones done"], [.. quarters.Select(q => (decimal?)doneOn.Count(d => CalendarQuarter.Of(d) == q))]),
                new(text["Products launched"], Sums(u => u.Products)),
            ]),
        ];

        List<decimal?> Sums(Func<CompanyUpdate, decimal> value) =>
            [.. quarters.Select(q => byQuarter[q].Any() ? byQuarter[q].Sum(value) : (decimal?)null)];
    }

    private static List<CalendarQuarter> Quarters(IReadOnlyCollection<CalendarQuarter> known)
    {
        var quarters = new List<CalendarQuarter>();
        if (known.Count == 0) return quarters;
        for (var quarter = known.Min(); quarter <= known.Max(); quarter = quarter.Next) quarters.Add(quarter);
        return quarters;
    }
}
