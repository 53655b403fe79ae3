using System.ComponentModel.DataAnnotations;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies;

/// <summary>A year's figures as typed.</summary>
public sealed class YearInput
{
    public int Year { get; set; }

    [Required]
    public decimal? Headcount { get; set; }

    public decimal? Turnover { get; set; }

    public decimal? BalanceTotal { get; set; }

    [Required, RegularExpression("HUF|EUR")]
    public string Currency { get; set; } = YearFigures.Forint;

    public decimal? Rate { get; set; }

    public YearFigures Figures => new()
    {
        Year = Year,
        Headcount = Headcount ?? 0,
        Turnover = Turnover,
        BalanceTotal = BalanceTotal,
        Currency = Currency,
        Rate = Currency == YearFigures.Euro ? null : Rate,
    };
}
