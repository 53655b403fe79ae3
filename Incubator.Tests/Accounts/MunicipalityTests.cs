using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Incubator.Core.Accounts;
using Incubator.Tests.Host;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Incubator.Tests.Accounts;

public class MunicipalityTests : IAsyncLifetime
{
    private readonly FakeIssuer issuer = new();
    private LabHost host = null!;
    private IncubatorApp app = null!;

    public async ValueTask InitializeAsync()
    {
        await issuer.StartAsync();
        host = LabHost.With(settings:
        [
            ("Authentication:Municipality:Authority", issuer.Address), ("Authentication:Municipality:ClientId", FakeIssuer.ClientId),
            ("Authentication:Municipality:ClientSecret", "secret"),
        ]);
        app = IncubatorApp.StartOn(host);
        // The cookies of the way there and back live by the browser's clock.
        app.Time.SetUtcNow(DateTimeOffset.UtcNow);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        app.Dispose();
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_NotConfigured_IsNowhere()
    {
        using var plain = IncubatorApp.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await plain.Visitor().GetPageAsync("/sign-in/municipality")).Status);
        Assert.False((await plain.Visitor().GetPageAsync("/sign-in")).Has("a[href^='/sign-in/municipality']"));
        Assert.False(MunicipalitySignIn.IsOn(new Microsoft.Extensions.Configuration.ConfigurationManager()));
    }

    [Fact]
    public async Task SignIn_InvitedPersonOfTheMunicipality_ComesInAndIsKnownByTheirNumber()
    {
        var person = await app.Given.MunicipalityAsync();
        var page = await VisitAsync("42", person.Email!.ToUpperInvariant(), verified: true);
        Assert.Equal("/change-password", page.Url);
        Assert.Equal("Tóth Erzsébet", page.Text(".topbar .menu summary"));
        page = await VisitAsync("42", person.Email!, verified: true);
        Assert.Equal("/change-password", page.Url);
        // The same address, but someone else over there.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await VisitAsync("43", person.Email!, verified: true)).Status);
        await using var db = app.OpenDb();
        Assert.Equal("42", (await db.UserLogins.SingleAsync()).ProviderKey);
        Assert.Equal(2, await db.History.CountAsync(h => h.Act == SecurityActs.SignedIn));
    }

    [Fact]
    public async Task SignIn_NotInvitedNotOfTheMunicipalityNotVerifiedOrLocked_IsRefusedAndMakesNoAccount()
    {
        var person = await app.Given.MunicipalityAsync();
        var staff = await app.Given.StaffAsync();
        await RefusedAsync("1", "nobody@example.com", verified: true);
        await RefusedAsync("2", staff.Email!, verified: true);
        await RefusedAsync("3", person.Email!, verified: false);
        await using (var db = app.OpenDb())
        {
            (await db.Users.SingleAsync(p => p.Id == person.Id)).Lock();
            await db.SaveChangesAsync();
        }

        await RefusedAsync("4", person.Email!, verified: true);
        await using var after = app.OpenDb();
        Assert.Equal(2, await after.Users.CountAsync());
    }

    [Fact]
    public async Task SignIn_RefusedOverThere_SaysSo()
    {
        issuer.Denies = true;
        var page = await VisitAsync("1", "a@example.com", verified: true);
        Assert.Equal("The municipality's sign-in did not open an account here.", page.Text("main .lead"));
    }

    private async Task RefusedAsync(string subject, string mail, bool verified)
    {
        var page = await VisitAsync(subject, mail, verified);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("The municipality's sign-in did not open an account here.", page.Text("main .lead"));
    }

    private async Task<TestPage> VisitAsync(string subject, string mail, bool verified)
    {
        issuer.Says = [new Claim("sub", subject), new Claim("email", mail), new Claim("email_verified", verified ? "true" : "false", ClaimValueTypes.Boolean)];
        var client = app.Visitor("en", https: true);
        var page = await client.GetPageAsync("/sign-in?returnUrl=/change-password");
        var there = await client.GetAsync(page.One("a[href^='/sign-in/municipality']").GetAttribute("href")!);
        Assert.StartsWith(issuer.Address + "/authorize?", there.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var back = await browser.GetAsync(there.Headers.Location);
        Assert.StartsWith(MunicipalitySignIn.CallbackPath, back.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        return await client.GetPageAsync(back.Headers.Location.PathAndQuery);
    }

    /// <summary>The least an OpenID provider must do; it believes whatever the test says.</summary>
    private sealed class FakeIssuer : IAsyncDisposable
    {
        public const string ClientId = "lab";
        private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
        private WebApplication? server;
        private string? nonce;

        public string Address { get; private set; } = "";

        public Claim[] Says { get; set; } = [];

        public bool Denies { get; set; }

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            server = builder.Build();
            server.MapGet("/.well-known/openid-configuration", () => Results.Json(new
            {
                issuer = Address,
                authorization_endpoint = $"{Address}/authorize",
                token_endpoint = $"{Address}/token",
                jwks_uri = $"{Address}/keys",
                response_types_supported = new[] { "code" },
                subject_types_supported = new[] { "public" },
                id_token_signing_alg_values_supported = new[] { "RS256" },
            }));
            server.MapGet("/keys", () =>
            {
                var open = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
                return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = open.Kid, n = open.N, e = open.E } } });
            });
            server.MapGet("/authorize", (HttpRequest request) =>
            {
                nonce = request.Query["nonce"];
                var how = Denies ? "error=access_denied" : "code=one";
                return Results.Redirect($"{request.Query["redirect_uri"]}?{how}&state={Uri.EscapeDataString(request.Query["state"]!)}");
            });
            server.MapPost("/token", () => Results.Json(new
            {
                access_token = "unused",
                token_type = "Bearer",
                id_token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
                {
                    Issuer = Address,
                    Audience = ClientId,
                    Subject = new ClaimsIdentity([.. Says, new Claim("nonce", nonce!)]),
                    Expires = DateTime.UtcNow.AddMinutes(5),
                    SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
                }),
            }));
            await server.StartAsync();
            Address = server.Urls.First();
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null) await server.DisposeAsync();
        }
    }
}
