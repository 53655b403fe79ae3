using System.ComponentModel.DataAnnotations;
using Incubator.Core.Booking;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>A day that differs, as typed.</summary>
public sealed class DayInput
{
    public DateOnly Date { get; set; }

    public CalendarExceptionKind Kind { get; set; }

    [Required, StringLength(CalendarException.NameMaxLength)]
    public string NameHu { get; set; } = "";

    [Required, StringLength(CalendarException.NameMaxLength)]
    public string NameEn { get; set; } = "";

    [StringLength(CalendarException.LegalBasisMaxLength)]
    public string? LegalBasis { get; set; }

    public DayOfWeek? FollowsDay { get; set; }

    [StringLength(20)]
    public string? Hours { get; set; }

    public AddCalendarException Request(long? siteId, long? resourceId)
    {
        var span = WeekInput.Read(Date.DayOfWeek, Hours) is [var only] ? only : null;
        return new AddCalendarException
        {
            Date = Date,
            Kind = Kind,
            NameHu = NameHu,
            NameEn = NameEn,
            LegalBasis = LegalBasis,
            FollowsDay = FollowsDay,
            OpensAt = span?.OpensAt,
            ClosesAt = span?.ClosesAt,
            SiteId = siteId,
            ResourceId = resourceId,
        };
    }
}
