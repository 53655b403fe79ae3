using Incubator.Core.Cohorts;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>Lights, their reasons and states in the reader's words.</summary>
public static class LightWords
{
    public static string Of(LightColour colour, IStringLocalizer text) => colour switch
    {
        LightColour.Green => text["On track"],
        LightColour.Yellow => text["Needs attention"],
        _ => text["In trouble"],
    };

    /// <summary>The reason alone, for a light that stands beside its milestone.</summary>
    public static string Of(LightReason reason, IStringLocalizer text, IStringLocalizer shared) => reason.Cause switch
    {
        LightCause.Late => reason.Number == 1 ? text["1 day late"] : text["{0} days late", reason.Number],
        LightCause.DueSoonNotBegun => reason.Number == 0 ? text["due today, not begun"] : text["due in {0} days, not begun", reason.Number],
        LightCause.NotAgreed => text["not agreed by both sides"],
        LightCause.PutOff => text["put off {0} times", reason.Number],
        LightCause.UpdateAsked => text["update for {0} awaited", CohortWords.Of(reason.Quarter!.Value, shared)],
        LightCause.UpdateMissing => text["update for {0} missing", CohortWords.Of(reason.Quarter!.Value, shared)],
        LightCause.NoMilestones => text["no milestone after {0} days", reason.Number],
        LightCause.OnboardingMissing => reason.Number == 1 ? text["an onboarding step is missing"] : text["{0} onboarding steps are missing", reason.Number],
        LightCause.Done => text["it is reached"],
        _ => text["nothing to worry about"],
    };

    /// <summary>The reason with the milestone it speaks of.</summary>
    public static string Whole(LightReason reason, IStringLocalizer text, IStringLocalizer shared) =>
        reason.What is null ? Of(reason, text, shared) : $"{reason.What}: {Of(reason, text, shared)}";

    public static string Of(CohortMemberState state, IStringLocalizer text) => state switch
    {
        CohortMemberState.Active => text["Active"],
        CohortMemberState.Graduated => text["Graduated"],
        _ => text["Left"],
    };

    /// <summary>The milestone's state, and since when or until when.</summary>
    public static string Of(Milestone milestone, IStringLocalizer text) => milestone.State switch
    {
        MilestoneState.Done => text["done on {0}", LabFormat.ShortDate(milestone.DoneOn!.Value)],
        MilestoneState.Dropped => text["was dropped"],
        _ => text["due {0}", LabFormat.ShortDate(milestone.DueOn)],
    };
}
