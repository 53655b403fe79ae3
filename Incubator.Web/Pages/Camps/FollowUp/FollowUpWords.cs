using Incubator.Core.Camps;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>What several pages of the follow-up say alike.</summary>
public static class FollowUpWords
{
    public static string Of(CheckState state, IStringLocalizer text) => state switch
    {
        CheckState.GoesWell => text["It goes well"],
        CheckState.Slow => text["It goes on, later than meant"],
        CheckState.Stopped => text["Nothing goes on at present"],
        _ => text["It is finished"],
    };

    public static string Of(OutcomeKind kind, IStringLocalizer text) => kind switch
    {
        OutcomeKind.InDevelopment => text["Still in development"],
        OutcomeKind.Launched => text["Launched"],
        OutcomeKind.Dropped => text["Dropped"],
        _ => text["Spin-off founded"],
    };

    /// <summary>"after 30 days: due on …".</summary>
    public static string Of(CampCheck check, DateOnly today, IStringLocalizer text) =>
        check.State is { } state ? Of(state, text)
        : check.IsOverdue(today) ? text["overdue since {0}", Shared.LabFormat.ShortDate(check.DueOn)]
        : text["due on {0}", Shared.LabFormat.ShortDate(check.DueOn)];
}
