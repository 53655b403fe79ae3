namespace Incubator.Core.Booking;

/// <summary>What counts for one resource on one day of use, after inheritance. A null quota is no quota.</summary>
public sealed record EffectivePolicy
{
    public int MinMinutes { get; init; } = 30;
    public int MaxMinutes { get; init; } = 12 * 60;
    public int GranularityMinutes { get; init; } = 15;
    public int MinNoticeMinutes { get; init; } = 60;
    public int HorizonDays { get; init; } = 90;
    public int FreeCancelMinutes { get; init; } = 24 * 60;
    public int? CompanyMinutesPerWeek { get; init; }
    public int? CompanyMinutesPerMonth { get; init; }
    public int? CompanyFutureReservations { get; init; }
    public int? PersonMinutesPerWeek { get; init; }
    public int? PersonMinutesPerMonth { get; init; }
    public int? PersonFutureReservations { get; init; }
    public bool WeekendUse { get; init; }
    public bool NightUse { get; init; }
    public WhoMayBook WhoMayBook { get; init; } = WhoMayBook.Companies;

    /// <summary>What counts where nobody has said anything.</summary>
    public static readonly EffectivePolicy Default = new();

    public bool HasQuota =>
        CompanyMinutesPerWeek is not null || CompanyMinutesPerMonth is not null || CompanyFutureReservations is not null ||
        PersonMinutesPerWeek is not null || PersonMinutesPerMonth is not null || PersonFutureReservations is not null;

    /// <summary>Resolves lab → category → resource for a local day of use.</summary>
    public static EffectivePolicy Of(Resource resource, IEnumerable<BookingPolicy> policies, DateOnly day) =>
        Of(resource.Id, resource.CategoryId, policies, day);

    public static EffectivePolicy Of(long resourceId, long categoryId, IEnumerable<BookingPolicy> policies, DateOnly day)
    {
        BookingPolicy? lab = null, category = null, own = null;
        foreach (var policy in policies)
        {
            if (policy.ValidFrom > day) continue;
            if (policy.ResourceId is { } r)
            {
                if (r == resourceId && (own is null || policy.ValidFrom > own.ValidFrom)) own = policy;
            }
            else if (policy.CategoryId is { } c)
            {
                if (c == categoryId && (category is null || policy.ValidFrom > category.ValidFrom)) category = policy;
            }
            else if (lab is null || policy.ValidFrom > lab.ValidFrom)
            {
                lab = policy;
            }
        }

        return Default.Under(lab).Under(category).Under(own);
    }

    private EffectivePolicy Under(BookingPolicy? level) => level is null ? this : new()
    {
        MinMinutes = level.MinMinutes ?? MinMinutes,
        MaxMinutes = level.MaxMinutes ?? MaxMinutes,
        GranularityMinutes = level.GranularityMinutes ?? GranularityMinutes,
        MinNoticeMinutes = level.MinNoticeMinutes ?? MinNoticeMinutes,
        HorizonDays = level.HorizonDays ?? HorizonDays,
        FreeCancelMinutes = level.FreeCancelMinutes ?? FreeCancelMinutes,
        CompanyMinutesPerWeek = level.CompanyMinutesPerWeek ?? CompanyMinutesPerWeek,
        CompanyMinutesPerMonth = level.CompanyMinutesPerMonth ?? CompanyMinutesPerMonth,
        CompanyFutureReservations = level.CompanyFutureReservations ?? CompanyFutureReservations,
        PersonMinutesPerWeek = level.PersonMinutesPerWeek ?? PersonMinutesPerWeek,
        PersonMinutesPerMonth = level.PersonMinutesPerMonth ?? PersonMinutesPerMonth,
        PersonFutureReservations = level.PersonFutureReservations ?? PersonFutureReservations,
        WeekendUse = level.WeekendUse ?? WeekendUse,
        NightUse = level.NightUse ?? NightUse,
        WhoMayBook = level.WhoMayBook ?? WhoMayBook,
    };
}
