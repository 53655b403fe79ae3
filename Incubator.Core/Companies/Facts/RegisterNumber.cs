using System.Text.RegularExpressions;
using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>The number in the Hungarian company register (cégjegyzékszám): court, form, serial number.</summary>
public sealed partial record RegisterNumber(string Court, string Form, string Serial)
{
    public const int MaxLength = 12;

    /// <summary>Reads it with or without hyphens and spaces. Refused as RegisterNumberMisshapen.</summary>
    public static Result<RegisterNumber> Read(string text, string field = nameof(CompanyFacts.RegisterNumber))
    {
        var bare = Identifier.Bare(text);
        return Shape().IsMatch(bare) ? new RegisterNumber(bare[..2], bare[2..4], bare[4..]) : new Refusal("RegisterNumberMisshapen", field);
    }

    public override string ToString() => $"{Court}-{Form}-{Serial}";

    [GeneratedRegex("^[0-9]{10}$")]
    private static partial Regex Shape();
}
