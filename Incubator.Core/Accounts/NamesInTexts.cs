using System.Globalization;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Incubator.Core.Accounts;

/// <summary>
/// Finds an erased person's name and address in whatever was typed anywhere, in every room and in the history, and puts a dash in
/// their place. Names of things and keys stay: a firm that bears its owner's name keeps it.
/// </summary>
internal static class NamesInTexts
{
    public static async Task EraseAsync(IncubatorDb db, KnownPerson person, CancellationToken cancel)
    {
        var words = person.Words.Distinct().ToList();
        if (words.Count == 0) return;
        var sql = db.GetService<ISqlGenerationHelper>();
        var replaced = words.Select((_, i) => i).Aggregate("{{column}}", (inner, i) => string.Create(CultureInfo.InvariantCulture, $"REPLACE({inner}, {{{i}}}, {{{words.Count}}})"));
        var found = string.Join(" OR ", words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{{{{column}}}} LIKE {{{words.Count + 1 + i}}} ESCAPE '!'")));
        object[] values = [.. words, KnownPerson.Gone, .. words.Select(Pattern)];
        foreach (var (table, column) in Columns(db.Model))
        {
            var name = sql.DelimitIdentifier(column);
            var statement = "UPDATE " + sql.DelimitIdentifier(table) + " SET " + name + " = " + replaced.Replace("{{column}}", name, StringComparison.Ordinal)
                + " WHERE " + found.Replace("{{column}}", name, StringComparison.Ordinal);
            await db.Database.ExecuteSqlRawAsync(statement, values, cancel);
        }
    }

    /// <summary>Where people may have typed: every column of text but keys, names of things, and the people themselves.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns(IModel model)
    {
        var own = model.GetEntityTypes().Where(e => e.ClrType != typeof(Person) && e.GetTableName() is not null &&
            e.ClrType.Namespace?.StartsWith("Incubator.", StringComparison.Ordinal) == true);
        return own
            .SelectMany(e => e.GetContainerColumnName() is { } json
                ? [json]
                : e.GetProperties()
                    .Where(p => p.ClrType == typeof(string) && !Names.IsName(p) && !p.IsKey() && !p.IsForeignKey() && !p.GetContainingIndexes().Any(i => i.IsUnique))
                    .Select(p => p.GetColumnName()), (e, column) => (e.GetTableName()!, column))
            .Distinct();
    }

    private static string Pattern(string word) =>
        "%" + word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal) + "%";
}
