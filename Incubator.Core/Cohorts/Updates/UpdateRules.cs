using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>Which quarters a company owes an update of, and when it is asked for it.</summary>
public static class UpdateRules
{
    /// <summary>Days after the quarter's last day on which the company is asked.</summary>
    public const int AskedAfterDays = 7;

    /// <summary>Days after the quarter's last day from which it is overdue.</summary>
    public const int OverdueAfterDays = 21;

    /// <summary>Minute of the local day at which people are asked.</summary>
    public const int Morning = 8 * 60;

    /// <summary>The quarters on whose last day the company was in the cohort, of those that are over today; the earliest first.</summary>
    /// <param name="until">Its last day in the cohort, or that of the cohort.</param>
    public static IEnumerable<CalendarQuarter> Owed(DateOnly from, DateOnly until, DateOnly today)
    {
        for (var quarter = CalendarQuarter.Of(from); quarter.LastDay <= until && quarter.LastDay < today; quarter = quarter.Next)
            yield return quarter;
    }

    public static bool IsOverdue(CalendarQuarter quarter, DateOnly today) => today > quarter.LastDay.AddDays(OverdueAfterDays);

    public static bool IsAsked(CalendarQuarter quarter, DateOnly today) => today >= quarter.LastDay.AddDays(AskedAfterDays);

    /// <summary>08:00 local.</summary>
    public static DateTimeOffset AskedAt(CalendarQuarter quarter) => LabTime.AtMinute(quarter.LastDay.AddDays(AskedAfterDays), Morning);

    /// <summary>08:00 local.</summary>
    public static DateTimeOffset ChasedAt(CalendarQuarter quarter) => LabTime.AtMinute(quarter.LastDay.AddDays(OverdueAfterDays), Morning);
}
