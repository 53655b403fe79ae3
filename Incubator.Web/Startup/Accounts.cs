using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Incubator.Web.Startup;

/// <summary>Sign-in and what each permission asks for.</summary>
public static class Accounts
{
    public const int LockoutTries = 5;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity<Person, IdentityRole<long>>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = LockoutTries;
                options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
                options.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<IncubatorDb>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.LogoutPath = "/sign-out";
            cookie.AccessDeniedPath = "/access-denied";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Permission.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(Permission.Book, p => p.RequireAssertion(c => IsStaff(c.User) || c.User.HasClaim(x => x.Type == PersonClaims.Company)))
            .AddPolicy(Permission.ManageBooking, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManageResources, p => p.RequireRole(Role.Staff, Role.Administrator))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    internal static bool IsStaff(ClaimsPrincipal user) => user.IsInRole(Role.Staff) || user.IsInRole(Role.Administrator);
}

/// <summary>Adds the companies to the sign-in, for menus; what may be done is read from the database each time.</summary>
public sealed class PersonClaims(
    UserManager<Person> people, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options, IncubatorDb db)
    : UserClaimsPrincipalFactory<Person, IdentityRole<long>>(people, roles, options)
{
    public const string Company = "company";
    public const string FullName = "name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(FullName, user.FullName));
        foreach (var company in await db.CompanyMembers.Where(m => m.PersonId == user.Id).Select(m => m.CompanyId).ToListAsync())
            identity.AddClaim(new Claim(Company, company.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return identity;
    }
}
