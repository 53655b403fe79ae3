using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Incubator.Tests.Accounts;

public sealed class AccountsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Account_FromProfileToErasure_IsAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var anna = await app.Given.PersonAsync("Kovács Anna", language: language);
        await using var visit = await browser.VisitAsync(app, anna, language, width);
        await (await visit.GoAsync("/profile")).CheckAsync("profile");
        await (await visit.GoAsync("/second-factor")).CheckAsync("second-factor");
        await visit.GoAsync("/second-factor/authenticator");
        await visit.CheckAsync("authenticator");
        await visit.Page.FillAsync("#Input_Code", Totp.Now(await visit.Page.InnerTextAsync("#key")));
        await visit.Page.ClickAsync("main .acts button");
        await visit.CheckAsync("recovery-codes");
        await (await visit.GoAsync("/second-factor")).CheckAsync("second-factor-on");
        await (await visit.GoAsync("/second-factor/turn-off")).CheckAsync("turn-off");
        await (await visit.GoAsync("/profile/data")).CheckAsync("personal-data");
        await (await visit.GoAsync("/profile/erase")).CheckAsync("erase");

        await using var door = await browser.VisitAsync(app, null, language, width);
        await door.GoAsync("/sign-in");
        await door.Page.FillAsync("#Input_Email", anna.Email!);
        await door.Page.FillAsync("#Input_Password", Given.Password);
        await door.Page.ClickAsync("main .card-form button[type=submit]");
        await door.CheckAsync("sign-in-code");
        await door.Page.ClickAsync("main .acts a");
        await door.CheckAsync("sign-in-recovery");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task People_OfTheHouse_AreAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var company = await app.Given.CompanyAsync("Nagyerdei Granola Kft.");
        var anna = await app.Given.MemberAsync(company, MemberRole.Manager);
        await app.Given.PersonAsync("Bíráló Borbála", roles: Role.Reviewer);
        await app.Given.StaffAsync();
        var locked = await app.Given.PersonAsync("Zárolt Zita");
        await app.AskAsync((PeopleDesk desk) => desk.LockAsync(locked.Id, Actor.System));
        await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(
            new InvitePerson { Mail = "uj.ember@example.com", Language = "hu", CompanyId = company.Id }, Actor.System));
        await using var visit = await browser.VisitAsync(app, await app.Given.AdministratorAsync(), language, width);
        await (await visit.GoAsync("/people")).CheckAsync("people");
        await (await visit.GoAsync($"/people/{locked.Id}")).CheckAsync("person");
        await (await visit.GoAsync($"/people/{anna.Id}/erase")).CheckAsync("erase-person");
        await (await visit.GoAsync("/notices")).CheckAsync("notices");
    }

    [Theory]
    [InlineData("hu", 360)]
    [InlineData("en", 1280)]
    public async Task Passkey_RegisteredUsedAndRemoved_OpensTheDoorWithoutAPassword(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var staff = await app.Given.StaffAsync();
        await using var visit = await browser.VisitAsync(app, staff, language, width);
        var device = await DeviceAsync(visit.Page);
        await visit.GoAsync("/passkeys");
        await visit.CheckAsync("passkeys-none");
        await visit.Page.FillAsync("#Name", "Telefon");
        await visit.Page.ClickAsync("form[data-passkey] button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("passkeys");
        // A passkey is enough for staff: nothing reminds any more.
        await visit.GoAsync("/notices");
        Assert.Equal(0, await visit.Page.Locator(".second-factor-line").CountAsync());

        await visit.Page.Context.ClearCookiesAsync();
        await visit.GoAsync("/sign-in?returnUrl=/passkeys");
        await visit.Page.ClickAsync("form[data-passkey] button");
        await visit.Page.WaitForSelectorAsync("main .rows");
        await using (var db = app.OpenDb())
        {
            var acts = await db.History.Where(h => h.Subject == "Person").OrderBy(h => h.Id).Select(h => h.Act).ToListAsync();
            Assert.Equal([SecurityActs.PasskeyAdded, SecurityActs.SignedIn], acts);
        }

        // By the password alone the staff's pages stay shut until the passkey is shown.
        await visit.Page.Context.ClearCookiesAsync();
        await visit.GoAsync("/sign-in?returnUrl=/notices");
        await visit.Page.FillAsync("#Input_Email", staff.Email!);
        await visit.Page.FillAsync("#Input_Password", Given.Password);
        await visit.Page.ClickAsync("main .card-form button[type=submit]");
        Assert.EndsWith("/second-factor", visit.Page.Url, StringComparison.Ordinal);
        await visit.CheckAsync("passkey-wanted");
        await visit.GoAsync("/second-factor/authenticator");
        Assert.EndsWith("/second-factor", visit.Page.Url, StringComparison.Ordinal);
        await visit.GoAsync("/passkeys");
        Assert.EndsWith("/second-factor", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.ClickAsync("form[data-passkey] button");
        await visit.Page.WaitForSelectorAsync("#app-title");
        await visit.GoAsync("/notices");
        Assert.EndsWith("/notices", visit.Page.Url, StringComparison.Ordinal);

        await visit.GoAsync("/passkeys");
        await visit.Page.FillAsync("main .rows input[name=Name]", "Régi telefon");
        await visit.Page.ClickAsync("main .rows .btn-outline-primary");
        Assert.Equal("Régi telefon", await visit.Page.InnerTextAsync("main .rows strong"));
        await visit.Page.ClickAsync("main .rows .btn-outline-danger");
        await visit.Page.WaitForSelectorAsync(".flash");
        Assert.Equal(0, await visit.Page.Locator("main .rows").CountAsync());

        // The device still has it, the house no longer knows it.
        await visit.Page.Context.ClearCookiesAsync();
        await visit.GoAsync("/sign-in/passkey");
        await visit.Page.ClickAsync("form[data-passkey] button");
        await visit.Page.WaitForSelectorAsync(".problems li");
        await device.DetachAsync();
    }

    [Fact]
    public async Task Passkeys_WithoutScripts_SaySo()
    {
        using var app = IncubatorApp.StartOnPort();
        await using var visit = await browser.VisitAsync(app, await app.Given.PersonAsync(), "en", scripts: false);
        await visit.GoAsync("/passkeys");
        Assert.Contains("need a browser with scripts", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.False(await visit.Page.IsVisibleAsync("form[data-passkey]"));
    }

    /// <summary>A telephone that its owner unlocks whenever asked.</summary>
    private static async Task<ICDPSession> DeviceAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return session;
    }
}
