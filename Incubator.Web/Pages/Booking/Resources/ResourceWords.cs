using System.Globalization;
using Incubator.Core.Booking;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>Kinds, grades, weeks and policies in the reader's words.</summary>
public static class ResourceWords
{
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Of(ResourceKind kind, IStringLocalizer text) =>
        kind == ResourceKind.Facility ? text["Demo facility"] : text["Equipment"];

    public static string Of(FoodGrade grade, IStringLocalizer text) => grade switch
    {
        FoodGrade.Food => text["Food grade"],
        FoodGrade.NonFood => text["Not for food"],
        _ => text["Laboratory use only"],
    };

    public static string Of(WhoMayBook who, IStringLocalizer text) => who switch
    {
        WhoMayBook.Companies => text["Every member company may book."],
        WhoMayBook.CompanyManagers => text["Only the companies' managers may book."],
        _ => text["Booked by the lab's staff only."],
    };

    public static string Of(CalendarExceptionKind kind, IStringLocalizer text) => kind switch
    {
        CalendarExceptionKind.PublicHoliday => text["Public holiday"],
        CalendarExceptionKind.BridgeDay => text["Bridge day"],
        CalendarExceptionKind.WorkingSaturday => text["Working Saturday"],
        CalendarExceptionKind.Closed => text["Closed day"],
        _ => text["Special opening times"],
    };

    public static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    public static string Span(int opensAt, int closesAt) => $"{Clock(opensAt)}–{Clock(closesAt)}";

    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    /// <summary>The policy as sentences; quotas level by level.</summary>
    public static IReadOnlyList<string> Of(EffectivePolicy policy, IStringLocalizer text)
    {
        var sentences = new List<string>
        {
            Of(policy.WhoMayBook, text),
            text["Length: {0} to {1}, in steps of {2}.", LabFormat.Minutes(policy.MinMinutes), LabFormat.Minutes(policy.MaxMinutes),
                LabFormat.Minutes(policy.GranularityMinutes)],
            policy.MinNoticeMinutes > 0
                ? text["Book at least {0} ahead, at most {1} days ahead.", LabFormat.Minutes(policy.MinNoticeMinutes), policy.HorizonDays]
                : text["Book at any time, at most {0} days ahead.", policy.HorizonDays],
            text["Cancelling is free until {0} before the start.", LabFormat.Minutes(policy.FreeCancelMinutes)],
            policy.NightUse ? text["May run through the night."] : text["May not run through the night."],
            policy.WeekendUse ? text["May run through closed days."] : text["May not run through closed days."],
        };
        foreach (var level in policy.Quotas) sentences.AddRange(Quotas(level, text));
        return sentences;
    }

    private static IEnumerable<string> Quotas(BookingPolicy level, IStringLocalizer text)
    {
        string scope = level.ResourceId is not null ? text["of this resource"] : level.CategoryId is not null ? text["of this category"] : text["of the whole lab"];
        if (level.CompanyMinutesPerWeek is { } cw) yield return text["A company: at most {0} a week {1}.", LabFormat.Minutes(cw), scope];
        if (level.CompanyMinutesPerMonth is { } cm) yield return text["A company: at most {0} a month {1}.", LabFormat.Minutes(cm), scope];
        if (level.CompanyFutureReservations is { } cf) yield return text["A company: at most {0} coming reservations {1}.", cf, scope];
        if (level.PersonMinutesPerWeek is { } pw) yield return text["A person: at most {0} a week {1}.", LabFormat.Minutes(pw), scope];
        if (level.PersonMinutesPerMonth is { } pm) yield return text["A person: at most {0} a month {1}.", LabFormat.Minutes(pm), scope];
        if (level.PersonFutureReservations is { } pf) yield return text["A person: at most {0} coming reservations {1}.", pf, scope];
    }
}
