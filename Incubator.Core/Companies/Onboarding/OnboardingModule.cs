using Incubator.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Companies;

public static class OnboardingModule
{
    public static IServiceCollection AddOnboarding(this IServiceCollection services) => services
        .AddScoped<OnboardingDesk>()
        .AddScoped<OnboardingReader>()
        .AddScoped<StepDesk>()
        .AddScoped<RemindOfSteps>()
        .AddScoped<IPersonalData, OnboardingPersonalData>();
}
