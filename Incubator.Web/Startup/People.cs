using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Incubator.Web.Startup;

/// <summary>Who signs in, how, and what each permission asks.</summary>
public static class People
{
    public const int PasswordMinLength = 12;

    // Hashing takes time by design; nobody needs a longer one.
    public const int PasswordMaxLength = 128;

    public static bool IsStaff(ClaimsPrincipal user) => user.IsInRole(Role.Staff) || user.IsInRole(Role.Administrator);

    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("incubator").PersistKeysToDbContext<IncubatorDb>();
        services.AddIdentity<Person, IdentityRole<long>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name is the address, and addresses may hold any letter.
                options.User.AllowedUserNameCharacters = "";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Password.RequiredLength = PasswordMinLength;
                options.Password.RequiredUniqueChars = 5;
                // Length protects; forced digits and signs only make people write passwords down.
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<IncubatorDb>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(3));
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            // As long may a session outlive a lock, a role taken or "sign out everywhere"; the pages say so.
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = refreshing =>
            {
                // How the session began stays true.
                foreach (var method in refreshing.CurrentPrincipal?.FindAll(SecondFactors.Method) ?? [])
                    if (!refreshing.NewPrincipal!.HasClaim(method.Type, method.Value))
                        refreshing.NewPrincipal.Identities.First().AddClaim(new Claim(method.Type, method.Value));
                return Task.CompletedTask;
            };
        });
        // A passkey stands for two factors: the device, and the finger, face or PIN that unlocks it.
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.AddScoped<SecondFactors>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.LogoutPath = "/sign-out";
            cookie.AccessDeniedPath = "/access-denied";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Cookie.Name = "incubator";
        });

        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, MayBookHandler>();
        services.AddScoped<IAuthorizationHandler, ManagesOwnPeopleHandler>();
        services.AddScoped<IAuthorizationHandler, BelongsToACompanyHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Permission.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(Permission.Book, p => p.RequireAuthenticatedUser().AddRequirements(new MayBook()))
            .AddPolicy(Permission.OwnCompany, p => p.RequireAuthenticatedUser().AddRequirements(new BelongsToACompany()))
            .AddPolicy(Permission.ManageOwnPeople, p => p.RequireAuthenticatedUser().AddRequirements(new ManagesOwnPeople()))
            .AddPolicy(Permission.ManageBooking, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManageResources, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManageCompanies, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManageCohorts, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManageCamps, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ReadReports, p => p.RequireRole(Role.Municipality, Role.Staff, Role.Administrator))
            .AddPolicy(Permission.InvitePeople, p => p.RequireRole(Role.Staff, Role.Administrator))
            .AddPolicy(Permission.Review, p => p.RequireRole(Role.Reviewer, Role.Staff, Role.Administrator))
            .AddPolicy(Permission.Mentor, p => p.RequireRole(Role.Mentor, Role.Staff, Role.Administrator))
            .AddPolicy(Permission.ManagePeople, p => p.RequireRole(Role.Administrator))
            // A page that forgets to say who may see it is shut, not open.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
