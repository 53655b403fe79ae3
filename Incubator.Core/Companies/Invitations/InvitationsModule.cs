using Incubator.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Companies;

public static class InvitationsModule
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddScoped<InvitationDesk>()
        .AddScoped<WelcomeDesk>()
        .AddScoped<ForgetInvitations>()
        .AddScoped<CompanyPeople>()
        .AddScoped<IPersonalData, CompaniesPersonalData>();
}
