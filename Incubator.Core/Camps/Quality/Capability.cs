namespace Incubator.Core.Camps;

/// <summary>What a product shall keep to; at least one of the limits is there.</summary>
/// <param name="Lower">Still good; null: no limit below.</param>
/// <param name="Upper">Still good; null: no limit above.</param>
public sealed record QualityLimits(decimal? Target, decimal? Lower, decimal? Upper)
{
    /// <summary>The limits themselves are within.</summary>
    public bool Hold(decimal value) => !(value < Lower) && !(value > Upper);
}

/// <summary>Which spread Cp and Cpk are computed from.</summary>
public enum SpreadKind
{
    /// <summary>Of the values around their own lot's mean, pooled over the lots; drift from lot to lot is left out.</summary>
    WithinLots = 0,

    /// <summary>Of all values around their common mean; then Cp and Cpk are the same as Pp and Ppk.</summary>
    Overall = 1,
}

/// <summary>Why an index is not given.</summary>
public enum CapabilityGap
{
    None = 0,

    /// <summary>Fewer than two values: there is no spread.</summary>
    TooFewValues = 1,

    /// <summary>All values are alike: the index would be infinite.</summary>
    NoSpread = 2,

    /// <summary>The specification has no limit.</summary>
    NoLimit = 3,
}

/// <summary>
/// How well measured lots keep to their limits. Mean x̄ and standard deviation s (n − 1) over all n values;
/// Pp = (U − L) / 6s, Ppk = min(U − x̄, x̄ − L) / 3s. Cp and Cpk are the same with the spread within lots,
/// s_w = √(Σ(x_ij − x̄_j)² / ν), ν = Σ(n_j − 1), where every lot has at least two values; else with s, ν = n − 1.
/// With one limit only its own side counts, and there is no Cp. All this takes a steady process and nearly normal values for granted.
/// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.1.6 "What is process capability?".
/// </summary>
public sealed record Capability
{
    /// <summary>Below it an index says little; shown as a warning.</summary>
    public const int FewValues = 30;

    // 97.5 % point of the standard normal distribution: 95 % on both sides.
    private const double Z = 1.959963984540054;

    private Capability() { }

    /// <summary>n.</summary>
    public int Values { get; private init; }

    public int Lots { get; private init; }

    /// <summary>Null: no value.</summary>
    public double? Mean { get; private init; }

    /// <summary>s over all values, in the values' unit; null with fewer than two.</summary>
    public double? Spread { get; private init; }

    /// <summary>Of the spread that Cp and Cpk are computed from, in the values' unit.</summary>
    public double? IndexSpread { get; private init; }

    public SpreadKind SpreadKind { get; private init; }

    /// <summary>ν of <see cref="IndexSpread"/>.</summary>
    public int DegreesOfFreedom { get; private init; }

    public double? Cp { get; private init; }

    public double? Cpk { get; private init; }

    public double? Pp { get; private init; }

    public double? Ppk { get; private init; }

    public CapabilityGap Gap { get; private init; }

    /// <summary>
    /// Half the width of the 95 % confidence interval of <see cref="Cpk"/>: 1.96 √(1/(9n) + Cpk²/(2ν)). The normal approximation of
    /// Bissell (1990), which the e-Handbook gives with ν = n − 1.
    /// </summary>
    public double? CpkMargin { get; private init; }

    /// <summary>Counted, not estimated.</summary>
    public int Within { get; private init; }

    /// <summary>Between 0 and 1; null: no value.</summary>
    public decimal? ShareWithin => Values == 0 ? null : (decimal)Within / Values;

    public bool IsFew => Values < FewValues;

    /// <param name="lots">The values of each lot; a lot without values is not counted.</param>
    public static Capability Of(QualityLimits limits, IEnumerable<IReadOnlyCollection<decimal>> lots)
    {
        var measured = lots.Where(l => l.Count > 0).ToList();
        var groups = measured.ConvertAll(l => l.Select(v => (double)v).ToList());
        var all = groups.SelectMany(g => g).ToList();
        var known = new Capability
        {
            Values = all.Count,
            Lots = groups.Count,
            Within = measured.Sum(l => l.Count(limits.Hold)),
            Gap = CapabilityGap.TooFewValues,
        };
        if (all.Count == 0) return known;
        var mean = all.Average();
        known = known with { Mean = mean };
        if (all.Count < 2) return known;
        var spread = Math.Sqrt(SquaresAround(all, mean) / (all.Count - 1));
        var byLot = groups.TrueForAll(g => g.Count > 1);
        var freedom = byLot ? groups.Sum(g => g.Count - 1) : all.Count - 1;
        var inner = byLot ? Math.Sqrt(groups.Sum(g => SquaresAround(g, g.Average())) / freedom) : spread;
        known = known with
        {
            Spread = spread,
            IndexSpread = inner,
            SpreadKind = byLot ? SpreadKind.WithinLots : SpreadKind.Overall,
            DegreesOfFreedom = freedom,
        };
        if (limits.Lower is null && limits.Upper is null) return known with { Gap = CapabilityGap.NoLimit };
        // Equal values give a spread of rounding errors, not of nought.
        if (IsNought(spread, mean)) return known with { Spread = 0, IndexSpread = 0, Gap = CapabilityGap.NoSpread };
        var (pp, ppk) = Indices(limits, mean, spread);
        known = known with { Pp = pp, Ppk = ppk };
        if (IsNought(inner, mean)) return known with { IndexSpread = 0, Gap = CapabilityGap.NoSpread };
        var (cp, cpk) = Indices(limits, mean, inner);
        return known with
        {
            Cp = cp,
            Cpk = cpk,
            CpkMargin = Z * Math.Sqrt((1 / (9.0 * all.Count)) + (cpk * cpk / (2.0 * freedom))),
            Gap = CapabilityGap.None,
        };
    }

    private static (double? Both, double Nearer) Indices(QualityLimits limits, double mean, double spread)
    {
        double? above = limits.Upper is { } upper ? ((double)upper - mean) / (3 * spread) : null;
        double? below = limits.Lower is { } lower ? (mean - (double)lower) / (3 * spread) : null;
        return ((above + below) / 2, Math.Min(above ?? double.MaxValue, below ?? double.MaxValue));
    }

    private static double SquaresAround(List<double> values, double mean) => values.Sum(v => (v - mean) * (v - mean));

    private static bool IsNought(double spread, double mean) => spread <= 1e-12 * Math.Max(1, Math.Abs(mean));
}

/// <summary>Whether a product got better, judged by one specification.</summary>
public sealed record QualityChange(Capability Before, Capability After)
{
    /// <summary>There is something to compare.</summary>
    public bool IsKnown => Before.Values > 0 && After.Values > 0;

    /// <summary>More of the values are within the limits; null: not known.</summary>
    public bool? IsShareBetter => IsKnown ? After.ShareWithin > Before.ShareWithin : null;

    /// <summary>Cpk rose; null where one of the two is not given.</summary>
    public bool? IsCpkBetter => After.Cpk > Before.Cpk ? true : After.Cpk is null || Before.Cpk is null ? null : false;

    /// <summary>The confidence intervals of both Cpk do not touch: the rise is hardly an accident of the sample.</summary>
    public bool IsCpkSurelyBetter => IsCpkBetter == true && After.Cpk - After.CpkMargin > Before.Cpk + Before.CpkMargin;
}
