using System.Net;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class SignInTests : IDisposable
{
    private const string Wrong = "The e-mail address or the password is not right. After five wrong tries the account rests for 15 minutes.";
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task SignIn_RightPassword_OpensTheHouseAndGoesWhereOneWanted()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna");
        var client = app.Visitor();

        var page = await client.GetPageAsync("/change-password");
        Assert.Equal("/sign-in?returnUrl=%2Fchange-password", page.Url);
        page = await page.Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password).SubmitAsync();

        Assert.Equal("/change-password", page.Url);
        Assert.Equal("Kovács Anna", page.Text(".topbar .menu summary"));
    }

    [Fact]
    public async Task SignIn_ReturnUrlOfAnotherSite_GoesHome()
    {
        var anna = await app.Given.PersonAsync();
        var page = await app.Visitor().GetPageAsync("/sign-in?returnUrl=https%3A%2F%2Fevil.example%2F");
        page = await page.Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal("/", page.Url);
    }

    [Theory]
    [InlineData("hu", "Töltse ki ezt a mezőt.", "Írjon be egy e-mail-címet, például: nev@example.com.")]
    [InlineData("en", "Fill in this field.", "Write an e-mail address, such as name@example.com.")]
    public async Task SignIn_MalformedInput_SaysSoBesideTheFieldsAndKeepsWhatWasTyped(string language, string missing, string notAnAddress)
    {
        var page = await app.Visitor(language).GetPageAsync("/sign-in");
        page = await page.Form().Set("Input.Email", "not an address").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(notAnAddress, page.Text("#Input_Email-error"));
        Assert.Equal(missing, page.Text("#Input_Password-error"));
        Assert.Equal("not an address", page.One("#Input_Email").GetAttribute("value"));
        Assert.Equal("Input_Email-error", page.One("#Input_Email").GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task SignIn_UnknownAddressOrWrongPassword_SaysTheSame()
    {
        var anna = await app.Given.PersonAsync();
        var form = (await app.Visitor("en").GetPageAsync("/sign-in")).Form();
        var wrong = await form.Set("Input.Email", anna.Email!).Set("Input.Password", "not this one, sorry").SubmitAsync();
        var unknown = await form.Set("Input.Email", "nobody@example.com").SubmitAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal([Wrong], wrong.Errors);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Errors, unknown.Errors);
    }

    [Fact]
    public async Task SignIn_FiveWrongTries_LocksForAQuarterOfAnHour()
    {
        var anna = await app.Given.PersonAsync();
        var form = (await app.Visitor("en").GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!);
        for (var i = 0; i < 5; i++) await form.Set("Input.Password", $"wrong password {i}").SubmitAsync();

        var locked = await form.Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal([Wrong], locked.Errors);
        await using (var db = app.OpenDb())
        {
            var person = await db.Users.SingleAsync();
            Assert.InRange(person.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
            person.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1);
            await db.SaveChangesAsync();
        }

        Assert.Equal("/", (await form.SubmitAsync()).Url);
    }

    [Fact]
    public async Task SignOut_SignedIn_ShutsTheHouse()
    {
        var client = await app.SignInAsAsync(await app.Given.PersonAsync());
        var page = await (await client.GetPageAsync("/")).Form("form[action='/sign-out']").SubmitAsync();
        Assert.Equal("Kijelentkezett.", page.Flash);
        Assert.StartsWith("/sign-in", (await client.GetPageAsync("/change-password")).Url, StringComparison.Ordinal);
    }
}
