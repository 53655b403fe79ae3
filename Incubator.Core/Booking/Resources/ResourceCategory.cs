namespace Incubator.Core.Booking;

/// <summary>What a resource is for ("drying"); a level of policy.</summary>
public sealed class ResourceCategory
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 80;

    private ResourceCategory() { }

    public long Id { get; private set; }

    /// <summary>As in import files.</summary>
    public string Code { get; private set; } = "";

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public static ResourceCategory Create(string code, string nameHu, string nameEn) =>
        new() { Code = code, NameHu = nameHu, NameEn = nameEn };

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public void Rename(string nameHu, string nameEn) => (NameHu, NameEn) = (nameHu, nameEn);
}
