using Incubator.Core.Camps;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>Kinds of participants and audiences in the reader's words.</summary>
public static class AttendanceWords
{
    public static string Of(ParticipantKind kind, IStringLocalizer text) => kind switch
    {
        ParticipantKind.Student => text["student"],
        ParticipantKind.Company => text["from a company"],
        _ => text["expert"],
    };

    public static string Audience(CampMessage message, CampToday today, IStringLocalizer text) => message.Audience switch
    {
        MessageAudience.Everyone => text["to everybody"],
        MessageAudience.Crew => text["to the crew"],
        _ => text["to {0}", today.TeamNames.GetValueOrDefault(message.TeamId ?? 0, "–")],
    };
}
