using Incubator.Core.Cohorts;
using Incubator.Core.Jobs;
using Incubator.Web.Pages.Notifications.Emails;

namespace Incubator.Web.Startup;

/// <summary>
/// Every recurring job. Each is a sweep over what is due and not yet done: how often it looks is a matter of patience, not of
/// truth. A daily one is due from its local time on until it has succeeded.
/// </summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        Every<DeliverOutbox>(minutes: 1),
        Daily<ChaseUpdates>("06:00"),
    ];

    private static ScheduledJob Every<TJob>(int minutes)
        where TJob : IJob => new(typeof(TJob), minutes, null);

    private static ScheduledJob Daily<TJob>(string at)
        where TJob : IJob => new(typeof(TJob), 10, TimeOnly.ParseExact(at, "HH:mm"));
}

/// <param name="EveryMinutes">How often it is looked after.</param>
/// <param name="DailyAt">Local time from which it is due, once a day; null: at each look.</param>
public sealed record ScheduledJob(Type Type, int EveryMinutes, TimeOnly? DailyAt)
{
    public string Name => Type.Name;
}
