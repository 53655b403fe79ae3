namespace Incubator.Core.Booking;

/// <summary>What counts for one resource on one day of use, after inheritance.</summary>
public sealed record EffectivePolicy
{
    public int MinMinutes { get; init; } = 30;
    public int MaxMinutes { get; init; } = 12 * 60;
    public int GranularityMinutes { get; init; } = 15;
    public int MinNoticeMinutes { get; init; } = 60;
    public int HorizonDays { get; init; } = 90;
    public int FreeCancelMinutes { get; init; } = 24 * 60;
    public bool WeekendUse { get; init; }
    public bool NightUse { get; init; }
    public WhoMayBook WhoMayBook { get; init; } = WhoMayBook.Companies;

    /// <summary>What counts where nobody has said anything.</summary>
    public static readonly EffectivePolicy Default = new();

    /// <summary>
    /// The levels whose quotas count: quotas do not replace each other, each counts over its own scope
    /// (the lab's over all resources, a category's over its resources, a resource's over itself).
    /// </summary>
    public IReadOnlyList<BookingPolicy> Quotas { get; init; } = [];

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

        return Default.Under(lab).Under(category).Under(own) with
        {
            Quotas = [.. new[] { lab, category, own }.OfType<BookingPolicy>().Where(p => p.HasQuota)],
        };
    }

    private EffectivePolicy Under(BookingPolicy? level) => level is null ? this : new()
    {
        MinMinutes = level.MinMinutes ?? MinMinutes,
        MaxMinutes = level.MaxMinutes ?? MaxMinutes,
        GranularityMinutes = level.GranularityMinutes ?? GranularityMinutes,
        MinNoticeMinutes = level.MinNoticeMinutes ?? MinNoticeMinutes,
        HorizonDays = level.HorizonDays ?? HorizonDays,
        FreeCancelMinutes = level.FreeCancelMinutes ?? FreeCancelMinutes,
        WeekendUse = level.WeekendUse ?? WeekendUse,
        NightUse = level.NightUse ?? NightUse,
        WhoMayBook = level.WhoMayBook ?? WhoMayBook,
    };
}
