using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Incubator.Web.Startup;

/// <summary>
/// While the database is away every page would fail; visitors get one static page (503) in both languages instead. It is a file,
/// because even a form's token needs the keys that lie in the database.
/// </summary>
internal sealed class DatabaseOutage(IWebHostEnvironment environment, ILogger<DatabaseOutage> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsOutage(exception)) return false;
        log.LogError("The database failed: {Cause}", exception.GetBaseException().Message.Split('\n')[0]);
        await ShowAsync(httpContext, environment);
        return true;
    }

    public static async Task ShowAsync(HttpContext context, IWebHostEnvironment environment)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "15";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.SendFileAsync(environment.WebRootFileProvider.GetFileInfo("unavailable.html"));
    }

    private static bool IsOutage(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            // A statement the database refuses is our bug; one it could not be asked is an outage.
            if (failure is DbException { IsTransient: true } or Microsoft.Data.SqlClient.SqlException { Number: -2 or -1 or 0 or 2 or 20 or 26 or 40 or 53 or 4060 or 10060 or 10061 or 11001 or 18456 })
                return true;
            if (failure is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 }) return true;
        }

        return false;
    }
}
