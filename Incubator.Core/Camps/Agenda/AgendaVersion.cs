namespace Incubator.Core.Camps;

/// <summary>A published agenda of a camp: frozen, numbered from 1. What is planned after it is seen with the next one.</summary>
public sealed class AgendaVersion
{
    public const int NoteMaxLength = 500;

    private readonly List<AgendaItem> items = [];

    private AgendaVersion() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    public int Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    public long? PublishedById { get; private set; }

    /// <summary>Why it was published although something is less than good; for staff.</summary>
    public string? Note { get; private set; }

    /// <summary>What the soft rules charged.</summary>
    public int Penalty { get; private set; }

    public IReadOnlyList<AgendaItem> Items => items;

    public static AgendaVersion Publish(long campId, int number, DateTimeOffset now, long? byId, string? note, int penalty, IEnumerable<AgendaItem> items)
    {
        var version = new AgendaVersion { CampId = campId, Number = number, PublishedAt = now, PublishedById = byId, Note = note, Penalty = penalty };
        version.items.AddRange(items);
        return version;
    }
}

/// <summary>How an item differs from the version before.</summary>
public enum AgendaChange
{
    None = 0,
    New = 1,

    /// <summary>Another time or room.</summary>
    Moved = 2,

    /// <summary>Another title, note or other people, at its old place.</summary>
    Changed = 3,

    Cancelled = 4,
}

/// <summary>A session as it was published. It names teams and crew by number only, so that a person who goes is not kept here.</summary>
public sealed class AgendaItem
{
    private readonly List<AgendaPart> parts = [];

    private AgendaItem() { }

    public long Id { get; private set; }

    public long AgendaVersionId { get; private set; }

    /// <summary>Of the session, which may be gone.</summary>
    public Guid SessionReference { get; private set; }

    public AgendaChange Change { get; private set; }

    public SessionKind Kind { get; private set; }

    public string TitleHu { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Start { get; private set; }

    public int Minutes { get; private set; }

    public string? RoomName { get; private set; }

    /// <summary>UTC; where it was in the version before, if it moved.</summary>
    public DateTimeOffset? OldStart { get; private set; }

    public string? OldRoomName { get; private set; }

    /// <summary>Raised with each version that changes it: the same appointment, told anew.</summary>
    public int Sequence { get; private set; }

    public IReadOnlyList<AgendaPart> Parts => parts;

    public IEnumerable<long> TeamIds => parts.Where(p => p.Kind == AgendaPartKind.Team).Select(p => p.PartId);

    public IEnumerable<long> CrewIds => parts.Where(p => p.Kind == AgendaPartKind.Crew).Select(p => p.PartId);

    public DateTimeOffset End => Start.AddMinutes(Minutes);

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;

    /// <summary>The session as it stands now, which has a time.</summary>
    public static AgendaItem Of(CampSession session, string? roomName)
    {
        var item = new AgendaItem
        {
            SessionReference = session.Reference,
            Kind = session.Kind,
            TitleHu = session.TitleHu,
            TitleEn = session.TitleEn,
            Note = session.Note,
            Start = session.Start ?? throw new ArgumentException("Without a time it is on no agenda.", nameof(session)),
            Minutes = session.Minutes,
            RoomName = roomName,
        };
        item.parts.AddRange(session.Teams.Select(t => new AgendaPart { Kind = AgendaPartKind.Team, PartId = t.TeamId }));
        item.parts.AddRange(session.Crew.Select(c => new AgendaPart { Kind = AgendaPartKind.Crew, PartId = c.CrewMemberId }));
        return item;
    }

    /// <summary>What was on the agenda and is no more.</summary>
    public static AgendaItem Cancel(AgendaItem before)
    {
        var item = new AgendaItem
        {
            SessionReference = before.SessionReference,
            Kind = before.Kind,
            TitleHu = before.TitleHu,
            TitleEn = before.TitleEn,
            Start = before.Start,
            Minutes = before.Minutes,
            RoomName = before.RoomName,
            Change = AgendaChange.Cancelled,
            Sequence = before.Sequence + 1,
        };
        item.parts.AddRange(before.Parts.Select(p => new AgendaPart { Kind = p.Kind, PartId = p.PartId }));
        return item;
    }

    /// <summary>How it differs from what was published before.</summary>
    internal void Compare(AgendaItem? before, AgendaChange change)
    {
        Change = change;
        Sequence = (before?.Sequence ?? 0) + (before is not null && change != AgendaChange.None ? 1 : 0);
        if (change == AgendaChange.Moved) (OldStart, OldRoomName) = (before!.Start, before.RoomName);
    }
}

public enum AgendaPartKind
{
    Team = 0,
    Crew = 1,
}

/// <summary>A team or crew member of an item; without teams it is for all. By number, which may outlive them.</summary>
public sealed class AgendaPart
{
    public long AgendaItemId { get; init; }

    public AgendaPartKind Kind { get; init; }

    public long PartId { get; init; }
}
