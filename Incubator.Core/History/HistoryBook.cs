using System.Globalization;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.History;

/// <summary>Writes history rows beside the change they tell of; nobody saves one without the other.</summary>
public static class HistoryBook
{
    /// <summary>Properties that say nothing to a reader.</summary>
    private static readonly HashSet<string> Silent = ["Id", "Version", "CalendarVersion", "Sequence", "SubmissionKey", "Reference", "NameKey", "TaxCore"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Records an act on a tracked entity with what the change tracker knows (old → new). Call it after the change and,
    /// for a new entity, after it was saved once (it has its id then).
    /// </summary>
    public static void RecordChange<T>(
        this IncubatorDb db, T entity, long id, string act, Actor actor, DateTimeOffset now, string? reason = null)
        where T : class => db.Record(typeof(T).Name, id, act, actor, now, db.ChangesOf(entity), reason);

    /// <summary>Old and new of what the change tracker knows to differ; for a part whose history stands with the whole.</summary>
    public static Dictionary<string, string?[]> ChangesOf<T>(this IncubatorDb db, T entity)
        where T : class => db.Entry(entity).Properties
            .Where(p => p.IsModified && !Silent.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))
            .ToDictionary(p => p.Metadata.Name, p => new[] { Text(p.OriginalValue), Text(p.CurrentValue) });

    public static void Record(
        this IncubatorDb db, string subject, long id, string act, Actor actor, DateTimeOffset now,
        IReadOnlyDictionary<string, string?[]>? changes = null, string? reason = null) =>
        db.History.Add(HistoryEntry.Create(now, actor.PersonId, subject, id, act,
            changes is { Count: > 0 } ? JsonSerializer.Serialize(changes, Plain) : null, reason));

    public static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
