using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What happens in a session; the first five are phases in this order for each team.</summary>
public enum SessionKind
{
    Brief = 0,
    Ideation = 1,
    LabWork = 2,
    Mentoring = 3,
    Pitch = 4,
    Break = 5,
    Social = 6,
    Other = 7,
}

/// <summary>One item of a camp's agenda: who, where, on what, when.</summary>
public sealed class CampSession
{
    public const int TitleMaxLength = 160;
    public const int NoteMaxLength = 1000;
    public const int MinMinutes = 5;
    public const int MaxMinutes = 12 * 60;

    private readonly List<SessionTeam> teams = [];
    private readonly List<SessionCrew> crew = [];
    private readonly List<SessionEquipment> equipment = [];

    private CampSession() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public SessionKind Kind { get; private set; }

    public string TitleHu { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public int Minutes { get; private set; }

    /// <summary>People expected beside teams and crew.</summary>
    public int Guests { get; private set; }

    /// <summary>UTC; null: not scheduled yet.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>Null: no room yet.</summary>
    public long? RoomId { get; private set; }

    /// <summary>The automatic schedule leaves it where it is.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>Those who hold it have said yes.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Raised with each change that calendars show.</summary>
    public int Sequence { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<SessionTeam> Teams => teams;

    public IReadOnlyList<SessionCrew> Crew => crew;

    public IReadOnlyList<SessionEquipment> Equipment => equipment;

    public TimeSlot? Slot => Start is { } start ? new TimeSlot(start, start.AddMinutes(Minutes)) : null;

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;

    public static CampSession Create(long campId, SessionKind kind, string titleHu, string titleEn, int minutes) => new()
    {
        Reference = Guid.NewGuid(),
        CampId = campId,
        Kind = kind,
        TitleHu = titleHu,
        TitleEn = titleEn,
        Minutes = minutes,
    };

    public void Place(DateTimeOffset? start, long? roomId)
    {
        if (start == Start && roomId == RoomId) return;
        (Start, RoomId) = (start, roomId);
        Sequence++;
    }

    public void Pin(bool isPinned) => IsPinned = isPinned;

    public void Confirm(bool isConfirmed) => IsConfirmed = isConfirmed;
}

/// <summary>A team that takes part in a session; a session without rows is for all teams.</summary>
public sealed class SessionTeam
{
    public long SessionId { get; init; }

    public long TeamId { get; init; }
}

/// <summary>A crew member who takes part in a session.</summary>
public sealed class SessionCrew
{
    public long SessionId { get; init; }

    public long CrewMemberId { get; init; }
}

/// <summary>Equipment of the lab that a session needs; reserved through the booking desk.</summary>
public sealed class SessionEquipment
{
    public long SessionId { get; init; }

    public long ResourceId { get; init; }

    /// <summary>The reservation that holds it; null until the agenda is published.</summary>
    public long? ReservationId { get; init; }
}

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
}
