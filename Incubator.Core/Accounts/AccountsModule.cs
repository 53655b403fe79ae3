using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Accounts;

public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddScoped<PeopleDesk>()
        .AddScoped<PersonalDataDesk>()
        .AddScoped<ForgetSecurityEvents>()
        .AddScoped<IPersonalData, AccountsPersonalData>();
}
