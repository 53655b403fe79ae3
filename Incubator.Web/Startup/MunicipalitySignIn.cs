using Incubator.Web.Pages.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Incubator.Web.Startup;

/// <summary>
/// The municipality's people may come in by its own sign-in (OpenID Connect), where <c>Authentication:Municipality</c> names
/// Authority, ClientId and ClientSecret; otherwise there is no such door. Its redirect address is <see cref="CallbackPath"/>.
/// </summary>
public static class MunicipalitySignIn
{
    public const string Scheme = "Municipality";
    public const string CallbackPath = "/sign-in/municipality/callback";

    public static bool IsOn(IConfiguration configuration) =>
        Section(configuration) is var section && new[] { "Authority", "ClientId", "ClientSecret" }.All(key => section[key] is { Length: > 0 });

    public static void AddMunicipalitySignIn(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) return;
        var section = Section(builder.Configuration);
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = section["Authority"];
            options.ClientId = section["ClientId"];
            options.ClientSecret = section["ClientSecret"];
            options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.CallbackPath = CallbackPath;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By address, not by a posted form: the cookies of the way there are Lax.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.MapInboundClaims = false;
            options.Scope.Add("email");
            options.Events.OnRemoteFailure = failure =>
            {
                failure.HandleResponse();
                failure.Response.Redirect(AccountLinks.MunicipalityRefused);
                return Task.CompletedTask;
            };
        });
    }

    private static IConfigurationSection Section(IConfiguration configuration) => configuration.GetSection("Authentication:Municipality");
}
