namespace Incubator.Web.Startup;

/// <summary>What a request meets, in order.</summary>
public static class Pipeline
{
    public static void UseHouse(this WebApplication app)
    {
        app.UseHeaders();
        app.UseExceptionHandler("/error/500");
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseBodyLimit();
        app.UseRouting();
        app.UseQuietLooks();
        app.UseCookiePolicy();
        app.UseDatabaseGate();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseSecondFactors();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapJobs();
        app.MapRazorPages().WithStaticAssets();
        // What does not exist is said so to visitors too, instead of asking them to sign in first.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }

    private static void UseDatabaseGate(this WebApplication app) => app.Use((context, next) =>
        app.Services.GetRequiredService<DatabaseGate>().IsOpen || NeedsNoDatabase(context)
            ? next(context)
            : DatabaseOutage.ShowAsync(context, app.Environment));

    private static void UseSecondFactors(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (NeedsNoDatabase(context) || await context.RequestServices.GetRequiredService<SecondFactors>().LetInAsync(context)) await next(context);
        else context.Response.Redirect(Pages.Accounts.AccountLinks.SecondFactor);
    });

    private static bool NeedsNoDatabase(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") ||
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
