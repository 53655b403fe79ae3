using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>States, kinds and types in the reader's words.</summary>
public static class CallWords
{
    public static string Of(CallState state, IStringLocalizer text) => state switch
    {
        CallState.Draft => text["Draft"],
        CallState.Upcoming => text["Opens soon"],
        CallState.Open => text["Open"],
        _ => text["Closed"],
    };

    public static string Of(MembershipKind kind, IStringLocalizer text) => kind switch
    {
        MembershipKind.Cohort => text["A place in a cohort"],
        MembershipKind.SingleUse => text["Single use"],
        _ => text["Membership"],
    };

    public static string Of(QuestionType type, IStringLocalizer text) => type switch
    {
        QuestionType.ShortText => text["Short text"],
        QuestionType.LongText => text["Long text"],
        QuestionType.WholeNumber => text["Whole number"],
        QuestionType.DecimalNumber => text["Number with decimals"],
        QuestionType.Money => text["Amount of money"],
        QuestionType.ChooseOne => text["Choose one"],
        QuestionType.ChooseMany => text["Choose any number"],
        QuestionType.YesNo => text["Yes or no"],
        QuestionType.File => text["File"],
        _ => text["Consent"],
    };

    public static string Of(S3Priorities priority, IStringLocalizer text) => priority switch
    {
        S3Priorities.AgriFood => text["Agriculture and food industry"],
        S3Priorities.Health => text["Health"],
        S3Priorities.DigitalEconomy => text["Digitalisation of the economy"],
        S3Priorities.CreativeIndustries => text["Creative industries"],
        S3Priorities.ResourceEfficiency => text["Resource-efficient economy"],
        S3Priorities.EnergyAndClimate => text["Energy and climate"],
        S3Priorities.Services => text["Services"],
        _ => text["Cutting-edge technologies"],
    };

    public static IEnumerable<S3Priorities> Each(S3Priorities priorities) =>
        Enum.GetValues<S3Priorities>().Where(p => p != S3Priorities.None && priorities.HasFlag(p));

    /// <summary>"Tuesday 1 December 2026 12:00".</summary>
    public static string Moment(DateTimeOffset instant) => $"{LabFormat.LongDate(LabTime.DateOf(instant))} {LabFormat.Time(instant)}";
}
