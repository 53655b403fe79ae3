using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Notifications;

public static class NotificationsModule
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<OutboxDesk>()
        .AddScoped<ForgetNotices>();
}
