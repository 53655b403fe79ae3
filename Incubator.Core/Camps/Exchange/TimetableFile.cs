using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>
/// Reads the timetables of other tools: frab/pentabarf XML (schema.xml of the Chaos events, also the dialect of EuroPython) and
/// the JSON of pretalx. The sender is not trusted: no document types or entities, no addresses are followed, and what is
/// larger than a timetable may be is refused.
/// </summary>
public static class TimetableFile
{
    public const int MaxBytes = 8 * 1024 * 1024;
    public const int MaxEvents = 5_000;
    public const int MaxRooms = 200;
    public const int MaxPersons = 100;
    public const int TitleMaxLength = 500;

    /// <summary>Of each longer text (an abstract, a description).</summary>
    public const int TextMaxLength = 50_000;

    /// <summary>Longest event: two weeks, as an exhibition has it.</summary>
    public const int MaxMinutes = 14 * 24 * 60;

    /// <summary>
    /// Refused with TimetableTooLarge, TimetableUnreadable (neither of the formats, or broken) or TimetableItemUnreadable
    /// (one event has no start, length or title that can be read, or one that is out of bounds).
    /// </summary>
    /// <param name="zone">Of times that the file gives without offset, where it names no zone itself; the lab's unless told otherwise.</param>
    public static Result<Timetable> Read(ReadOnlyMemory<byte> file, TimeZoneInfo? zone = null)
    {
        if (file.Length > MaxBytes) return TooLarge();
        try
        {
            var first = file.Span.TrimStart(" \t\r\n\uFEFF"u8);
            var read = first is [(byte)'{', ..] ? PretalxJson.Read(file, zone ?? LabTime.Zone) : FrabXml.Read(file, zone ?? LabTime.Zone);
            return read.Events.Count > MaxEvents || read.Sorted() is { Rooms.Count: > MaxRooms } ? TooLarge() : read.Sorted();
        }
        catch (TimetableException bad)
        {
            return bad.Refusal;
        }
    }

    internal static Refusal TooLarge() =>
        new Refusal("TimetableTooLarge").With("megabytes", MaxBytes / 1024 / 1024).With("events", MaxEvents).With("rooms", MaxRooms);

    internal static Refusal Unreadable() => new("TimetableUnreadable");
}

/// <summary>Stops the reading of a file; never leaves <see cref="TimetableFile"/>.</summary>
internal sealed class TimetableException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
