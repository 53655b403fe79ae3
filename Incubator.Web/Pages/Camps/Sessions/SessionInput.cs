using System.ComponentModel.DataAnnotations;
using Incubator.Core.Camps;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>What the form of a session holds.</summary>
public sealed class SessionInput
{
    public SessionKind Kind { get; set; }

    [Required, StringLength(CampSession.TitleMaxLength)]
    public string TitleHu { get; set; } = "";

    [Required, StringLength(CampSession.TitleMaxLength)]
    public string TitleEn { get; set; } = "";

    [Required]
    public int? Minutes { get; set; } = 60;

    [Required]
    public int? Guests { get; set; } = 0;

    [StringLength(CampSession.NoteMaxLength)]
    public string? Note { get; set; }

    public DateOnly? OnDay { get; set; }

    public DayPart WishedPart { get; set; }

    public long? WishedRoomId { get; set; }

    public List<long> TeamIds { get; set; } = [];

    public List<long> CrewIds { get; set; } = [];

    public List<long> ResourceIds { get; set; } = [];

    /// <summary>One for each team; only for a new one.</summary>
    public bool ForEachTeam { get; set; }

    /// <summary>Of the session as the form was opened.</summary>
    public Guid? Version { get; set; }

    public SessionDetails Details => new()
    {
        Kind = Kind,
        TitleHu = TitleHu,
        TitleEn = TitleEn,
        Minutes = Minutes!.Value,
        Guests = Guests!.Value,
        Note = Note,
        OnDay = OnDay,
        WishedPart = WishedPart,
        WishedRoomId = WishedRoomId,
        TeamIds = TeamIds,
        CrewIds = CrewIds,
        ResourceIds = ResourceIds,
    };

    public static SessionInput Of(CampSession session) => new()
    {
        Kind = session.Kind,
        TitleHu = session.TitleHu,
        TitleEn = session.TitleEn,
        Minutes = session.Minutes,
        Guests = session.Guests,
        Note = session.Note,
        OnDay = session.OnDay,
        WishedPart = session.WishedPart,
        WishedRoomId = session.WishedRoomId,
        TeamIds = [.. session.Teams.Select(t => t.TeamId)],
        CrewIds = [.. session.Crew.Select(c => c.CrewMemberId)],
        ResourceIds = [.. session.Equipment.Select(e => e.ResourceId)],
        Version = session.Version,
    };
}
