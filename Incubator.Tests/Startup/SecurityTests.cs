using System.Net;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Startup;

public sealed class SecurityTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    public async Task Headers_EveryAnswer_AreStrict(string address)
    {
        var headers = (await app.Visitor().GetAsync(address)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    public async Task Markup_OfAPage_HasNothingInline(string address)
    {
        var page = await app.Visitor().GetPageAsync(address);
        Assert.False(page.Has("[style], style, [onclick], script:not([src])"));
    }

    [Fact]
    public async Task Cookies_InProduction_AreSecureAndHttpOnlyAndLaxAndHstsIsSaid()
    {
        await using var host = LabHost.With("Production");
        using var lab = IncubatorApp.StartOn(host);
        var anna = await lab.Given.PersonAsync();
        var client = new TestClient(host.Server.CreateHandler(), new Uri("https://lab.example"), lab.WorldId, "hu");
        var form = (await client.GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password);
        var answer = await form.SendAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("incubator=", StringComparison.Ordinal));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
        });
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task DemoSignIns_OutsideDevelopment_AreNowhere()
    {
        Assert.NotEmpty(Incubator.Web.Startup.DemoLab.SignIns);
        Assert.True((await app.Visitor().GetPageAsync("/sign-in")).Has(".demo"));
        await using var host = LabHost.With("Production");
        using var lab = IncubatorApp.StartOn(host);
        var page = await lab.Visitor(https: true).GetPageAsync("/sign-in");
        Assert.False(page.Has(".demo"));
        Assert.DoesNotContain(Incubator.Web.Startup.DemoLab.SignIns[0].Password, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" class", (await lab.Visitor(https: true).GetPageAsync("/forgotten-password")).Html, StringComparison.Ordinal);
        Assert.False(await lab.AskAsync(async (Incubator.Core.Data.IncubatorDb db) => await db.Users.AnyAsync()));
    }

    [Theory]
    [InlineData("hu", "Rövid idő alatt túl sok próbálkozás")]
    [InlineData("en", "Too many tries in a short time")]
    public async Task SignIn_TooManyTries_IsToldToWait(string language, string heading)
    {
        await using var host = LabHost.With(settings: ("RateLimits:SignInsPerMinute", "3"));
        using var lab = IncubatorApp.StartOn(host);
        var form = (await lab.Visitor(language).GetPageAsync("/sign-in")).Form().Set("Input.Email", "a@example.com").Set("Input.Password", "whatever it is");
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).StatusCode);

        var page = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(heading, page.Text("h1"));
        Assert.True(page.Answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Post_TooManyOfOnePerson_LeavesOthersAlone()
    {
        await using var host = LabHost.With(settings: ("RateLimits:PostsPerMinute", "2"));
        using var lab = IncubatorApp.StartOn(host);
        var first = (await (await lab.SignInAsAsync(await lab.Given.PersonAsync())).GetPageAsync("/")).Form("form[action='/language']");
        var second = (await (await lab.SignInAsAsync(await lab.Given.PersonAsync())).GetPageAsync("/")).Form("form[action='/language']");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await first.SendAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await first.SendAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SendAsync()).StatusCode);
    }

    [Theory]
    [InlineData("hu", "Ez a fájl túl nagy")]
    [InlineData("en", "This file is too large")]
    public async Task Upload_OfAHundredMegabytes_IsToldSo(string language, string heading)
    {
        using var onPort = IncubatorApp.StartOnPort();
        var form = (await onPort.Visitor(language).GetPageAsync("/sign-in")).Form().Attach("file", "big.bin", new byte[100 * 1024 * 1024]);
        var page = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal(heading, page.Text("h1"));
    }

    [Theory]
    [InlineData("hu", "Nálunk hiba történt")]
    [InlineData("en", "Something went wrong on our side")]
    public async Task Error_OfTheProgram_ShowsATraceIdAndNothingElse(string language, string heading)
    {
        var client = app.Visitor(language);
        var form = (await client.GetPageAsync("/sign-in")).Form().Set("Input.Email", "a@example.com").Set("Input.Password", "whatever it is");
        await using (var db = app.OpenDb()) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; DROP TABLE People;");

        var page = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal(heading, page.Text("h1"));
        Assert.Matches("^[0-9a-f]{32}$", page.Text("main code"));
        Assert.DoesNotContain("Sqlite", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page", HttpStatusCode.NotFound, "Itt nincs semmi")]
    [InlineData("/error/429", HttpStatusCode.TooManyRequests, "Rövid idő alatt túl sok próbálkozás")]
    [InlineData("/access-denied", HttpStatusCode.Forbidden, "Ehhez az oldalhoz nincs jogosultsága")]
    public async Task StatusPage_InHungarian_SaysWhatToDo(string address, HttpStatusCode status, string heading)
    {
        var page = await app.Visitor().GetPageAsync(address);
        Assert.Equal(status, page.Status);
        Assert.Equal(heading, page.Text("h1"));
        Assert.True(page.Has("main a.btn"));
    }
}
