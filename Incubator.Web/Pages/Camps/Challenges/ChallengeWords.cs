using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>States, levels and numbers of challenges in the reader's words.</summary>
public static class ChallengeWords
{
    public static string Of(ChallengeState state, IStringLocalizer text) => state switch
    {
        ChallengeState.Draft => text["Draft"],
        ChallengeState.Submitted => text["Handed in"],
        ChallengeState.Accepted => text["Accepted"],
        ChallengeState.Rejected => text["Rejected"],
        _ => text["Withdrawn"],
    };

    public static string Of(Confidentiality level, IStringLocalizer text) => level switch
    {
        Confidentiality.Open => text["Open: everybody may read everything"],
        Confidentiality.Camp => text["For the camp: its teams and crew read the details"],
        _ => text["For those named: they agree first to keep it"],
    };

    public static string Css(ChallengeState state) => state switch
    {
        ChallengeState.Accepted => "state state-confirmed",
        ChallengeState.Rejected or ChallengeState.Withdrawn => "state state-cancelled",
        _ => "state",
    };

    /// <summary>"4.5 %"; a dash where nothing is set.</summary>
    public static string Number(decimal? value, string? unit) => value is { } number ? $"{number.ToString("#,0.######", System.Globalization.CultureInfo.CurrentCulture)} {unit}".TrimEnd() : "–";

    /// <summary>A title in the reader's language, or in the other where that is all there is.</summary>
    public static string Title(Core.Common.LocalName title) => title.In(LabFormat.Language) is { Length: > 0 } own ? own : title.Hu.Length > 0 ? title.Hu : title.En;

    public static string Title(Challenge challenge) => Title(new Core.Common.LocalName(challenge.TitleHu, challenge.TitleEn));
}
