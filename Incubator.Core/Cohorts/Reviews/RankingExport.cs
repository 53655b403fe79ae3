using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Incubator.Core.Documents;

namespace Incubator.Core.Cohorts;

/// <summary>A ranking as a CSV file for spreadsheets; no cell of it runs as a formula.</summary>
public static class RankingExport
{
    private static readonly string[] Headings =
        ["rank", "application", "company", "normalised mean", "raw mean", "spread", "wide spread", "reviews completed", "reviews asked", "recusals", "enough reviews", "stands before the next by"];

    /// <summary>UTF-8 with BOM, so that spreadsheets read the accents; figures with a decimal point.</summary>
    public static byte[] Write(RankTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(
            new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Write(csv, [.. Headings, .. table.Criteria.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name.En} (weight {c.Weight})"))]);
            foreach (var line in table.Lines) Write(csv, [.. Cells(line, table), .. table.Criteria.Select(c => Figure(line.Standing.CriterionMeans.TryGetValue(c.Id, out var mean) ? mean : null))]);
        }

        return bytes.ToArray();
    }

    private static string?[] Cells(RankLine line, RankTable table)
    {
        var s = line.Standing;
        return
        [
            Figure(s.Rank), line.Number, line.Company, Figure(s.NormalisedMean), Figure(s.RawMean), Figure(s.Spread), YesNo(s.IsSpreadWide),
            Figure(s.Completed), Figure(s.Asked), Figure(s.Recusals), YesNo(s.HasEnough),
            s.Ahead switch
            {
                null => null,
                { Reason: AheadReason.Mean } => "mean",
                { Reason: AheadReason.Criterion, CriterionId: var id } => table.Criteria.FirstOrDefault(c => c.Id == id)?.Name.En,
                { Reason: AheadReason.Earlier } => "submitted earlier",
                { Reason: AheadReason.Unscored } => "no review yet",
                _ => "number",
            },
        ];
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string? Figure(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    // A negative figure is a figure, whoever reads it.
    private static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? cell : CellGuard.Protect(cell));
        csv.NextRecord();
    }
}
