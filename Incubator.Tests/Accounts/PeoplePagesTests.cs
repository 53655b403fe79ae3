using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class PeoplePagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Search_FoldsHungarianLetters()
    {
        await app.Given.PersonAsync("Őszi Árpád", "arpad@example.com");
        await app.Given.MemberAsync(await app.Given.CompanyAsync("Próba Kft."), name: "Tavaszi Tünde");
        var client = await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en");
        Assert.Equal("Őszi Árpád", (await client.GetPageAsync("/people?q=arpad oszi")).Text("main .rows strong"));
        Assert.Contains("Próba Kft.", (await client.GetPageAsync("/people?q=TUNDE")).Text("main .rows"), StringComparison.Ordinal);
        Assert.Equal("Nobody fits", (await client.GetPageAsync("/people?q=zzz")).Text(".empty-title"));
        Assert.Equal("Nagy Ádám", (await client.GetPageAsync("/people?role=Administrator")).Text("main .rows strong"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync("/people/999")).Status);
    }

    [Fact]
    public async Task Person_LockedSignedOutAndGivenRoles_ShowsItAndEndsSessions()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        await app.Given.PersonAsync("Bíró Béla", roles: Role.Reviewer);
        var annas = await app.SignInAsAsync(anna, "en");
        var client = await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en");
        var url = $"/people/{anna.Id}";
        var page = await (await client.GetPageAsync(url)).Form("form[action*='Give']").Set("role", Role.Reviewer).SubmitAsync();
        Assert.Equal("The role is given; it counts within a minute.", page.Flash);
        Assert.Contains("Role given, Nagy Ádám", page.Text(".history"), StringComparison.Ordinal);
        page = await page.Form("form[action*='Take']").SubmitAsync();
        Assert.Equal("The role is taken; their sessions end within a minute.", page.Flash);
        page = await page.Form("form[action*='handler=Lock']").SubmitAsync();
        Assert.Equal("locked", page.Text("h1 .state"));
        app.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.StartsWith("/sign-in", (await annas.GetPageAsync("/profile")).Url, StringComparison.Ordinal);
        var signIn = (await app.Visitor("en").GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await signIn.SubmitAsync()).Status);

        // A password link does not open a lock.
        page = await page.Form("form[action*='Link']").SubmitAsync();
        var reset = await app.Visitor("en").GetPageAsync(new Uri(page.Text("#reset-link")).PathAndQuery);
        await reset.Form().Set("Input.Password", Given.Password).Set("Input.Again", Given.Password).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await signIn.SubmitAsync()).Status);
        page = await (await client.GetPageAsync(url)).Form("form[action*='Unlock']").SubmitAsync();
        Assert.Equal("The account is unlocked.", page.Flash);
        Assert.Equal("/", (await signIn.SubmitAsync()).Url);
    }

    [Fact]
    public async Task Person_LastAdministratorOnThePage_SaysWhyNot()
    {
        var administrator = await app.Given.AdministratorAsync();
        var client = await app.SignInAsAsync(administrator, "en");
        var page = await (await client.GetPageAsync($"/people/{administrator.Id}")).Form("form[action*='Take']").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["This is the last administrator who can sign in. Make someone else an administrator first."], page.Errors);
        page = await (await client.GetPageAsync($"/people/{administrator.Id}/erase")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Person_Erased_IsGoneFromTheListAndNotFoundAgain()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        var client = await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en");
        var page = await (await client.GetPageAsync($"/people/{anna.Id}/erase")).Form().SubmitAsync();
        Assert.Equal("The person is erased.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/people/{anna.Id}/erase")).Status);
        Assert.DoesNotContain("Kovács Anna", (await client.GetPageAsync("/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_SecondFactorsRemoved_SignsInByPasswordAgain()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        await using (var db = app.OpenDb())
        {
            (await db.Users.SingleAsync()).TwoFactorEnabled = true;
            await db.SaveChangesAsync();
        }

        var client = await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en");
        var page = await (await client.GetPageAsync($"/people/{anna.Id}")).Form("form[action*='Factors']").SubmitAsync();
        Assert.Contains("by password alone", page.Flash, StringComparison.Ordinal);
        page = await page.Form("form[action*='SignOut']").SubmitAsync();
        Assert.Equal("All sessions of this person end within a minute.", page.Flash);
        page = await (await app.Visitor("en").GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal("/", page.Url);
    }

    [Fact]
    public async Task Profile_Saved_CountsAtOnceAndShowsWhatHappened()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        var client = app.Visitor("en");
        var page = await (await client.GetPageAsync("/sign-in?returnUrl=/profile")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Contains("Bejelentkezés", page.Text(".history"), StringComparison.Ordinal);
        page = await page.Form("main form").Set("Input.FullName", "Kovács Panna").Set("Input.Language", "en").Set("Input.Wanted", "ReservationReminders", "News").SubmitAsync();
        Assert.Equal("A profil mentve.", page.Flash);
        Assert.Equal("Kovács Panna", page.Text(".topbar .menu summary"));
        Assert.Equal(["News", "ReservationReminders"], page.Document.QuerySelectorAll("input[name='Input.Wanted'][checked]").Select(i => i.GetAttribute("value")!).Order());
        page = await page.Form("main form").Set("Input.FullName", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Profile_SignOutEverywhere_EndsTheOthersWithinAMinuteAndKeepsThisOne()
    {
        var anna = await app.Given.PersonAsync();
        var (here, there) = (await app.SignInAsAsync(anna, "en"), await app.SignInAsAsync(anna, "en"));
        var page = await (await here.GetPageAsync("/profile")).Form("form[action*='SignOut']").SubmitAsync();
        Assert.Equal("Every other device is signed out within a minute. This one stays.", page.Flash);
        app.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.StartsWith("/sign-in", (await there.GetPageAsync("/profile")).Url, StringComparison.Ordinal);
        Assert.Equal("/profile", (await here.GetPageAsync("/profile")).Url);
    }

    [Fact]
    public async Task SignIn_FailedAndLocked_StandsInTheHistory()
    {
        var anna = await app.Given.PersonAsync();
        var form = (await app.Visitor("en").GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", "wrong, wrong, wrong");
        for (var i = 0; i < 8; i++) await form.SubmitAsync();
        await using var db = app.OpenDb();
        var acts = await db.History.OrderBy(h => h.Id).Select(h => h.Act).ToListAsync();
        Assert.Equal(5, acts.Count(a => a == SecurityActs.SignInFailed));
        Assert.Single(acts, a => a == SecurityActs.LockedOut);
    }

    [Fact]
    public async Task Member_RemovedFromTheStaff_LosesTheirPagesWithinAMinute()
    {
        var staff = await app.Given.StaffAsync();
        var client = await app.SignInAsAsync(staff, "en");
        Assert.Equal(HttpStatusCode.OK, (await client.GetPageAsync("/notices")).Status);
        await app.AskAsync((PeopleDesk desk) => desk.TakeRoleAsync(staff.Id, Role.Staff, Actor.System));
        app.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.StartsWith("/sign-in", (await client.GetPageAsync("/notices")).Url, StringComparison.Ordinal);
    }
}
