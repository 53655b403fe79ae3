using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Companies;

public static class CompaniesModule
{
    public static IServiceCollection AddCompanies(this IServiceCollection services) => services
        .AddScoped<CompanyRegister>()
        .AddScoped<SizeDesk>()
        .AddScoped<GoalDesk>()
        .AddScoped<CompanyFileDesk>()
        .AddScoped<CompanyImport>()
        .AddScoped<CompanyExport>();
}
