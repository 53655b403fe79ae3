using System.Net;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public sealed class LanguageTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("hu", "hu", "Bejelentkezés")]
    [InlineData("en-GB", "en", "Sign in")]
    [InlineData("de", "hu", "Bejelentkezés")]
    public async Task Page_VisitorsBrowser_DecidesTheLanguage(string asked, string given, string heading)
    {
        var page = await app.Visitor(asked).GetPageAsync("/sign-in");
        Assert.Equal(given, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.Text("h1"));
    }

    [Fact]
    public async Task Language_Switched_IsKeptOnTheDeviceAndInTheAccount()
    {
        var anna = await app.Given.PersonAsync(language: "hu");
        var client = await app.SignInAsAsync(anna);
        var page = await (await client.GetPageAsync("/change-password")).Form("form[action='/language']").SubmitAsync();

        Assert.Equal("/change-password", page.Url);
        Assert.Equal("Change password", page.Text("h1"));
        await using var db = app.OpenDb();
        Assert.Equal("en", (await db.Users.SingleAsync()).Language);
        var elsewhere = await app.SignInAsAsync(anna);
        Assert.Equal("Change password", (await elsewhere.GetPageAsync("/change-password")).Text("h1"));
    }

    [Theory]
    [InlineData("xx", "/")]
    [InlineData("en", "//evil.example/")]
    public async Task Language_ForgedForm_LeadsNowhereElse(string language, string returnUrl)
    {
        var form = (await app.Visitor().GetPageAsync("/")).Form("form[action='/language']");
        var answer = await form.Force("language", language).Force("returnUrl", returnUrl).SendAsync("button[name=none]");
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || answer.Headers.Location!.OriginalString == "/");
    }

    [Fact]
    public async Task Language_WithoutToken_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().PostAsync("/language", ("language", "en"))).StatusCode);
}
