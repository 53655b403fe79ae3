using Incubator.Core.Camps;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>Roles, answers and warnings in the reader's words.</summary>
public static class CrewWords
{
    public static string Of(CrewRole role, IStringLocalizer text) => role switch
    {
        CrewRole.Facilitator => text["facilitator"],
        CrewRole.Mentor => text["mentor"],
        CrewRole.Juror => text["juror"],
        CrewRole.ChallengeOwner => text["challenge owner"],
        _ => text["organiser"],
    };

    /// <summary>What a role has to do, for who is asked.</summary>
    public static string What(CrewRole role, IStringLocalizer text) => role switch
    {
        CrewRole.Facilitator => text["You guide a team through the phases of the camp."],
        CrewRole.Mentor => text["You advise teams."],
        CrewRole.Juror => text["You judge the pitches; not those of teams that you guide or of your own company."],
        CrewRole.ChallengeOwner => text["You speak for the company that brings a challenge."],
        _ => text["You lead the camp."],
    };

    public static string Answer(CrewMember member, IStringLocalizer text) =>
        member.ConfirmedAt is not null ? text["comes"] : member.DeclinedAt is not null ? text["does not come"] : text["has not answered"];

    public static string Css(CrewMember member) =>
        member.ConfirmedAt is not null ? "state state-confirmed" : member.DeclinedAt is not null ? "state state-cancelled" : "state";

    public static string Of(CrewWarning warning, string who, string team, IStringLocalizer text) => warning.Code switch
    {
        "JurorGuidesTeam" => text["{0} is a juror and guides {1}: another must judge that team.", who, team],
        "JurorOfTheCompany" => text["{0} is a juror and belongs to the company whose challenge {1} works on: another must judge that team.", who, team],
        "JurorOwnsChallenge" => text["{0} is a juror and a challenge owner at once.", who],
        "GuideUnconfirmed" => text["{0} guides {1} and has not said yes.", who, team],
        _ => text["The jury has no chair."],
    };
}
