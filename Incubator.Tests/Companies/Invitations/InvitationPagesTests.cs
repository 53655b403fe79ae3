using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Invitations;

public class InvitationPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Invite_ByStaff_ShowsTheLinkThatMakesTheAccountOnce()
    {
        await app.Given.CompanyAsync("Próba Kft.");
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await staff.GetPageAsync("/people/invitations");
        page = await page.Form().Set("Input.Mail", "new@example.com").Set("Input.FullName", "Új Ember").Set("Input.Company", "Nincs Ilyen Kft.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("There is no company of this name.", page.Text("#Input_Company-error"));
        page = await page.Form().Set("Input.Company", "próba kft.").Set("Input.MemberRole", "Manager").SubmitAsync();
        var link = new Uri(page.Text("#invitation-link")).AbsolutePath;
        Assert.Contains("waits for an answer", page.Text(".rows"), StringComparison.Ordinal);

        var visitor = app.Visitor("en");
        page = await visitor.GetPageAsync(link);
        Assert.Equal("You are invited to Próba Kft.", page.Text("h1"));
        Assert.Equal("Új Ember", page.Form()["Input.FullName"]);
        page = await page.Form().Set("Input.Password", Given.Password).Set("Input.Again", "something else").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Set("Input.Password", Given.Password).Set("Input.Again", Given.Password).SubmitAsync();
        Assert.Equal(("/", "Welcome. You now belong to: Próba Kft."), (page.Url, page.Flash));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync("/my-company/people")).Status);

        page = await app.Visitor("en").GetPageAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("This invitation opens nothing any more", page.Text("h1"));
        Assert.Contains("accepted", (await staff.GetPageAsync("/people/invitations?all=true")).Text(".rows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_OfWhoHasAnAccount_AsksToSignInAndThenJoins()
    {
        var company = await app.Given.CompanyAsync("Próba Kft.");
        var anna = await app.Given.PersonAsync("Kovács Anna", "anna@example.com");
        var made = (await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(
            new InvitePerson { Mail = "anna@example.com", Language = "hu", CompanyId = company.Id }, Actor.System))).Value;
        var link = InvitationDesk.LinkOf(made.Token);
        var page = await app.Visitor("en").GetPageAsync(link);
        Assert.Contains("/sign-in?returnUrl=%2Finvitation%2F", page.One("main a.btn").GetAttribute("href"), StringComparison.Ordinal);
        var other = await (await app.SignInAsAsync(await app.Given.PersonAsync(), "en")).GetPageAsync(link);
        Assert.Contains("another account", other.Text("main"), StringComparison.Ordinal);

        page = await (await (await app.SignInAsAsync(anna, "en")).GetPageAsync(link)).Form().SubmitAsync();
        Assert.Equal("Welcome. You now belong to: Próba Kft.", page.Flash);
    }

    [Fact]
    public async Task Resend_ByStaff_ShowsANewLinkAndRevokeShutsIt()
    {
        var company = await app.Given.CompanyAsync();
        var made = (await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(
            new InvitePerson { Mail = "anna@example.com", Language = "hu", CompanyId = company.Id }, Actor.System))).Value;
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await (await staff.GetPageAsync("/people/invitations")).Form(".rows form").SubmitAsync();
        var link = new Uri(page.Text("#invitation-link")).AbsolutePath;
        Assert.NotEqual(InvitationDesk.LinkOf(made.Token), link);
        page = await page.Form(".rows form").SubmitAsync(".btn-outline-danger");
        Assert.Equal("The invitation is revoked; its link opens nothing.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetPageAsync(link)).Status);
    }

    [Fact]
    public async Task People_OfTheManager_AreInvitedPromotedAndRemoved()
    {
        var company = await app.Given.CompanyAsync("Próba Kft.");
        var chief = await app.Given.MemberAsync(company, MemberRole.Manager, "Vezető Vera");
        var anna = await app.Given.MemberAsync(company, name: "Kovács Anna");
        var stranger = await app.Given.MemberAsync(await app.Given.CompanyAsync("Másik Kft."), name: "Idegen Ida");
        var client = await app.SignInAsAsync(chief, "en");
        var annas = await app.SignInAsAsync(anna, "en");
        Assert.Equal(HttpStatusCode.OK, (await annas.GetPageAsync("/booking/mine")).Status);

        var page = await client.GetPageAsync("/my-company/people");
        Assert.DoesNotContain("Idegen", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/my-company/people?remove={stranger.Id}")).Status);
        page = await page.Form("form[action*='Invite']").Set("Input.Mail", "new@example.com").SubmitAsync();
        Assert.StartsWith("http://localhost/invitation/", page.Text("#invitation-link"), StringComparison.Ordinal);

        page = await (await client.GetPageAsync($"/my-company/people?remove={chief.Id}")).Form(".ask form").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["A company keeps one manager. Make someone else a manager first."], page.Errors);

        page = await (await client.GetPageAsync($"/my-company/people?remove={anna.Id}")).Form(".ask form").SubmitAsync();
        Assert.Equal("This person no longer belongs to the company; access ended at once.", page.Flash);
        Assert.Equal(HttpStatusCode.Forbidden, (await annas.GetPageAsync("/booking/mine")).Status);
    }

    [Fact]
    public async Task People_Role_MakesAManagerWhoSeesThePage()
    {
        var company = await app.Given.CompanyAsync("Próba Kft.");
        var chief = await app.Given.MemberAsync(company, MemberRole.Manager, "A Vezető");
        var anna = await app.Given.MemberAsync(company, name: "Kovács Anna");
        var annas = await app.SignInAsAsync(anna, "en");
        Assert.Equal(HttpStatusCode.Forbidden, (await annas.GetPageAsync("/my-company/people")).Status);
        Assert.False((await annas.GetPageAsync("/")).Has("a[href='/my-company/people']"));
        var form = (await (await app.SignInAsAsync(chief, "en")).GetPageAsync("/my-company/people")).Form($".rows form:has(input[value='{anna.Id}'])");
        Assert.Equal("The role is changed.", (await form.Set("role", "Manager").SubmitAsync()).Flash);
        Assert.Equal(HttpStatusCode.OK, (await annas.GetPageAsync("/my-company/people")).Status);
        Assert.True((await annas.GetPageAsync("/")).Has("a[href='/my-company/people']"));
    }

    [Fact]
    public async Task Invite_StaffByStaff_IsNotOffered()
    {
        var page = await (await app.SignInAsAsync(await app.Given.StaffAsync(), "en")).GetPageAsync("/people/invitations");
        Assert.DoesNotContain("Administrator", page.Text("#Input_Role"), StringComparison.Ordinal);
        page = await page.Form().Set("Input.Mail", "x@example.com").Force("Input.Role", Role.Administrator).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await (await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en")).GetPageAsync("/people/invitations");
        Assert.Contains("Administrator", page.Text("#Input_Role"), StringComparison.Ordinal);
        page = await page.Form().Set("Input.Mail", "x@example.com").Set("Input.Role", Role.Staff).SubmitAsync();
        Assert.True(page.Has("#invitation-link"));
    }
}
