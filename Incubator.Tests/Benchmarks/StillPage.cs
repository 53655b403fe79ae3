using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incubator.Benchmarks;

/// <summary>A static page of a given size through the same framework: routing, page, view, writer, no data.</summary>
public sealed class StillPage : IAsyncDisposable
{
    private readonly WebApplication app;

    private StillPage(WebApplication app) => this.app = app;

    public static string Html { get; set; } = "";

    public static async Task<StillPage> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        // Its own pages only: the program's, found beside it, bring a layout and what that needs.
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(manager =>
        {
            manager.ApplicationParts.Clear();
            manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(StillPage).Assembly));
            manager.ApplicationParts.Add(new AssemblyPart(typeof(StillPage).Assembly));
        });
        var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        return new StillPage(app);
    }

    public HttpClient NewClient() => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
