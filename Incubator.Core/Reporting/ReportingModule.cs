using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Reporting;

public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<OnboardingTasks>()
        .AddScoped<StaffDay>()
        .AddScoped<StaffDigest>()
        .AddScoped<CompanyDigest>();
}
