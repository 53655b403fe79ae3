namespace Incubator.Core.Companies;

public enum CompanyKeyKind
{
    /// <summary>A folded word of the name, the short name or the settlement; searched by its beginning.</summary>
    Word = 0,

    /// <summary>One of <see cref="CompanyNames.Blocks"/>; finds the candidates of the duplicate check.</summary>
    Block = 1,
}

/// <summary>One entry of the register's index: by it 10,000 companies are searched as fast as 100.</summary>
public sealed class CompanyKey
{
    public const int KeyMaxLength = 40;

    private CompanyKey() { }

    internal CompanyKey(CompanyKeyKind kind, string key) => (Kind, Key) = (kind, key);

    public long CompanyId { get; private set; }

    public CompanyKeyKind Kind { get; private set; }

    public string Key { get; private set; } = "";
}

/// <summary>A further activity beside the main one; of the company's own NACE revision.</summary>
public sealed class CompanyActivity
{
    private CompanyActivity() { }

    internal CompanyActivity(string code) => Code = code;

    public long CompanyId { get; private set; }

    public string Code { get; private set; } = "";
}
