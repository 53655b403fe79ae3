using Incubator.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Camps;

/// <summary>What happens at the camp: attendance, jury, certificates.</summary>
internal static class JuryModule
{
    public static IServiceCollection AddJury(this IServiceCollection services) => services
        .AddScoped<JuryReader>()
        .AddScoped<JuryDesk>()
        .AddScoped<JuryChair>()
        .AddScoped<JuryCriteriaDesk>()
        .AddScoped<AttendanceReader>()
        .AddScoped<CheckInDesk>()
        .AddScoped<MessageDesk>()
        .AddScoped<TodayReader>()
        .AddScoped<CertificateDesk>()
        .AddScoped<IPersonalData, AtCampPersonalData>();
}
