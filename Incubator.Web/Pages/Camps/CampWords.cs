using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps;

/// <summary>Formats, states and languages of camps in the reader's words.</summary>
public static class CampWords
{
    public static string Of(CampFormat format, IStringLocalizer text) => format switch
    {
        CampFormat.Workshop => text["Workshop of some days"],
        CampFormat.Placement => text["Placement of some weeks in the company"],
        _ => text["Thesis or interim project"],
    };

    public static string Of(CampStatus status, IStringLocalizer text) => status switch
    {
        CampStatus.Draft => text["Draft"],
        CampStatus.Open => text["Registration open"],
        CampStatus.Preparing => text["Being prepared"],
        CampStatus.Running => text["On now"],
        CampStatus.FollowUp => text["In follow-up"],
        CampStatus.Closed => text["Closed"],
        _ => text["Cancelled"],
    };

    /// <summary>What the button of the step says; a step back is told as such.</summary>
    public static string Step(CampStatus from, CampStatus to, IStringLocalizer text) => to switch
    {
        CampStatus.Open when from == CampStatus.Preparing => text["Open registration again"],
        CampStatus.Open => text["Publish and open registration"],
        CampStatus.Draft => text["Take back to a draft"],
        CampStatus.Preparing => text["Close registration and prepare"],
        CampStatus.Running => text["The camp begins"],
        CampStatus.FollowUp => text["The camp is over: follow up"],
        CampStatus.Closed => text["Close the camp"],
        _ => text["Cancel the camp"],
    };

    public static string Of(CampNudge nudge, IStringLocalizer text) => nudge switch
    {
        CampNudge.OpenIt => text["It starts soon and is still a draft: publish it."],
        CampNudge.PrepareIt => text["Registration is over: make teams and the agenda."],
        CampNudge.BeginIt => text["Its first day has come: say that it begins."],
        CampNudge.FollowItUp => text["Its last day has gone by: go on to the follow-up."],
        _ => text["Its last day has gone by, and it was never said to begin. Say what became of it."],
    };

    public static string Language(string code, IStringLocalizer text) => code == "hu" ? text["Hungarian"] : text["English"];

    public static string Languages(Camp camp, IStringLocalizer text) => string.Join(", ", camp.LanguageList.Select(l => Language(l, text)));

    /// <summary>"Monday 9 November 2026 – Wednesday 11 November 2026", or one day.</summary>
    public static string Days(DateOnly from, DateOnly until) =>
        from == until ? LabFormat.LongDate(from) : $"{LabFormat.LongDate(from)} – {LabFormat.LongDate(until)}";

    public static string Days(Camp camp) => Days(camp.StartsOn, camp.EndsOn);

    /// <summary>"08:00–18:00".</summary>
    public static string Hours(Camp camp) => $"{Minute(camp.DayStarts)}–{Minute(camp.DayEnds)}";

    /// <summary>"1,500,000 HUF".</summary>
    public static string? Budget(Camp camp) => camp.Budget is { } budget ? $"{LabFormat.Number(budget)} {camp.BudgetCurrency}" : null;

    /// <summary>Of the local day; 1440 is "24:00".</summary>
    public static string Minute(int minute) => FormattableString.Invariant($"{minute / 60:00}:{minute % 60:00}");
}
