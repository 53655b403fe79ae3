using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Booking;

public static class BookingModule
{
    public static IServiceCollection AddBooking(this IServiceCollection services) => services
        .AddCalendars()
        .AddScoped<BookingDesk>()
        .AddScoped<UseDesk>()
        .AddScoped<MaintenanceDesk>()
        .AddScoped<ReservationImport>()
        .AddScoped<FreeTimes>()
        .AddScoped<InvariantCheck>()
        .AddScoped<ResourceRegister>()
        .AddScoped<ResourceImport>()
        .AddScoped<ResourceExport>()
        .AddScoped<OpeningTimes>()
        .AddScoped<PolicyDesk>()
        .AddScoped<WallCalendar>()
        .AddScoped<AffectedByOnboarding>()
        .AddScoped<NoShowWatch>()
        .AddScoped<RemindBeforeReservation>()
        .AddScoped<MarkNoShows>()
        .AddScoped<CloseForgottenUse>()
        .AddScoped<CheckInvariants>()
        .AddScoped<FeedDesk>()
        .AddScoped<BookingFeeds>()
        .AddScoped<ICalendarOwner, ResourceBusyTimes>()
        .AddScoped<IPersonalData, BookingPersonalData>();
}
