using System.Diagnostics;
using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incubator.Benchmarks;

/// <summary>The program on a real port over a register of a given size, with one of the staff who looks things up in it.</summary>
internal sealed class RegisterLab : WebApplicationFactory<Program>
{
    private const string Password = "a-long-benchmark-password";
    private const string Mail = "staff@load.test";

    private static readonly string[] Syllables =
        ["ba", "der", "ló", "mi", "tár", "ve", "szi", "go", "nád", "kö", "hal", "pé", "ru", "csa", "tel", "zsu", "for", "ga", "lyu", "bor", "ke", "sár", "ti", "vad"];

    private static readonly string[] Trades =
        ["Pékség", "Malom", "Sajtműhely", "Húsüzem", "Méhészet", "Kertészet", "Konzerv", "Tészta", "Pálinka", "Gyümölcs", "Hűtőház", "Fűszer", "Édesség", "Savanyú"];

    private static readonly string[] Places = ["Debrecen", "Hajdúszoboszló", "Nádudvar", "Derecske", "Püspökladány", "Balmazújváros", "Berettyóújfalu", "Hajdúböszörmény"];

    private readonly string folder;
    private string cookies = "";
    private string token = "";

    private RegisterLab(string folder) => this.folder = folder;

    public static async Task<RegisterLab> OpenAsync(string root, int size)
    {
        var folder = Path.Combine(root, $"register-{size}");
        Directory.CreateDirectory(folder);
        var lab = new RegisterLab(folder);
        lab.UseKestrel(0);
        lab.StartServer();
        using var scope = lab.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        if (!await db.Companies.AnyAsync()) await FillAsync(db, size);
        if (!await db.Users.AnyAsync())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var staff = new Person { UserName = Mail, Email = Mail, EmailConfirmed = true, FullName = "Staff", Language = "en" };
            if (await people.CreateAsync(staff, Password) is { Succeeded: false } failed) throw new InvalidOperationException(failed.ToString());
            await people.AddToRoleAsync(staff, Role.Staff);
        }

        await lab.SignInAsync();
        return lab;
    }

    /// <summary>Median time of the page, asked for one at a time.</summary>
    public async Task<double> PageAsync(string path, int requests)
    {
        using var client = NewClient();
        return await MedianAsync(requests, async () =>
        {
            using var answer = await client.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {answer.StatusCode} {answer.Headers.Location}.");
            await answer.Content.ReadAsByteArrayAsync();
        });
    }

    /// <summary>Median time of putting in a company whose name and number are there already: the answer names who is alike.</summary>
    public async Task<double> DuplicateCheckAsync(int requests)
    {
        using var client = NewClient();
        return await MedianAsync(requests, async () =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Input.Name"] = NameOf(7).Replace("Kft.", "BT", StringComparison.Ordinal).ToUpperInvariant(),
                ["Input.Role"] = "Company",
                ["Input.NaceRevision"] = "Rev21",
                ["Input.Country"] = "HU",
                ["__RequestVerificationToken"] = token,
            });
            using var answer = await client.PostAsync("/companies/new", form);
            var page = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity || !page.Contains("class=\"alike\"", StringComparison.Ordinal))
                throw new InvalidOperationException($"The check answered {answer.StatusCode}.");
        });
    }

    public static string NameOf(int i)
    {
        var random = new Random(i);
        var own = string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return $"{char.ToUpperInvariant(own[0])}{own[1..]} {Trades[i % Trades.Length]} {i} Kft.";
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("INCUBATOR_DATA", folder);
        builder.UseSetting("Demo:Load", "false");
        builder.UseSetting("RateLimits:PostsPerMinute", "0");
        builder.UseSetting("RateLimits:SignInsPerMinute", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private static async Task FillAsync(IncubatorDb db, int size)
    {
        foreach (var chunk in Enumerable.Range(0, size).Chunk(500))
        {
            var companies = chunk.Select(i => Company.Create(new CompanyFacts
            {
                Name = NameOf(i),
                TaxNumber = Enumerable.Range(0, 10).Select(check => $"{1_000_000 + i}{check}").First(core => TaxNumber.Read(core).Succeeded),
                Settlement = Places[i % Places.Length],
                NaceMain = $"10.{11 + (i % 80)}",
            })).ToList();
            db.AddRange(companies);
            await db.SaveChangesAsync();
            db.AddRange(companies.Select(c => Membership.Create(c.Id, (MembershipKind)(c.Id % 3), new DateOnly(2025, 1, 1))));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<double> MedianAsync(int requests, Func<Task> act)
    {
        var times = new List<double>(requests);
        for (var i = 0; i < requests + 30; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            if (i >= 30) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return Load.Percentile(times, 0.5);
    }

    private HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
        if (cookies.Length > 0) client.DefaultRequestHeaders.Add("Cookie", cookies);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return client;
    }

    // By hand: in production the cookies are for HTTPS only, which stands before the program and not in this measurement.
    private async Task SignInAsync()
    {
        using var client = NewClient();
        using var form = await client.GetAsync("/sign-in");
        cookies = LoadedLab.CookiesOf(form);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = Mail,
            ["Input.Password"] = Password,
            ["__RequestVerificationToken"] = LoadedLab.Token(await form.Content.ReadAsStringAsync()),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = fields };
        request.Headers.Add("Cookie", cookies);
        using var response = await client.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Signing in answered {response.StatusCode}.");
        cookies = $"{cookies}; {LoadedLab.CookiesOf(response)}";
        using var signedIn = NewClient();
        token = LoadedLab.Token(await signedIn.GetStringAsync("/companies/new"));
    }
}
