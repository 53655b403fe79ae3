using System.ComponentModel.DataAnnotations;
using Incubator.Core.Booking;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>The terms of one level, as typed; empty inherits. Quotas in hours.</summary>
public sealed class PolicyInput
{
    private const double MaxHours = PolicyTerms.MaxQuotaMinutes / 60;

    [Required]
    public DateOnly? ValidFrom { get; set; }

    public int? MinMinutes { get; set; }
    public int? MaxMinutes { get; set; }
    public int? GranularityMinutes { get; set; }
    public int? MinNoticeMinutes { get; set; }
    public int? HorizonDays { get; set; }
    public int? FreeCancelMinutes { get; set; }

    [Range(0, MaxHours)]
    public decimal? CompanyMinutesPerWeek { get; set; }

    [Range(0, MaxHours)]
    public decimal? CompanyMinutesPerMonth { get; set; }

    public int? CompanyFutureReservations { get; set; }

    [Range(0, MaxHours)]
    public decimal? PersonMinutesPerWeek { get; set; }

    [Range(0, MaxHours)]
    public decimal? PersonMinutesPerMonth { get; set; }

    public int? PersonFutureReservations { get; set; }
    public bool? WeekendUse { get; set; }
    public bool? NightUse { get; set; }
    public WhoMayBook? WhoMayBook { get; set; }

    /// <summary>Of the row being changed; none for a new one.</summary>
    public Guid? Version { get; set; }

    public PolicyTerms Terms => new()
    {
        MinMinutes = MinMinutes,
        MaxMinutes = MaxMinutes,
        GranularityMinutes = GranularityMinutes,
        MinNoticeMinutes = MinNoticeMinutes,
        HorizonDays = HorizonDays,
        FreeCancelMinutes = FreeCancelMinutes,
        CompanyMinutesPerWeek = Minutes(CompanyMinutesPerWeek),
        CompanyMinutesPerMonth = Minutes(CompanyMinutesPerMonth),
        CompanyFutureReservations = CompanyFutureReservations,
        PersonMinutesPerWeek = Minutes(PersonMinutesPerWeek),
        PersonMinutesPerMonth = Minutes(PersonMinutesPerMonth),
        PersonFutureReservations = PersonFutureReservations,
        WeekendUse = WeekendUse,
        NightUse = NightUse,
        WhoMayBook = WhoMayBook,
    };

    public static PolicyInput Of(BookingPolicy policy) => new()
    {
        ValidFrom = policy.ValidFrom,
        MinMinutes = policy.MinMinutes,
        MaxMinutes = policy.MaxMinutes,
        GranularityMinutes = policy.GranularityMinutes,
        MinNoticeMinutes = policy.MinNoticeMinutes,
        HorizonDays = policy.HorizonDays,
        FreeCancelMinutes = policy.FreeCancelMinutes,
        CompanyMinutesPerWeek = Hours(policy.CompanyMinutesPerWeek),
        CompanyMinutesPerMonth = Hours(policy.CompanyMinutesPerMonth),
        CompanyFutureReservations = policy.CompanyFutureReservations,
        PersonMinutesPerWeek = Hours(policy.PersonMinutesPerWeek),
        PersonMinutesPerMonth = Hours(policy.PersonMinutesPerMonth),
        PersonFutureReservations = policy.PersonFutureReservations,
        WeekendUse = policy.WeekendUse,
        NightUse = policy.NightUse,
        WhoMayBook = policy.WhoMayBook,
        Version = policy.Version,
    };

    private static int? Minutes(decimal? hours) => hours is { } h ? (int)Math.Round(h * 60) : null;

    private static decimal? Hours(int? minutes) => minutes is { } m ? Math.Round(m / 60m, 2) : null;
}
