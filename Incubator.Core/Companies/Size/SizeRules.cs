namespace Incubator.Core.Companies;

/// <summary>
/// The size of an enterprise by Recommendation 2003/361/EC, Annex: headcount must fit, and of turnover and balance sheet total one.
/// Firms of firms are not followed: whoever enters a group's figures enters them consolidated. Pure.
/// </summary>
public static class SizeRules
{
    public const decimal PartnerFrom = 25;
    public const decimal LinkedAbove = 50;

    /// <summary>Headcount below; turnover and balance sheet total (EUR) up to, included.</summary>
    public static readonly IReadOnlyList<(SizeClass Class, decimal HeadcountBelow, decimal Turnover, decimal Balance)> Limits =
    [
        (SizeClass.Micro, 10, 2_000_000, 2_000_000),
        (SizeClass.Small, 50, 10_000_000, 10_000_000),
        (SizeClass.Medium, 250, 50_000_000, 43_000_000),
    ];

    /// <summary>
    /// Judges every year, then the whole: a class is gained or lost only where two accounting years on end are beyond its limit
    /// (Art. 4(2)); the first year known counts as it is, and what an owner's coming or going changes counts at once.
    /// </summary>
    public static SizeWorking Classify(IEnumerable<SizeYear> years)
    {
        var worked = new List<SizeYearWorking>();
        SizeClass? standing = null;
        foreach (var year in years.OrderBy(y => y.Year))
        {
            var judged = Judge(year);
            var before = worked.LastOrDefault();
            standing = judged.PublicOwner is not null ? SizeClass.Large
                : before?.PublicOwner is not null ? judged.Result
                : After(standing, before?.Year == year.Year - 1 ? before.Result : null, judged.Result);
            worked.Add(judged with { Standing = standing });
        }

        return new SizeWorking(worked, standing);
    }

    public static LinkWeight Weight(decimal sharePercent, LinkedFirmKind kind) => sharePercent switch
    {
        > LinkedAbove => LinkWeight.Linked,
        >= PartnerFrom when kind != LinkedFirmKind.ExemptInvestor => LinkWeight.Partner,
        _ => LinkWeight.Autonomous,
    };

    private static SizeYearWorking Judge(SizeYear year)
    {
        var lines = new List<SizeLine> { new(null, null, 100, year.Own) };
        foreach (var firm in year.Firms)
        {
            var weight = Weight(firm.SharePercent, firm.Kind);
            var percent = weight switch { LinkWeight.Linked => 100, LinkWeight.Partner => firm.SharePercent, _ => 0 };
            lines.Add(new SizeLine(firm.Name, weight, percent, firm.Figures is { } figures ? Part(figures, percent) : null));
        }

        var counted = lines.Where(l => l.PercentTaken > 0).ToList();
        var sum = new SizeFigures(
            counted.Sum(l => l.Taken?.Headcount ?? 0), Sum(counted, f => f.Turnover), Sum(counted, f => f.BalanceTotal));
        List<SizeCheck> checks = [.. Limits.Select(l => new SizeCheck(
            l.Class, sum.Headcount < l.HeadcountBelow, sum.Turnover <= l.Turnover, sum.BalanceTotal <= l.Balance))];
        var owner = year.Firms.FirstOrDefault(f => f is { IsOwner: true, Kind: LinkedFirmKind.PublicBody, SharePercent: >= PartnerFrom })?.Name;
        return new SizeYearWorking(year.Year, lines, sum, checks, owner is null ? Result(sum, checks, counted) : SizeClass.Large, null, owner);
    }

    // With a figure missing only those answers stand that the figure could not change.
    private static SizeClass? Result(SizeFigures sum, List<SizeCheck> checks, List<SizeLine> counted)
    {
        if (counted.Any(l => l.Taken is null)) return sum.Headcount >= Limits[^1].HeadcountBelow ? SizeClass.Large : null;
        var lowest = checks.Where(c => c.HeadcountFits).Select(c => (SizeClass?)c.Class).FirstOrDefault() ?? SizeClass.Large;
        var result = checks.Where(c => c.Fits).Select(c => (SizeClass?)c.Class).FirstOrDefault() ?? SizeClass.Large;
        var complete = sum.Turnover is not null && sum.BalanceTotal is not null;
        return complete || result == lowest ? result : null;
    }

    private static SizeClass? After(SizeClass? standing, SizeClass? before, SizeClass? now) => (standing, before, now) switch
    {
        (null, _, _) => now,
        ({ } was, { } first, { } second) when first > was && second > was => first < second ? first : second,
        ({ } was, { } first, { } second) when first < was && second < was => first > second ? first : second,
        _ => standing,
    };

    private static SizeFigures Part(SizeFigures figures, decimal percent) => new(
        Math.Round(figures.Headcount * percent / 100, 2), Part(figures.Turnover, percent), Part(figures.BalanceTotal, percent));

    private static decimal? Part(decimal? figure, decimal percent) => figure is { } known ? Math.Round(known * percent / 100, 2) : null;

    // One unknown makes the sum unknown.
    private static decimal? Sum(List<SizeLine> lines, Func<SizeFigures, decimal?> figure) =>
        lines.All(l => l.Taken is { } taken && figure(taken) is not null) ? lines.Sum(l => figure(l.Taken!)!.Value) : null;
}
