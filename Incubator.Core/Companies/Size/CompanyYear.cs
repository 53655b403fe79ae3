using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>The figures of one accounting year as they were told, in their own currency with the rate that was used.</summary>
public sealed record YearFigures
{
    public const int EarliestYear = 1990;
    public const int CurrencyLength = 3;
    public const decimal MaxHeadcount = 1_000_000;
    public const decimal MaxMoney = 1_000_000_000_000_000;
    public const string Euro = "EUR";
    public const string Forint = "HUF";

    public required int Year { get; init; }

    /// <summary>Annual work units.</summary>
    public required decimal Headcount { get; init; }

    /// <summary>Net turnover in <see cref="Currency"/>.</summary>
    public decimal? Turnover { get; init; }

    /// <summary>Balance sheet total in <see cref="Currency"/>.</summary>
    public decimal? BalanceTotal { get; init; }

    /// <summary>EUR or HUF.</summary>
    public string Currency { get; init; } = Forint;

    /// <summary>How many forints make a euro; kept with the year, and not asked for where the figures are in euros.</summary>
    public decimal? Rate { get; init; }

    public IEnumerable<Refusal> Problems(int thisYear)
    {
        if (Year < EarliestYear || Year > thisYear) yield return Range(nameof(Year), EarliestYear, thisYear);
        if (Headcount is < 0 or > MaxHeadcount) yield return Range(nameof(Headcount), 0, MaxHeadcount);
        if (Turnover is < 0 or > MaxMoney) yield return Range(nameof(Turnover), 0, MaxMoney);
        if (BalanceTotal is < 0 or > MaxMoney) yield return Range(nameof(BalanceTotal), 0, MaxMoney);
        if (Currency is not (Euro or Forint)) yield return new Refusal("CurrencyUnknown", nameof(Currency));
        else if (Currency == Forint && Rate is null && (Turnover ?? BalanceTotal) is not null) yield return new Refusal("RateMissing", nameof(Rate));
        if (Rate is <= 0 or > 10_000) yield return Range(nameof(Rate), 1, 10_000);
    }

    public SizeFigures InEuro() => new(Headcount, Euros(Turnover), Euros(BalanceTotal));

    private decimal? Euros(decimal? amount) =>
        amount is not { } known ? null : Currency == Euro ? known : Rate is { } rate ? Math.Round(known / rate, 2) : null;

    private static Refusal Range(string field, object min, object max) => new Refusal("OutOfRange", field).With("min", min).With("max", max);
}

/// <summary>A year of the company itself.</summary>
public sealed class CompanyYear
{
    private CompanyYear() { }

    public long CompanyId { get; private set; }

    public int Year { get; private set; }

    public decimal Headcount { get; private set; }

    public decimal? Turnover { get; private set; }

    public decimal? BalanceTotal { get; private set; }

    public string Currency { get; private set; } = YearFigures.Forint;

    public decimal? Rate { get; private set; }

    public Guid Version { get; private set; }

    public static CompanyYear Create(long companyId, YearFigures figures)
    {
        var year = new CompanyYear { CompanyId = companyId, Year = figures.Year };
        year.Say(figures);
        return year;
    }

    public void Say(YearFigures figures) =>
        (Headcount, Turnover, BalanceTotal, Currency, Rate) = (figures.Headcount, figures.Turnover, figures.BalanceTotal, figures.Currency, figures.Rate);

    public YearFigures Figures() => new()
    {
        Year = Year,
        Headcount = Headcount,
        Turnover = Turnover,
        BalanceTotal = BalanceTotal,
        Currency = Currency,
        Rate = Rate,
    };
}

/// <summary>A year of a linked firm.</summary>
public sealed class CompanyLinkYear
{
    private CompanyLinkYear() { }

    public long CompanyLinkId { get; private set; }

    public int Year { get; private set; }

    public decimal Headcount { get; private set; }

    public decimal? Turnover { get; private set; }

    public decimal? BalanceTotal { get; private set; }

    public string Currency { get; private set; } = YearFigures.Forint;

    public decimal? Rate { get; private set; }

    internal static CompanyLinkYear Create(YearFigures figures)
    {
        var year = new CompanyLinkYear { Year = figures.Year };
        year.Say(figures);
        return year;
    }

    internal void Say(YearFigures figures) =>
        (Headcount, Turnover, BalanceTotal, Currency, Rate) = (figures.Headcount, figures.Turnover, figures.BalanceTotal, figures.Currency, figures.Rate);

    public YearFigures Figures() => new()
    {
        Year = Year,
        Headcount = Headcount,
        Turnover = Turnover,
        BalanceTotal = BalanceTotal,
        Currency = Currency,
        Rate = Rate,
    };
}
