using System.Globalization;
using Incubator.Core.Camps;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>Figures of quality as they are written.</summary>
public static class QualityWords
{
    public static string Of(LotPhase phase, IStringLocalizer text) => phase == LotPhase.Before ? text["Before the camp"] : text["After the camp"];

    /// <summary>A measurement, with as many decimals as it has: "4.515".</summary>
    public static string Value(decimal value) => value.ToString("#,0.######", CultureInfo.CurrentCulture);

    /// <summary>A mean or a spread, to four significant digits.</summary>
    public static string Rounded(double value)
    {
        if (value == 0) return Value(0);
        var decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), CultureInfo.CurrentCulture);
    }

    /// <summary>An index, to two decimals.</summary>
    public static string Index(double value) => value.ToString("0.00", CultureInfo.CurrentCulture);

    public static string Share(Capability capability) => capability.ShareWithin is { } share ? share.ToString("P0", CultureInfo.CurrentCulture) : "–";

    /// <summary>Why there is no index.</summary>
    public static string Gap(CapabilityGap gap, IStringLocalizer text) => gap switch
    {
        CapabilityGap.TooFewValues => text["not given: fewer than two values"],
        CapabilityGap.NoSpread => text["not given: all values are alike"],
        _ => text["not given: no limit"],
    };

    /// <summary>The specification in words: "target 4.5, from 4.3 to 4.7".</summary>
    public static string Limits(QualityLimits limits, string? unit, IStringLocalizer text)
    {
        var range = limits switch
        {
            { Lower: { } lower, Upper: { } upper } => text["from {0} to {1}", Value(lower), Value(upper)].Value,
            { Lower: { } lower } => text["at least {0}", Value(lower)].Value,
            { Upper: { } upper } => text["at most {0}", Value(upper)].Value,
            _ => text["no limits"].Value,
        };
        var words = limits.Target is { } target ? text["target {0}; {1}", Value(target), range].Value : range;
        return string.IsNullOrEmpty(unit) ? words : $"{words} {unit}";
    }

    /// <summary>What the comparison says, in one or two sentences.</summary>
    public static string Verdict(QualityChange change, IStringLocalizer text)
    {
        if (!change.IsKnown) return text["There is nothing to compare yet: lots are needed from before and from after the camp."];
        var share = text["Within the limits: {0} of {1} values before, {2} of {3} after.", change.Before.Within, change.Before.Values, change.After.Within, change.After.Values];
        if (change.IsCpkBetter is not { } isBetter) return share;
        string spread = !isBetter ? text["Cpk did not rise: {0} before, {1} after.", Index(change.Before.Cpk!.Value), Index(change.After.Cpk!.Value)]
            : change.IsCpkSurelyBetter ? text["Cpk rose from {0} to {1}, more than chance explains.", Index(change.Before.Cpk!.Value), Index(change.After.Cpk!.Value)]
            : text["Cpk rose from {0} to {1}; with so few values this may still be chance.", Index(change.Before.Cpk!.Value), Index(change.After.Cpk!.Value)];
        return $"{share} {spread}";
    }
}
