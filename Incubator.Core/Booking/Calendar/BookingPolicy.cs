using Incubator.Core.Common;

namespace Incubator.Core.Booking;

public enum WhoMayBook
{
    /// <summary>People of any active company, and staff.</summary>
    Companies = 0,

    /// <summary>Only the companies' managers, and staff.</summary>
    CompanyManagers = 1,

    StaffOnly = 2,
}

/// <summary>
/// One dated level of booking policy: lab-wide, of a category, or of a resource. An unset value is inherited from the level
/// above, in the end from <see cref="EffectivePolicy.Default"/>. At each level the newest row not later than the day of use counts.
/// </summary>
public sealed class BookingPolicy
{
    private BookingPolicy() { }

    public long Id { get; private set; }

    public long? CategoryId { get; private set; }

    public long? ResourceId { get; private set; }

    /// <summary>First local day on which it counts.</summary>
    public DateOnly ValidFrom { get; private set; }

    public int? MinMinutes { get; private set; }

    public int? MaxMinutes { get; private set; }

    /// <summary>Reservations last a multiple of this; itself a multiple of 15.</summary>
    public int? GranularityMinutes { get; private set; }

    /// <summary>Elapsed time between booking and start.</summary>
    public int? MinNoticeMinutes { get; private set; }

    /// <summary>Calendar days ahead (local) that may be booked; counted on the start.</summary>
    public int? HorizonDays { get; private set; }

    /// <summary>Elapsed minutes before the start until which cancelling is free.</summary>
    public int? FreeCancelMinutes { get; private set; }

    public int? CompanyMinutesPerWeek { get; private set; }

    public int? CompanyMinutesPerMonth { get; private set; }

    public int? CompanyFutureReservations { get; private set; }

    public int? PersonMinutesPerWeek { get; private set; }

    public int? PersonMinutesPerMonth { get; private set; }

    public int? PersonFutureReservations { get; private set; }

    /// <summary>May run through days on which the lab is closed.</summary>
    public bool? WeekendUse { get; private set; }

    /// <summary>May run through the closed hours between two open days.</summary>
    public bool? NightUse { get; private set; }

    public WhoMayBook? WhoMayBook { get; private set; }

    public Guid Version { get; private set; }

    public bool HasQuota =>
        CompanyMinutesPerWeek is not null || CompanyMinutesPerMonth is not null || CompanyFutureReservations is not null ||
        PersonMinutesPerWeek is not null || PersonMinutesPerMonth is not null || PersonFutureReservations is not null;

    /// <summary>Whether what the resource is used for counts in this level's quotas.</summary>
    public bool Covers(long resourceId, long categoryId) =>
        ResourceId is { } own ? own == resourceId : CategoryId is not { } category || category == categoryId;

    public static BookingPolicy Create(DateOnly validFrom, PolicyTerms terms, long? categoryId = null, long? resourceId = null)
    {
        var policy = new BookingPolicy { ValidFrom = validFrom, CategoryId = categoryId, ResourceId = resourceId };
        policy.Set(terms);
        return policy;
    }

    public void Set(PolicyTerms terms)
    {
        MinMinutes = terms.MinMinutes;
        MaxMinutes = terms.MaxMinutes;
        GranularityMinutes = terms.GranularityMinutes;
        MinNoticeMinutes = terms.MinNoticeMinutes;
        HorizonDays = terms.HorizonDays;
        FreeCancelMinutes = terms.FreeCancelMinutes;
        CompanyMinutesPerWeek = terms.CompanyMinutesPerWeek;
        CompanyMinutesPerMonth = terms.CompanyMinutesPerMonth;
        CompanyFutureReservations = terms.CompanyFutureReservations;
        PersonMinutesPerWeek = terms.PersonMinutesPerWeek;
        PersonMinutesPerMonth = terms.PersonMinutesPerMonth;
        PersonFutureReservations = terms.PersonFutureReservations;
        WeekendUse = terms.WeekendUse;
        NightUse = terms.NightUse;
        WhoMayBook = terms.WhoMayBook;
    }
}

/// <summary>The values of one policy level; null inherits. Lengths in minutes, horizon in local calendar days.</summary>
public sealed record PolicyTerms
{
    public int? MinMinutes { get; init; }
    public int? MaxMinutes { get; init; }
    public int? GranularityMinutes { get; init; }
    public int? MinNoticeMinutes { get; init; }
    public int? HorizonDays { get; init; }
    public int? FreeCancelMinutes { get; init; }
    public int? CompanyMinutesPerWeek { get; init; }
    public int? CompanyMinutesPerMonth { get; init; }
    public int? CompanyFutureReservations { get; init; }
    public int? PersonMinutesPerWeek { get; init; }
    public int? PersonMinutesPerMonth { get; init; }
    public int? PersonFutureReservations { get; init; }
    public bool? WeekendUse { get; init; }
    public bool? NightUse { get; init; }
    public WhoMayBook? WhoMayBook { get; init; }

    /// <summary>Ninety days in minutes: the farthest notice and free-cancellation deadline that make sense.</summary>
    public const int MaxNoticeMinutes = 90 * 24 * 60;

    public const int MaxHorizonDays = 730;
    public const int MaxQuotaMinutes = 1_000_000;
    public const int MaxFutureReservations = 1_000;

    private static readonly int MaxLength = (int)Reservation.MaxLength.TotalMinutes;

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        foreach (var (value, min, max, field) in new (int? Value, int Min, int Max, string Field)[]
        {
            (MinMinutes, QuarterHour.Minutes, MaxLength, nameof(MinMinutes)),
            (MaxMinutes, QuarterHour.Minutes, MaxLength, nameof(MaxMinutes)),
            (GranularityMinutes, QuarterHour.Minutes, 24 * 60, nameof(GranularityMinutes)),
            (MinNoticeMinutes, 0, MaxNoticeMinutes, nameof(MinNoticeMinutes)),
            (HorizonDays, 0, MaxHorizonDays, nameof(HorizonDays)),
            (FreeCancelMinutes, 0, MaxNoticeMinutes, nameof(FreeCancelMinutes)),
            (CompanyMinutesPerWeek, 0, MaxQuotaMinutes, nameof(CompanyMinutesPerWeek)),
            (CompanyMinutesPerMonth, 0, MaxQuotaMinutes, nameof(CompanyMinutesPerMonth)),
            (CompanyFutureReservations, 0, MaxFutureReservations, nameof(CompanyFutureReservations)),
            (PersonMinutesPerWeek, 0, MaxQuotaMinutes, nameof(PersonMinutesPerWeek)),
            (PersonMinutesPerMonth, 0, MaxQuotaMinutes, nameof(PersonMinutesPerMonth)),
            (PersonFutureReservations, 0, MaxFutureReservations, nameof(PersonFutureReservations)),
        })
        {
            if (value < min || value > max) yield return new Refusal("OutOfRange", field).With("min", min).With("max", max);
        }

        foreach (var (value, field) in new[]
        {
            (MinMinutes, nameof(MinMinutes)), (MaxMinutes, nameof(MaxMinutes)), (GranularityMinutes, nameof(GranularityMinutes)),
        })
        {
            if (value > 0 && value % QuarterHour.Minutes != 0) yield return new Refusal("NotQuarterHours", field);
        }

        if (MinMinutes > MaxMinutes)
            yield return new Refusal("MinimumAboveMaximum", nameof(MinMinutes)).With("min", MinMinutes).With("max", MaxMinutes);
        if (WhoMayBook is { } who && !Enum.IsDefined(who)) yield return new Refusal("NotKnown", nameof(WhoMayBook));
    }
}
