namespace Incubator.Core.Booking;

/// <summary>On which days the lab's staff work. Pure.</summary>
public static class WorkingDays
{
    /// <summary>Monday to Friday, save public holidays, days off and closed days; and Saturdays worked in exchange, or opened by special hours.</summary>
    /// <param name="exception">The lab's own of that day, of no site and no resource; null: an ordinary day.</param>
    public static bool Is(DateOnly day, CalendarException? exception) => exception?.Kind switch
    {
        CalendarExceptionKind.PublicHoliday or CalendarExceptionKind.BridgeDay or CalendarExceptionKind.Closed => false,
        CalendarExceptionKind.WorkingSaturday or CalendarExceptionKind.SpecialHours => true,
        _ => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
    };
}
