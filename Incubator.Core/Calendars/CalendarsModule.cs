using Incubator.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Calendars;

public static class CalendarsModule
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton(_ => new CalendarFetcher(CalendarFetcher.SafeHandler()))
        .AddScoped<CalendarReadings>()
        .AddScoped<ReadExternalCalendars>()
        .AddScoped<IPersonalData, CalendarsPersonalData>();
}
