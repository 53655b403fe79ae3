using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Incubator.Web.Pages.Booking;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using JuryLinks = Incubator.Web.Pages.Camps.Jury.JuryLinks;

namespace Incubator.Web.Startup;

/// <summary>Cookies, headers and limits.</summary>
public static class Security
{
    /// <summary>Bytes; above the largest attachment with its form.</summary>
    public const long MaxRequestBytes = 30L * 1024 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; " +
        "base-uri 'self'; form-action 'self'; object-src 'none'";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MaxRequestBytes);
        services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.Secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookies.HttpOnly = HttpOnlyPolicy.Always;
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
        services.AddExceptionHandler<DatabaseOutage>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PerMinute("SignInsPerMinute", 10, IsSignIn, AddressOf), PerMinute("PostsPerMinute", 120, IsPost, PersonOrAddressOf),
                PerMinute("FeedsPerMinute", 120, IsFeed, AddressOf));
            limiter.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    public static void UseHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Asked now: a part of the site that is mapped apart shortens the path.
        var isHangfire = context.Request.Path.StartsWithSegments(Jobs.DashboardPath);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // Hangfire's own pages, for administrators, style their elements in place; scripts are held to the policy there too.
            headers.ContentSecurityPolicy = isHangfire
                ? ContentSecurityPolicy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
                : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>What an open page asks by itself sets no cookie: it is no sign that someone is there, and does not keep them signed in.</summary>
    public static void UseQuietLooks(this WebApplication app) => app.Use((context, next) =>
    {
        // Registered before the sign-in's own word, and so heard after it.
        if (context.Request.Path == StampModel.Path || JuryLinks.IsStamp(context.Request.Path) || context.Request.Headers.ContainsKey(LivePart.Header))
            context.Response.OnStarting(() => Task.FromResult(context.Response.Headers.Remove("Set-Cookie")));
        return next(context);
    });

    /// <summary>
    /// Says "too large" instead of cutting the line: what an honest browser sends is read and thrown away (up to five times the
    /// limit), because a browser that is cut off in the middle shows no answer at all.
    /// </summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not > MaxRequestBytes)
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength <= 5 * MaxRequestBytes)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        // The page that says so is run as the same request; it finds an empty body.
        context.Request.Body = Stream.Null;
        context.Request.ContentLength = 0;
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });

    private static PartitionedRateLimiter<HttpContext> PerMinute(
        string setting, int usual, Func<HttpContext, bool> concerns, Func<HttpContext, string> who) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!concerns(context)) return RateLimitPartition.GetNoLimiter("");
            var permits = context.RequestServices.GetRequiredService<IConfiguration>().GetValue($"RateLimits:{setting}", usual);
            return permits <= 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    who(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
        });

    // The page that says "too many" is itself run as a POST; it must not be refused again.
    private static bool IsPost(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static bool IsSignIn(HttpContext context) => IsPost(context) && context.Request.Path.StartsWithSegments("/sign-in");

    // Many of one house ask from one address; nobody guesses a secret at this pace.
    private static bool IsFeed(HttpContext context) => context.Request.Path.StartsWithSegments("/feeds");

    private static string PersonOrAddressOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "-";
}
