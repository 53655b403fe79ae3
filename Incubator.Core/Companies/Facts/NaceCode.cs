using System.Text.RegularExpressions;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>Which list a code is of; the two must never be mixed in one figure.</summary>
public enum NaceRevision
{
    /// <summary>NACE Rev. 2, in Hungary TEÁOR'08.</summary>
    Rev2 = 0,

    /// <summary>NACE Rev. 2.1, in Hungary TEÁOR'25.</summary>
    Rev21 = 1,
}

/// <summary>What a firm does, by the statistical classification: division ("10"), group ("10.5") or class ("10.51") with its revision.</summary>
public sealed partial record NaceCode(string Code, NaceRevision Revision)
{
    public const int MaxLength = 5;

    public string Division => Code[..2];

    /// <summary>Reads "10.51", "1051" or "10.51 Tejtermék gyártása". A code nobody lists is taken if its shape is right. Refused as NaceMisshapen.</summary>
    public static Result<NaceCode> Read(string text, NaceRevision revision, string field = nameof(CompanyFacts.NaceMain))
    {
        var match = Shape().Match(text.Replace('\u00a0', ' ').Trim());
        if (!match.Success || match.Groups["division"].Value == "00") return new Refusal("NaceMisshapen", field);
        var rest = match.Groups["rest"].Value;
        return new NaceCode(rest.Length == 0 ? match.Groups["division"].Value : $"{match.Groups["division"].Value}.{rest}", revision);
    }

    public override string ToString() => Code;

    [GeneratedRegex(@"^(?<division>[0-9]{2})(\.?(?<rest>[0-9]{1,2}))?\.?(\s+\D.*)?$", RegexOptions.Singleline)]
    private static partial Regex Shape();
}
