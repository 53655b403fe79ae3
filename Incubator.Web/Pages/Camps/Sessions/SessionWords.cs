using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>Kinds, wishes and places of sessions in the reader's words.</summary>
public static class SessionWords
{
    public static string Of(SessionKind kind, IStringLocalizer text) => kind switch
    {
        SessionKind.Brief => text["Briefing"],
        SessionKind.Ideation => text["Ideation"],
        SessionKind.LabWork => text["Lab work"],
        SessionKind.Mentoring => text["Mentoring"],
        SessionKind.Pitch => text["Pitch before the jury"],
        SessionKind.Break => text["Break"],
        SessionKind.Social => text["Social programme"],
        _ => text["Other"],
    };

    public static string Of(DayPart part, IStringLocalizer text) => part switch
    {
        DayPart.Morning => text["in the morning"],
        DayPart.Afternoon => text["in the afternoon"],
        _ => text["at any time"],
    };

    public static string Of(CrewRole role, IStringLocalizer text) => role switch
    {
        CrewRole.Facilitator => text["facilitator"],
        CrewRole.Mentor => text["mentor"],
        CrewRole.Juror => text["juror"],
        CrewRole.ChallengeOwner => text["challenge owner"],
        _ => text["organiser"],
    };

    /// <summary>"Mon 9 Nov 09:00–10:30", or that it has no time yet.</summary>
    public static string When(CampSession session, IStringLocalizer text) =>
        session.Slot is { } slot ? LabFormat.Slot(slot) : text["not scheduled yet"];

    public static string Where(CampSession session, IReadOnlyList<CampRoom> rooms, IStringLocalizer text) =>
        rooms.FirstOrDefault(r => r.Id == session.RoomId)?.Name ?? (session.NeedsRoom ? text["no room yet"] : text["needs no room"]);

    public static string Css(SessionKind kind) => $"kind-{kind.ToString().ToLowerInvariant()}";
}
