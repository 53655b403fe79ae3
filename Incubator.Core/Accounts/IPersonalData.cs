using Incubator.Core.Common;

namespace Incubator.Core.Accounts;

/// <summary>
/// What one room keeps of a person. A room that keeps any has one of these, and registers it; exporting and erasing ask them all.
/// </summary>
public interface IPersonalData
{
    /// <summary>Everything of the person in this room, for them to read and to take along.</summary>
    Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel);

    /// <summary>Why the person cannot be erased now.</summary>
    Task<IReadOnlyList<Refusal>> ObstaclesAsync(KnownPerson person, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Refusal>>([]);

    /// <summary>
    /// Takes the person out of this room's rows, within the running transaction; what is counted stays countable. Accounts looks after
    /// the history (it keeps the number, which then stands for nobody) and after free texts of every room that name the person.
    /// </summary>
    Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Whom rows may name: by number, by full name, by address.</summary>
public sealed record KnownPerson(long Id, string FullName, string? Mail)
{
    /// <summary>What stands in a text where a name or address was.</summary>
    public const string Gone = "–";

    // So short a name would be found inside other words.
    private const int ShortestName = 4;

    /// <summary>The words by which a free text may name the person. Someone else of the very same name loses it there too.</summary>
    public IEnumerable<string> Words => new[] { FullName, Mail }.OfType<string>().Where(w => w.Length >= ShortestName);
}

/// <param name="Name">A code that the page puts into words.</param>
/// <param name="Records">Field codes with their values; instants in UTC.</param>
public sealed record PersonalSection(string Name, IReadOnlyList<IReadOnlyDictionary<string, string?>> Records)
{
    public static PersonalSection Of<T>(string name, IEnumerable<T> rows, params (string Field, Func<T, object?> Value)[] fields) => new(
        name, [.. rows.Select(row => (IReadOnlyDictionary<string, string?>)fields.ToDictionary(f => f.Field, f => History.HistoryBook.Text(f.Value(row))))]);
}
