using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Cohorts;

public static class CohortsModule
{
    public static IServiceCollection AddCohorts(this IServiceCollection services) => services
        .AddScoped<CallDesk>()
        .AddScoped<CallFormDesk>()
        .AddScoped<ApplicationReader>()
        .AddScoped<ApplicationDesk>()
        .AddScoped<DuplicateDesk>()
        .AddScoped<IPersonalData, ApplicantsPersonalData>()
        .AddScoped<CohortDesk>()
        .AddScoped<CohortBoard>()
        .AddScoped<MilestoneDesk>()
        .AddScoped<MentorDesk>()
        .AddScoped<MentorFeeds>()
        .AddScoped<ICalendarOwner, MentorBusyTimes>()
        .AddScoped<UpdateDesk>()
        .AddScoped<ChaseUpdates>()
        .AddScoped<RemindOfMilestones>()
        .AddScoped<RemindOfCalls>()
        .AddScoped<ForgetApplications>()
        .AddScoped<IPersonalData, CohortsPersonalData>();
}
