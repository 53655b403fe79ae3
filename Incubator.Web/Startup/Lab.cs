using Incubator.Core.Data;

namespace Incubator.Web.Startup;

/// <summary>Runs the lab: the pipeline, or one verb; problems at the start are said in one sentence.</summary>
public static class Lab
{
    public static async Task<int> RunLabAsync(this WebApplication app, string[] verb)
    {
        try
        {
            if (!await app.PrepareDatabaseAsync()) return 1;
            if (verb.Length > 0) return await Verbs.RunAsync(app.Services, verb);
            app.UseLab();
            await app.StartAsync();
            SayWhere(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"The address is taken: {problem.Message} Stop the other program, or choose another with --urls http://localhost:5090.");
            return 1;
        }
    }

    public static void UseLab(this WebApplication app)
    {
        app.UseSecurity();
        app.UseLocalisation();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
    }

    private static void SayWhere(WebApplication app)
    {
        foreach (var url in app.Urls) Console.WriteLine($"The lab is open at {url}");
        if (!app.Environment.IsDevelopment()) return;
        foreach (var signIn in DemoLab.SignIns) Console.WriteLine($"  {signIn.Who}: {signIn.Email} / {signIn.Password}");
    }
}
