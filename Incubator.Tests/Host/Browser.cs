using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Incubator.Tests.Host.Browser))]

namespace Incubator.Tests.Host;

/// <summary>
/// One Chromium for the run, started when first needed. A test class takes it in its constructor:
/// <code>
/// public sealed class DayInBrowser(Browser browser)
/// {
///     [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
///     public async Task Day_Member_IsAccessible(string language, int width)
///     {
///         using var app = IncubatorApp.StartOnPort();
///         await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
///         await visit.GoAsync("/booking/day");
///         await visit.Page.ClickAsync("…");
///         await visit.CheckAsync("day");      // axe, no scrolling sideways, no complaint in the console; screenshots/day-hu-360.png
///     }
/// }
/// </code>
/// Where no browser is found the tests are shown as skipped, unless <c>CI=true</c>, where that fails.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Language and width in pixels.</summary>
    public static TheoryData<string, int> Views => new() { { "hu", 1280 }, { "hu", 360 }, { "en", 1280 }, { "en", 360 } };

    public async Task<Visit> VisitAsync(
        IncubatorApp app, Core.Accounts.Person? person = null, string language = "hu", int width = 1280, bool dark = false, bool scripts = true)
    {
        var context = await (await StartAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Budapest",
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            HasTouch = width < 600,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            ExtraHTTPHeaders = [KeyValuePair.Create(World.Header, app.WorldId)],
        });
        context.SetDefaultTimeout(15_000);
        if (person is not null)
        {
            var client = await app.SignInAsAsync(person, language);
            await context.AddCookiesAsync(client.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = "localhost", Path = "/" }));
        }

        return new Visit(context, await context.NewPageAsync(), $"{language}-{width.ToString(CultureInfo.InvariantCulture)}{(dark ? "-dark" : "")}", person is not null);
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        var program = new[] { Environment.GetEnvironmentVariable("INCUBATOR_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            program is null && Environment.GetEnvironmentVariable("CI") != "true", "No browser is found: install Chromium or name it in INCUBATOR_CHROMIUM.");
        Assert.True(program is not null, "No browser is found: install Chromium or name it in INCUBATOR_CHROMIUM.");
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return chromium ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
        }
        finally
        {
            starting.Release();
        }
    }
}

/// <summary>One person's visit with a browser.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Screenshots = House.Path("screenshots");
    private static readonly bool InGate = Environment.GetEnvironmentVariable("CI") == "true";
    private readonly IBrowserContext context;
    private readonly string view;
    private readonly bool isSignedIn;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page, string view, bool isSignedIn)
    {
        this.context = context;
        this.view = view;
        this.isSignedIn = isSignedIn;
        Page = page;
        page.Console += (_, message) =>
        {
            // The browser notes every answer of 400 and above as an error of the console; the tests look at those themselves.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && answer.Request.ResourceType is not "document") complaints.Add($"{answer.Status} {answer.Url}");
        };
    }

    public IPage Page { get; }

    public async Task<Visit> GoAsync(string path)
    {
        await Page.GotoAsync(path);
        return this;
    }

    /// <summary>
    /// Complaints of the browser, WCAG 2.1 A and AA, no scrolling sideways; the picture goes to <c>screenshots/</c>. In the gate, where
    /// nobody looks at them, only what fails is drawn: drawing took a good part of its time.
    /// </summary>
    public async Task CheckAsync(string name)
    {
        if (!InGate) await DrawAsync(name);
        try
        {
            await JudgeAsync(name);
        }
        catch when (InGate)
        {
            await DrawAsync(name);
            throw;
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task DrawAsync(string name)
    {
        Directory.CreateDirectory(Screenshots);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{name}-{view}.png"), FullPage = true });
    }

    private async Task JudgeAsync(string name)
    {
        if (isSignedIn) Assert.True(await Page.Locator("header a[href='/sign-in']").CountAsync() == 0, $"{name} ({view}) shows what a visitor sees.");
        Assert.True(complaints.Count == 0, $"{name}: the browser complains: {string.Join("\n", complaints)}");
        var axe = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        });
        Assert.True(axe.Violations.Length == 0, $"{name} ({view}):\n" + string.Join("\n", axe.Violations.Select(v =>
            $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(5).Select(n => $"{n.Html} {string.Join("; ", n.Any.Select(a => a.Message))}")))));
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} ({view}) scrolls sideways by {overflow} px.");
    }
}
