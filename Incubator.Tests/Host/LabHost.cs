using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Incubator.Tests.Host;

/// <summary>
/// The program itself, started once per run and shared by every test (in memory, and once more on a real port for browsers and
/// parallel HTTP); each test brings its own <see cref="World"/>. Tests of settings start their own with <see cref="With"/>.
/// </summary>
public sealed class LabHost : WebApplicationFactory<Program>
{
    public const string SignInPath = "/test-only/sign-in/";
    private static readonly Lazy<LabHost> InMemoryHost = new(() =>
    {
        // Started by one thread: two that need it first at the same moment would both fill its database.
        var host = new LabHost();
        _ = host.Server;
        return host;
    });
    private static readonly Lazy<LabHost> OnPortHost = new(() =>
    {
        var host = new LabHost();
        host.UseKestrel(0);
        host.StartServer();
        return host;
    });

    // The host's own database: keys lie there, and whatever runs outside every test's world.
    private readonly TestDatabase own = TestDatabase.CreateOnSqlite();
    private readonly Dictionary<string, string?> settings = new()
    {
        ["RateLimits:PostsPerMinute"] = "0",
        ["RateLimits:SignInsPerMinute"] = "0",
        ["RateLimits:FeedsPerMinute"] = "0",
        ["Demo:Load"] = "false",
        // Tests run a job when they want it run.
        ["Jobs:Enabled"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
        ["INCUBATOR_DATA"] = Path.Combine(Path.GetTempPath(), "incubator-test-data"),
    };

    private string environment = "Development";

    public static LabHost InMemory => InMemoryHost.Value;

    public static LabHost OnPort => OnPortHost.Value;

    /// <summary>A host of its own with other settings, to be disposed by the test.</summary>
    public static LabHost With(string environment = "Development", params (string Key, string? Value)[] settings)
    {
        var host = new LabHost { environment = environment };
        foreach (var (key, value) in settings) host.settings[key] = value;
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter, SignInShortcut>();
            if (settings.ContainsKey("Database:Provider")) return;
            services.RemoveAll<CalendarFetcher>();
            services.AddSingleton(_ => new CalendarFetcher(new CalendarServer()));
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider, WorldTime>();
            services.RemoveAll<IncubatorDb>();
            services.AddScoped(provider => (World.Of(provider.GetRequiredService<IHttpContextAccessor>())?.Database ?? own).Open());
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) own.Dispose();
    }

    /// <summary>Signs a person in without the form; one test still goes through the form.</summary>
    private sealed class SignInShortcut : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, further) =>
            {
                if (context.Request.Path.Value is not { } path || !path.StartsWith(SignInPath, StringComparison.Ordinal))
                {
                    await further(context);
                    return;
                }

                var signIn = context.RequestServices.GetRequiredService<SignInManager<Person>>();
                var person = await signIn.UserManager.FindByIdAsync(path[SignInPath.Length..]);
                await signIn.SignInAsync(person!, isPersistent: false);
            });
            next(app);
        };
    }
}
