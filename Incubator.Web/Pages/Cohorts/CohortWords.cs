using Incubator.Core.Cohorts;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts;

/// <summary>What several pages of the room say alike; their texts are shared ones.</summary>
public static class CohortWords
{
    /// <summary>"Q3 2026".</summary>
    public static string Of(CalendarQuarter quarter, IStringLocalizer shared) => shared["Q{0} {1}", quarter.Number, quarter.Year];

    public static string Of(MentorSessionState state, IStringLocalizer shared) => state switch
    {
        MentorSessionState.Booked => shared["Booked"],
        MentorSessionState.Cancelled => shared["Cancelled"],
        MentorSessionState.Held => shared["Held"],
        _ => shared["Nobody came"],
    };
}
