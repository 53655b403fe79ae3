using System.Globalization;
using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Host;

/// <summary>
/// The lab for one test: the shared host, but a database, a clock and people of its own. Cheap to make; use it so:
/// <code>
/// using var app = IncubatorApp.Start();                          // Monday 9 November 2026, 08:00; app.Time.Advance(…) moves it
/// await app.Given.OpeningTimesAsync();                           // weekdays 07:00–19:00
/// var dryer = await app.Given.ResourceAsync(r => r with { NameEn = "Spray dryer", Units = 2 });
/// var company = await app.Given.CompanyAsync("Demo Kft.");
/// var anna = await app.Given.MemberAsync(company);               // or StaffAsync, AdministratorAsync, MunicipalityAsync, PersonAsync
/// var client = await app.SignInAsAsync(anna, "en");              // or app.Visitor("hu")
/// var page = await client.GetPageAsync("/booking/day");          // follows redirects; page.Status, page.Url, page.Text("h1"), page.All("tr")
/// page = await page.Form("#reserve").Set("Input.Purpose", "x").SubmitAsync();  // with its antiforgery token; page.Errors, page.Flash
/// var result = await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(…)); // a desk, directly
/// using var db = app.OpenDb();                                   // what lies in the tables
/// </code>
/// <c>IncubatorApp.StartOnPort()</c> serves on a real port for <see cref="Browser"/> and for parallel HTTP;
/// <see cref="OnSqlServerAttribute"/> runs the same on SQL Server.
/// </summary>
public sealed class IncubatorApp : IDisposable
{
    private readonly LabHost host;
    private readonly World world;
    private readonly bool onPort;

    private IncubatorApp(LabHost host, bool onPort)
    {
        this.host = host;
        this.onPort = onPort;
        world = World.Open();
        Given = new Given(world);
    }

    public Given Given { get; }

    public FakeTimeProvider Time => world.Time;

    public DateTimeOffset Now => world.Time.GetUtcNow();

    public string WorldId => world.Id;

    public TestDatabase Database => world.Database;

    public Uri Address => onPort ? new UriBuilder(host.ClientOptions.BaseAddress) { Host = "localhost" }.Uri : new Uri("http://localhost");

    public static IncubatorApp Start() => new(LabHost.InMemory, false);

    public static IncubatorApp StartOnPort() => new(LabHost.OnPort, true);

    /// <summary>On a host with other settings (<see cref="LabHost.With"/>).</summary>
    public static IncubatorApp StartOn(LabHost host) => new(host, false);

    public IncubatorDb OpenDb() => world.Database.Open();

    /// <summary>A browser without scripts, not signed in; redirects are followed by its page methods only.</summary>
    public TestClient Visitor(string language = "hu", bool https = false)
    {
        var inner = onPort ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 } : host.Server.CreateHandler();
        var address = https ? new UriBuilder(Address) { Scheme = "https", Port = -1 }.Uri : Address;
        return new TestClient(inner, address, world.Id, language);
    }

    /// <summary>Reads in the language given, else in the person's own.</summary>
    public async Task<TestClient> SignInAsAsync(Person person, string? language = null)
    {
        var client = Visitor(language ?? "hu");
        if (language is not null) client.Choose(language);
        var answer = await client.Http.GetAsync(new Uri(LabHost.SignInPath + person.Id.ToString(CultureInfo.InvariantCulture), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    /// <summary>Calls a desk as a page would: in a scope of its own, in this test's world.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        using var here = world.Enter();
        await using var scope = host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public void Dispose() => world.Dispose();
}
