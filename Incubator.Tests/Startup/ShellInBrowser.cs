using Incubator.Tests.Host;

namespace Incubator.Tests.Startup;

public sealed class ShellInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Shell_Visitor_IsAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, null, language, width);
        await (await visit.GoAsync("/")).CheckAsync("home-visitor");
        await (await visit.GoAsync("/sign-in")).CheckAsync("sign-in");
        await visit.Page.FillAsync("#Input_Email", "nobody");
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".problems");
        await visit.CheckAsync("sign-in-wrong");
        await (await visit.GoAsync("/forgotten-password")).CheckAsync("forgotten-password");
        await visit.Page.FillAsync("#Input_Email", (await app.Given.PersonAsync()).Email!);
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.ClickAsync("#reset-link");
        await visit.CheckAsync("reset-password");
        await (await visit.GoAsync("/no-such-page")).CheckAsync("not-found");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Shell_Staff_IsAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await (await visit.GoAsync("/")).CheckAsync("home-staff");
        await visit.Page.ClickAsync(width == Visit.Phone ? ".phonenav summary" : ".mainnav summary");
        // The menu of the other width, which the check looks at too.
        await visit.Page.EvalOnSelectorAsync(width == Visit.Phone ? ".mainnav details" : ".phonenav details", "menu => menu.open = true");
        await visit.CheckAsync("home-staff-menu");
        await (await visit.GoAsync("/change-password")).CheckAsync("change-password");
        await visit.GoAsync("/reset-link");
        await visit.Page.FillAsync("#Input_Email", (await app.Given.PersonAsync()).Email!);
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForSelectorAsync("#reset-link");
        await visit.CheckAsync("reset-link");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Shell_PersonOfNoCompany_IsAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, await app.Given.PersonAsync(), language, width);
        await (await visit.GoAsync("/")).CheckAsync("home-nobody");
        await (await visit.GoAsync("/resources/import")).CheckAsync("not-open");
    }

    [Fact]
    public async Task Shell_InTheDark_IsAccessible()
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), dark: true);
        await (await visit.GoAsync("/")).CheckAsync("home-staff");
        await (await visit.GoAsync("/change-password")).CheckAsync("change-password");
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.CheckAsync("change-password-wrong");
    }

    [Fact]
    public async Task SignIn_WithoutScripts_Works()
    {
        using var app = IncubatorApp.StartOnPort();
        var anna = await app.Given.PersonAsync("Kovács Anna");
        await using var visit = await browser.VisitAsync(app, scripts: false);
        await visit.GoAsync("/sign-in");
        await visit.Page.FillAsync("#Input_Email", anna.Email!);
        await visit.Page.FillAsync("#Input_Password", Given.Password);
        await visit.Page.PressAsync("#Input_Password", "Enter");
        Assert.Contains("Kovács Anna", await visit.Page.TextContentAsync(".topbar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_FirstTab_OffersToSkipToTheContent()
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app);
        await visit.GoAsync("/");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }
}
