using Microsoft.EntityFrameworkCore.Metadata;

namespace Incubator.Core.Data;

/// <summary>Columns that people read, sort and search as words; each provider gives them its Hungarian collation.</summary>
public static class Names
{
    private static readonly HashSet<string> Columns = ["Name", "NameHu", "NameEn", "FullName"];

    public static bool IsName(IReadOnlyProperty property) =>
        property.ClrType == typeof(string) && Columns.Contains(property.Name) &&
        property.DeclaringType.ClrType.Namespace?.StartsWith("Incubator.", StringComparison.Ordinal) == true;
}
