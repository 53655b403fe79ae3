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

/// <summary>A part of the local day in which a session would rather be.</summary>
public enum DayPart
{
    Any = 0,

    /// <summary>Over by noon.</summary>
    Morning = 1,

    /// <summary>From noon on.</summary>
    Afternoon = 2,
}

/// <summary>One item of a camp's agenda: who, where, on what, when.</summary>
public sealed class CampSession
{
    public const int TitleMaxLength = 160;
    public const int NoteMaxLength = 1000;
    public const int MinMinutes = 5;
    public const int MaxMinutes = 12 * 60;
    public const int MaxGuests = 1000;

    /// <summary>Starts and lengths are whole multiples of this; where the lab is reserved, of a quarter-hour.</summary>
    public const int StepMinutes = 5;

    /// <summary>With its room it is one reservation.</summary>
    public const int MaxEquipment = Booking.Reservation.MaxItems - 1;

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

    /// <summary>What to bring or prepare; everybody reads it on the agenda.</summary>
    public string? Note { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>People expected beside teams and crew.</summary>
    public int Guests { get; private set; }

    /// <summary>The local day on which it must be; null: any of the camp.</summary>
    public DateOnly? OnDay { get; private set; }

    /// <summary>A wish, not a rule.</summary>
    public DayPart WishedPart { get; private set; }

    /// <summary>A wish, not a rule; null: any room.</summary>
    public long? WishedRoomId { get; private set; }

    /// <summary>UTC; null: not scheduled yet.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>Null: no room yet.</summary>
    public long? RoomId { get; private set; }

    /// <summary>The automatic schedule leaves it where it is.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>Those who hold it have said yes.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Raised with each change of its place.</summary>
    public int Sequence { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<SessionTeam> Teams => teams;

    public IReadOnlyList<SessionCrew> Crew => crew;

    public IReadOnlyList<SessionEquipment> Equipment => equipment;

    public TimeSlot? Slot => Start is { } start ? new TimeSlot(start, start.AddMinutes(Minutes)) : null;

    /// <summary>A break or a social evening happens anywhere.</summary>
    public bool NeedsRoom => Kind is not (SessionKind.Break or SessionKind.Social);

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

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static CampSession Create(long campId, SessionDetails details)
    {
        var session = Create(campId, details.Kind, details.TitleHu, details.TitleEn, details.Minutes);
        session.Describe(details);
        return session;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(SessionDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (Kind, TitleHu, TitleEn) = (details.Kind, details.TitleHu.Trim(), details.TitleEn.Trim());
        Note = string.IsNullOrWhiteSpace(details.Note) ? null : details.Note.Trim();
        (Minutes, Guests, OnDay) = (details.Minutes, details.Guests, details.OnDay);
        (WishedPart, WishedRoomId) = (details.WishedPart, details.WishedRoomId);
    }

    /// <summary>Who takes part and on what; what stays is left alone.</summary>
    /// <param name="teamIds">None: all teams.</param>
    public void Gather(IReadOnlyCollection<long> teamIds, IReadOnlyCollection<long> crewIds, IReadOnlyCollection<long> resourceIds)
    {
        Become(teams, teamIds, t => t.TeamId, id => new SessionTeam { TeamId = id });
        Become(crew, crewIds, c => c.CrewMemberId, id => new SessionCrew { CrewMemberId = id });
        Become(equipment, resourceIds, e => e.ResourceId, id => new SessionEquipment { ResourceId = id });
    }

    public void Place(DateTimeOffset? start, long? roomId)
    {
        if (start == Start && roomId == RoomId) return;
        (Start, RoomId) = (start, roomId);
        Sequence++;
    }

    public void Pin(bool isPinned) => IsPinned = isPinned;

    public void Confirm(bool isConfirmed) => IsConfirmed = isConfirmed;

    private static void Become<T>(List<T> rows, IReadOnlyCollection<long> wanted, Func<T, long> id, Func<long, T> create)
    {
        rows.RemoveAll(r => !wanted.Contains(id(r)));
        rows.AddRange(wanted.Except(rows.Select(id)).ToList().Select(create));
    }
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

/// <summary>Equipment of the lab that a session needs; reserved when the agenda is published.</summary>
public sealed class SessionEquipment
{
    public long SessionId { get; init; }

    public long ResourceId { get; init; }
}

/// <summary>
/// The reservation that holds a published session's room and equipment. It knows the session by its reference, so that the lab gets
/// back what a removed one held.
/// </summary>
public sealed class SessionReservation
{
    private SessionReservation() { }

    public Guid SessionReference { get; private set; }

    public long CampId { get; private set; }

    public long ReservationId { get; private set; }

    public static SessionReservation Create(Guid session, long campId, long reservationId) =>
        new() { SessionReference = session, CampId = campId, ReservationId = reservationId };

    public void Renew(long reservationId) => ReservationId = reservationId;
}
