using System.Globalization;
using Deque.AxeCore.Commons;
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
///         // Axe at both widths, no scrolling sideways, no complaint in the console; screenshots/day-hu-360.png and day-hu-1280.png
///         await visit.CheckAsync("day");
///     }
/// }
/// </code>
/// Such a story is told twice: in Hungarian on a phone and in English on a desk. That is enough for each page to be judged in both languages
/// at both widths, because a check looks at the page at the other width too, and for each thing to be clicked at both.
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

    /// <summary>Language, and the width in pixels at which the story is clicked through.</summary>
    public static TheoryData<string, int> Views => new() { { "hu", Visit.Phone }, { "en", Visit.Desk } };

    public async Task<Visit> VisitAsync(
        IncubatorApp app, Core.Accounts.Person? person = null, string language = "hu", int width = Visit.Desk, bool dark = false, bool scripts = true)
    {
        var context = await (await StartAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Budapest",
            ViewportSize = new ViewportSize { Width = width, Height = Visit.HeightAt(width) },
            HasTouch = width == Visit.Phone,
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

        return new Visit(context, await context.NewPageAsync(), language, width, dark, person is not null);
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
    /// <summary>Widths in pixels.</summary>
    public const int Desk = 1280, Phone = 360;

    // WCAG 2.1 A and AA, in one call: what is broken comes back as sentences. The package's own way of running it opens a second page for
    // the sake of frames, which this house has none of, and brings back all that is in order as well; it took most of the tests' time.
    private const string Axe = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }))
            .violations.map(v => [`${v.id}: ${v.help}`, ...v.nodes.slice(0, 5).map(n => `  ${n.html} ${n.any.map(a => a.message).join('; ')}`)].join('\n'))
        """;

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();
    private static readonly string Screenshots = House.Path("screenshots");
    private static readonly bool InGate = Environment.GetEnvironmentVariable("CI") == "true";
    private readonly IBrowserContext context;
    private readonly string language;
    private readonly int width;
    private readonly bool dark;
    private readonly bool isSignedIn;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page, string language, int width, bool dark, bool isSignedIn)
    {
        this.context = context;
        this.language = language;
        this.width = width;
        this.dark = dark;
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
    /// Complaints of the browser; WCAG 2.1 A and AA and no scrolling sideways, at the width of the visit and then at the other, at which the
    /// same page is laid out anew; the pictures go to <c>screenshots/</c>. In the gate, where nobody looks at them, only what fails is drawn.
    /// </summary>
    public async Task CheckAsync(string name)
    {
        if (isSignedIn) Assert.True(await Page.Locator("header a[href='/sign-in']").CountAsync() == 0, $"{name} ({language}) shows what a visitor sees.");
        Assert.True(complaints.Count == 0, $"{name}: the browser complains: {string.Join("\n", complaints)}");
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(AxeScript);
        var other = width == Phone ? Desk : Phone;
        await LookAsync($"{name}-{View(width)}");
        await ResizeAsync(other);
        await LookAsync($"{name}-{View(other)}");
        await ResizeAsync(width);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    internal static int HeightAt(int width) => width == Phone ? 740 : 900;

    private string View(int at) => $"{language}-{at.ToString(CultureInfo.InvariantCulture)}{(dark ? "-dark" : "")}";

    private Task ResizeAsync(int to) => Page.SetViewportSizeAsync(to, HeightAt(to));

    private async Task LookAsync(string picture)
    {
        if (!InGate) await DrawAsync(picture);
        try
        {
            var problems = await Page.EvaluateAsync<string[]>(Axe);
            Assert.True(problems.Length == 0, $"{picture}:\n{string.Join("\n", problems)}");
            var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{picture} scrolls sideways by {overflow} px.");
        }
        catch when (InGate)
        {
            await DrawAsync(picture);
            throw;
        }
    }

    private async Task DrawAsync(string picture)
    {
        Directory.CreateDirectory(Screenshots);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{picture}.png"), FullPage = true });
    }
}
