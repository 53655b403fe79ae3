namespace Incubator.Core.Common;

/// <summary>A name in both languages, for sentences that are made later.</summary>
public sealed record LocalName(string Hu, string En)
{
    public string In(string language) => language == "hu" ? Hu : En;

    public override string ToString() => En;
}
