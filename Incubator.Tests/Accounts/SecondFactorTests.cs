using System.Net;
using Incubator.Core.Accounts;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class SecondFactorTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Authenticator_SetUp_AsksForItsCodeAtEverySignIn()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        var (key, codes) = await SetUpAsync(anna);
        Assert.Equal(10, codes.Count);

        var client = app.Visitor("en");
        var page = await PasswordAsync(client, anna, "/change-password");
        Assert.Equal("Code of the authenticator app", page.Text("h1"));
        Assert.StartsWith("/sign-in", (await client.GetPageAsync("/change-password")).Url, StringComparison.Ordinal);
        page = await page.Form().Set("Input.Code", "000000").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form().Set("Input.Code", Spaced(Totp.Now(key))).SubmitAsync();
        Assert.Equal("/change-password", page.Url);
        Assert.Equal([SecurityActs.SecondFactorOn, SecurityActs.SignInFailed, SecurityActs.SignedIn], await ActsAsync(anna));
    }

    [Fact]
    public async Task Authenticator_RememberedDevice_IsNotAskedAgain()
    {
        // The browser forgets the cookie by its own clock.
        app.Time.SetUtcNow(DateTimeOffset.UtcNow);
        var anna = await app.Given.PersonAsync();
        var (key, _) = await SetUpAsync(anna);
        var client = app.Visitor("en");
        var page = await (await PasswordAsync(client, anna)).Form().Set("Input.Code", Totp.Now(key)).Tick("Input.Remember").SubmitAsync();
        page = await page.Form("form[action='/sign-out']").SubmitAsync();
        Assert.Equal("/", (await PasswordAsync(client, anna)).Url);
        Assert.StartsWith("/sign-in/code", (await PasswordAsync(app.Visitor("en"), anna)).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecoveryCode_Used_OpensOnceOnly()
    {
        var anna = await app.Given.PersonAsync();
        var (_, codes) = await SetUpAsync(anna);
        var page = await (await PasswordAsync(app.Visitor("en"), anna)).FollowAsync("main form a");
        Assert.Equal("Recovery code", page.Text("h1"));
        page = await page.Form().Set("Input.Code", $" {codes[0].ToLowerInvariant()} ").SubmitAsync();
        Assert.Equal("Recovery codes left: 9. Make new ones before the last is used.", page.Flash);

        page = await (await PasswordAsync(app.Visitor("en"), anna)).FollowAsync("main form a");
        page = await page.Form().Set("Input.Code", codes[0]).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("/", (await page.Form().Set("Input.Code", codes[1]).SubmitAsync()).Url);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_FiveWrongTries_PutTheAccountToRest(bool recovery)
    {
        var anna = await app.Given.PersonAsync();
        var (key, codes) = await SetUpAsync(anna);
        var page = await PasswordAsync(app.Visitor("en"), anna);
        if (recovery) page = await page.FollowAsync("main form a");
        for (var i = 0; i < 5; i++) page = await page.Form().Set("Input.Code", recovery ? "AAAAA-BBBBB" : "000000").SubmitAsync();
        page = await page.Form().Set("Input.Code", recovery ? codes[0] : Totp.Now(key)).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(SecurityActs.LockedOut, await ActsAsync(anna));
        Assert.Equal("/sign-in?returnUrl=%2F", (await PasswordAsync(app.Visitor("en"), anna)).Url);
    }

    [Fact]
    public async Task RecoveryCodes_MadeAnew_KillTheOldAndAskForThePassword()
    {
        var anna = await app.Given.PersonAsync();
        var (key, codes) = await SetUpAsync(anna);
        var client = app.Visitor("en");
        await (await PasswordAsync(client, anna)).Form().Set("Input.Code", Totp.Now(key)).SubmitAsync();
        var page = await (await client.GetPageAsync("/second-factor/recovery-codes")).Form().Set("Password", "not my password").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form().Set("Password", Given.Password).SubmitAsync();
        var fresh = page.All(".codes code");
        Assert.Empty(fresh.Intersect(codes));
        Assert.Equal(10, fresh.Count);

        page = await (await PasswordAsync(app.Visitor("en"), anna)).FollowAsync("main form a");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().Set("Input.Code", codes[0]).SubmitAsync()).Status);
        Assert.Equal("/", (await page.Form().Set("Input.Code", fresh[0]).SubmitAsync()).Url);
    }

    [Fact]
    public async Task TurnOff_WithThePassword_LetsThePasswordAloneInAndForgetsTheKey()
    {
        var anna = await app.Given.PersonAsync();
        var (key, _) = await SetUpAsync(anna);
        var client = app.Visitor("en");
        await (await PasswordAsync(client, anna)).Form().Set("Input.Code", Totp.Now(key)).SubmitAsync();
        Assert.Equal("/second-factor", (await client.GetPageAsync("/second-factor/authenticator")).Url);
        var page = await (await client.GetPageAsync("/second-factor/turn-off")).Form().Set("Password", Given.Password).SubmitAsync();
        Assert.Equal("A hitelesítő alkalmazás ki van kapcsolva; a többi eszközén kijelentkeztettük.", page.Flash);
        Assert.Equal("/", (await PasswordAsync(app.Visitor("en"), anna)).Url);
        await using var db = app.OpenDb();
        Assert.Empty(await db.UserTokens.ToListAsync());
    }

    [Fact]
    public async Task Authenticator_WrongCode_IsNotTurnedOn()
    {
        var client = await app.SignInAsAsync(await app.Given.PersonAsync(), "en");
        var page = await client.GetPageAsync("/second-factor/authenticator");
        Assert.True(page.Has(".qr svg"));
        var key = page.Text("#key");
        page = await page.Form().Set("Input.Code", "000000").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(key, page.Text("#key"));
    }

    [Fact]
    public async Task Staff_WithoutOne_AreRemindedThenSentToSetItUp()
    {
        var staff = await app.Given.StaffAsync();
        var client = await app.SignInAsAsync(staff, "en");
        Assert.Contains("Days left: 14", (await client.GetPageAsync("/")).Text(".second-factor-line"), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromDays(13));
        client = await app.SignInAsAsync(staff, "en");
        Assert.Contains("Days left: 1", (await client.GetPageAsync("/booking/maintenance")).Text(".second-factor-line"), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromDays(1));
        client = await app.SignInAsAsync(staff, "en");
        Assert.Equal("/second-factor", (await client.GetPageAsync("/booking/maintenance")).Url);
        Assert.Equal("/second-factor", (await client.GetPageAsync("/")).Url);
        Assert.Equal("/second-factor/authenticator", (await client.GetPageAsync("/second-factor/authenticator")).Url);

        var page = await client.GetPageAsync("/second-factor/authenticator");
        page = await page.Form().Set("Input.Code", Totp.Now(page.Text("#key"))).SubmitAsync();
        Assert.Equal("The authenticator app is set up", page.Text("h1"));
        page = await client.GetPageAsync("/booking/maintenance");
        Assert.Equal("/booking/maintenance", page.Url);
        Assert.False(page.Has(".second-factor-line"));
    }

    [Fact]
    public async Task Staff_WithoutOneAndNoGrace_AreSentAtOnceAndMembersNever()
    {
        await using var host = LabHost.With(settings: ("Accounts:SecondFactorGraceDays", "0"));
        using var lab = IncubatorApp.StartOn(host);
        var client = await lab.SignInAsAsync(await lab.Given.AdministratorAsync(), "en");
        Assert.Equal("/second-factor", (await client.GetPageAsync("/people/invitations")).Url);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/people/invitations")).StatusCode);
        var page = await (await client.GetPageAsync("/second-factor")).Form("form[action='/language']").SubmitAsync();
        Assert.Equal("Kétlépcsős bejelentkezés", page.Text("h1"));
        page = await page.Form("form[action='/sign-out']").SubmitAsync();
        Assert.Equal("Kijelentkezett.", page.Flash);
        var member = await lab.SignInAsAsync(await lab.Given.MemberAsync(await lab.Given.CompanyAsync()), "en");
        Assert.Equal("/booking/mine", (await member.GetPageAsync("/booking/mine")).Url);
    }

    [Fact]
    public async Task Session_RenewedAfterAMinute_StaysStrong()
    {
        var staff = await app.Given.StaffAsync();
        var (key, _) = await SetUpAsync(staff);
        var client = app.Visitor("en");
        await (await PasswordAsync(client, staff)).Form().Set("Input.Code", Totp.Now(key)).SubmitAsync();
        app.Time.Advance(TimeSpan.FromHours(3));
        Assert.False((await client.GetPageAsync("/")).Has(".second-factor-line"));
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(Person person)
    {
        var client = await app.SignInAsAsync(person, "en");
        var page = await client.GetPageAsync("/second-factor/authenticator");
        var key = page.Text("#key");
        page = await page.Form().Set("Input.Code", Totp.Now(key)).SubmitAsync();
        Assert.Equal("The authenticator app is set up", page.Text("h1"));
        return (key, page.All(".codes code"));
    }

    private static async Task<TestPage> PasswordAsync(TestClient client, Person person, string returnUrl = "/") =>
        await (await client.GetPageAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Form()
            .Set("Input.Email", person.Email!).Set("Input.Password", Given.Password).SubmitAsync();

    private static string Spaced(string code) => $"{code[..3]} {code[3..]}";

    private async Task<List<string>> ActsAsync(Person person)
    {
        await using var db = app.OpenDb();
        return await db.History.Where(h => h.Subject == "Person" && h.SubjectId == person.Id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync();
    }
}
