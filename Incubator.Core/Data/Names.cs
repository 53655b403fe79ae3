using Microsoft.EntityFrameworkCore.Metadata;

namespace Incubator.Core.Data;

/// <summary>Columns that people read, sort and search as words; each provider gives them its Hungarian collation.</summary>
public static class Names
{
    private static readonly HashSet<string> Columns = ["Name", "NameHu", "NameEn", "FullName"];

    /// <summary>Folded words and numbers that are searched by their beginning: compared letter by letter, whatever the language of the server.</summary>
    public static bool IsFolded(IReadOnlyProperty property) => property.ClrType == typeof(string) && property.Name is ("Key" or "NameKey" or "TaxCore" or "NaceMain") &&
        property.DeclaringType.ClrType.Namespace == "Incubator.Core.Companies";

    public static bool IsName(IReadOnlyProperty property) =>
        property.ClrType == typeof(string) && Columns.Contains(property.Name) &&
        property.DeclaringType.ClrType.Namespace?.StartsWith("Incubator.", StringComparison.Ordinal) == true;
}
