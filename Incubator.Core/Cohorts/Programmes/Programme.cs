using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>What the lab offers again and again; each round of it is a <see cref="Cohort"/>.</summary>
public sealed class Programme
{
    public const int NameMaxLength = 120;
    public const int AboutMaxLength = 2000;

    private Programme() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; links carry it instead of the id.</summary>
    public Guid Reference { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? About { get; private set; }

    public Guid Version { get; private set; }

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public static Programme Create(LocalName name, string? about = null)
    {
        var programme = new Programme { Reference = Guid.NewGuid() };
        programme.Describe(name, about);
        return programme;
    }

    public void Describe(LocalName name, string? about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name.Hu);
        ArgumentException.ThrowIfNullOrWhiteSpace(name.En);
        (NameHu, NameEn, About) = (name.Hu, name.En, about);
    }
}
