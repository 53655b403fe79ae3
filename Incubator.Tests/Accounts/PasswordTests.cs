using System.Net;
using Incubator.Core.Accounts;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class PasswordTests : IDisposable
{
    private const string Fresh = "another horse battery";
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task ForgottenPassword_InDevelopment_LinkOpensTheHouseOnce()
    {
        var anna = await app.Given.PersonAsync();
        var client = app.Visitor("en");
        var page = await (await client.GetPageAsync("/forgotten-password")).Form().Set("Input.Email", anna.Email!).SubmitAsync();
        var link = page.One("#reset-link").GetAttribute("href")!;

        page = await (await client.GetPageAsync(link)).Form().Set("Input.Password", Fresh).Set("Input.Again", Fresh).SubmitAsync();
        Assert.Equal("The password is changed. Sign in with it.", page.Flash);
        page = await page.Form().Set("Input.Email", anna.Email!).Set("Input.Password", Fresh).SubmitAsync();
        Assert.Equal("/", page.Url);

        page = await (await app.Visitor("en").GetPageAsync(link)).Form().Set("Input.Password", Fresh).Set("Input.Again", Fresh).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["This link was used already or is too old. Ask for a new one."], page.Errors);
    }

    [Fact]
    public async Task ForgottenPassword_UnknownAddress_SaysTheSameWithoutALink()
    {
        var page = await (await app.Visitor("en").GetPageAsync("/forgotten-password")).Form().Set("Input.Email", "nobody@example.com").SubmitAsync();
        Assert.Equal("If there is an account with this address, it can now choose a new password.", page.Text("main .lead"));
        Assert.False(page.Has("#reset-link"));
    }

    [Theory]
    [InlineData("/reset-password")]
    [InlineData("/reset-password?person=1&token=%00%FF")]
    [InlineData("/reset-password?person=99999999999999999999&token=abc")]
    public async Task ResetPassword_MadeUpLink_IsRefused(string address)
    {
        var page = await (await app.Visitor().GetPageAsync(address)).Form().Set("Input.Password", Fresh).Set("Input.Again", Fresh).SubmitAsync();
        Assert.InRange((int)page.Status, 400, 422);
        Assert.NotEmpty(page.Errors);
    }

    [Theory]
    [InlineData("short", "short", "#Input_Password-error", "Legalább 12, legfeljebb 128 karaktert írjon.")]
    [InlineData(Fresh, "something else entirely", "#Input_Again-error", "A kettő nem egyezik.")]
    public async Task ChangePassword_MalformedInput_SaysSoBesideTheField(string wanted, string again, string where, string message)
    {
        var client = await app.SignInAsAsync(await app.Given.PersonAsync());
        var page = await (await client.GetPageAsync("/change-password")).Form()
            .Set("Input.Current", Given.Password).Set("Input.Password", wanted).Set("Input.Again", again).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(message, page.Text(where));
    }

    [Theory]
    [InlineData("not my password", Fresh, "#Input_Current-error", "This is not your present password.")]
    [InlineData(Given.Password, "aaaaaaaaaaaabbb", "#Input_Password-error", "Use at least five different characters.")]
    public async Task ChangePassword_Refused_SaysWhyBesideTheField(string current, string wanted, string where, string message)
    {
        var client = await app.SignInAsAsync(await app.Given.PersonAsync(), "en");
        var page = await (await client.GetPageAsync("/change-password")).Form()
            .Set("Input.Current", current).Set("Input.Password", wanted).Set("Input.Again", wanted).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(message, page.Text(where));
    }

    [Fact]
    public async Task ChangePassword_Accepted_KeepsThisDeviceSignedIn()
    {
        var client = await app.SignInAsAsync(await app.Given.PersonAsync(), "en");
        var page = await (await client.GetPageAsync("/change-password")).Form()
            .Set("Input.Current", Given.Password).Set("Input.Password", Fresh).Set("Input.Again", Fresh).SubmitAsync();
        Assert.Equal("The password is changed. Other devices are signed out.", page.Flash);
        Assert.Equal("/change-password", (await client.GetPageAsync("/change-password")).Url);
    }

    [Fact]
    public async Task ResetLink_ByStaff_IsMadeAndKeptInHistory()
    {
        var staff = await app.Given.StaffAsync();
        var anna = await app.Given.PersonAsync("Kovács Anna");
        var client = await app.SignInAsAsync(staff, "en");
        var page = await (await client.GetPageAsync("/reset-link")).Form().Set("Input.Email", anna.Email!).SubmitAsync();

        Assert.Contains($"person={anna.Id}", page.Text("#reset-link"), StringComparison.Ordinal);
        await using var db = app.OpenDb();
        var entry = await db.History.SingleAsync();
        Assert.Equal(("Person", anna.Id, "ResetLinkMade", staff.Id), (entry.Subject, entry.SubjectId, entry.Act, entry.PersonId!.Value));
    }

    [Fact]
    public async Task ResetLink_ByStaffForAnAdministrator_IsRefused()
    {
        var administrator = await app.Given.AdministratorAsync();
        var client = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await (await client.GetPageAsync("/reset-link")).Form().Set("Input.Email", administrator.Email!).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.False(page.Has("#reset-link"));
    }

    [Fact]
    public async Task ResetLink_ByAMember_IsForbidden()
    {
        var member = await app.Given.MemberAsync(await app.Given.CompanyAsync());
        var page = await (await app.SignInAsAsync(member)).GetPageAsync("/reset-link");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("Ehhez az oldalhoz nincs jogosultsága", page.Text("h1"));
    }

    [Fact]
    public async Task Book_MembershipTakenAway_IsForbiddenAtOnce()
    {
        var member = await app.Given.MemberAsync(await app.Given.CompanyAsync());
        var client = await app.SignInAsAsync(member);
        Assert.Equal(HttpStatusCode.OK, (await client.GetPageAsync("/booking/mine")).Status);
        await using (var db = app.OpenDb()) await db.CompanyMembers.ExecuteDeleteAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync("/booking/mine")).Status);
    }
}
