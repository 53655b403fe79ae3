using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>A room of a camp: a demo facility of the lab, or a room elsewhere (campus, town hall).</summary>
public sealed class CampRoom
{
    public const int NameMaxLength = 120;
    public const int MaxSeats = 1000;

    private CampRoom() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public string Name { get; private set; } = "";

    public int Seats { get; private set; }

    /// <summary>The facility of the lab that it is, which sessions then reserve; null elsewhere.</summary>
    public long? ResourceId { get; private set; }

    public int Position { get; private set; }

    public Guid Version { get; private set; }

    public static CampRoom Create(long campId, string name, int seats, long? resourceId, int position) =>
        new() { Reference = Guid.NewGuid(), CampId = campId, Name = name, Seats = seats, ResourceId = resourceId, Position = position };

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(string name, int seats, long? resourceId)
    {
        if (Problems(name, seats).FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(name));
        (Name, Seats, ResourceId) = (name.Trim(), seats, resourceId);
    }

    /// <summary>The broken limits, each naming its field.</summary>
    public static IEnumerable<Refusal> Problems(string name, int seats)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new Refusal("Missing", nameof(Name));
        else if (TextRules.Problem(name, NameMaxLength, nameof(Name)) is { } tooLong) yield return tooLong;
        if (seats is < 1 or > MaxSeats) yield return new Refusal("OutOfRange", nameof(Seats)).With("min", 1).With("max", MaxSeats);
    }
}
