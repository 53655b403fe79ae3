using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Jobs;

public static class JobsModule
{
    public static IServiceCollection AddJobBook(this IServiceCollection services) => services.AddScoped<JobBook>();
}
