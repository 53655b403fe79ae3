using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;

namespace Incubator.Web.Startup;

/// <summary>What the browser may do, how often, and what it never sees.</summary>
public static class Security
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; " +
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var https = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.ConfigureApplicationCookie(cookie => Harden(cookie.Cookie, https));
        services.AddAntiforgery(options => Harden(options.Cookie, https));
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options => Harden(options.Cookie, https));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionFor);
        });
        if (!builder.Environment.IsDevelopment()) builder.Logging.AddJsonConsole(o => o.IncludeScopes = true);
        return builder;
    }

    public static void UseSecurity(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() is false) app.UseHsts();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
    }

    private static void Harden(CookieBuilder cookie, CookieSecurePolicy https)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = https;
    }

    // Posts only: reading is never limited. Sign-in by address, everything else by person where there is one.
    private static RateLimitPartition<string> PartitionFor(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("reads");
        var limits = context.RequestServices.GetRequiredService<IConfiguration>().GetSection("RateLimits");
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "-";
        return context.Request.Path.StartsWithSegments("/sign-in")
            ? Window($"sign-in {address}", limits.GetValue("SignInPerMinute", 10))
            : Window($"post {context.User.Identity?.Name ?? address}", limits.GetValue("PostsPerMinute", 120));
    }

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
