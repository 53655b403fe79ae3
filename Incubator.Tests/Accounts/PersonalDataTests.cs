using System.Net;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class PersonalDataTests : IDisposable
{
    private const string Name = "Feledhető Fruzsina";
    private const string Mail = "fruzsina@example.com";
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Erase_PersonWithAWholeStory_LeavesNoWordOfThemAnywhere()
    {
        var story = await BookingStory.BeginAsync(app);
        var company = story.Company;
        var made = (await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(
            new InvitePerson { Mail = Mail, FullName = Name, Language = "hu", CompanyId = company.Id }, Actor.System))).Value;
        var accepted = (await app.AskAsync((WelcomeDesk desk) => desk.AcceptAsync(
            new AcceptInvitation { Token = made.Token, FullName = Name, Password = Given.Password }, new Actor(null, false, [])))).Value;
        var id = accepted.PersonId;
        var actor = new Actor(id, false, [company.Id]);
        var booked = (await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [story.Dryer.Id],
            Slot = BookingStory.Tuesday(9, 12),
            CompanyId = company.Id,
            Purpose = $"Trial of {Name}",
            ProjectNote = $"Ask {Mail}",
            SubmissionKey = Guid.NewGuid(),
        }, actor))).Value;
        await app.AskAsync((BookingDesk desk) => desk.CancelAsync(
            new CancelReservation { Reference = booked.Reference, Reason = $"{Name} is ill" }, Actor.System));
        await app.AskAsync((PeopleDesk desk) => desk.SaveProfileAsync(
            new SaveProfile { FullName = Name, Language = "en", Refused = [NoticeTopic.News] }, actor));
        await using (var db = app.OpenDb())
        {
            db.UserTokens.Add(new IdentityUserToken<long> { UserId = id, LoginProvider = "x", Name = "AuthenticatorKey", Value = "SECRETKEY" });
            db.UserLogins.Add(new IdentityUserLogin<long> { UserId = id, LoginProvider = "Municipality", ProviderKey = "subject", ProviderDisplayName = Mail });
            db.Set<IdentityUserPasskey<long>>().Add(new IdentityUserPasskey<long>
            {
                UserId = id,
                CredentialId = [1, 2, 3],
                Data = new IdentityPasskeyData { Name = $"Telephone of {Name}", PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Transports = [] },
            });
            await db.SaveChangesAsync();
        }

        var mentor = Mentor.Create(id);
        mentor.Describe("Tejtermékek", "Dairy", "magyar", $"{Name} writes of herself", isActive: true);
        await app.Given.RowsAsync(mentor);
        var calls = await Cohorts.Calls.CallStory.BeginAsync(app, published: false);
        await using (var db = app.OpenDb())
            await app.Given.RowsAsync(CallReviewer.Create(await db.Calls.Where(c => c.Reference == calls.Call).Select(c => c.Id).SingleAsync(), id, $"{Name} and daughters"));
        var told = (await app.AskAsync((PersonalDataDesk desk) => desk.ExportAsync(id, actor))).Value;
        Assert.Contains($"{Name} and daughters", told.Single(s => s.Name == "ReviewerOf").Records.Select(r => r["Organisation"]));
        Assert.NotEmpty(await FoundAsync());
        Assert.True((await app.AskAsync((PersonalDataDesk desk) => desk.EraseAsync(id, actor))).Succeeded);
        Assert.Empty(await FoundAsync());
        await using var after = app.OpenDb();
        Assert.Equal(1, await after.Reservations.CountAsync(r => r.Reference == booked.Reference && r.PersonId == null));
        Assert.False(await after.CompanyMembers.AnyAsync(m => m.PersonId == id));
        Assert.False(await after.UserTokens.AnyAsync() || await after.UserLogins.AnyAsync() || await after.Set<IdentityUserPasskey<long>>().AnyAsync());
        var person = await after.Users.SingleAsync(p => p.Id == id);
        Assert.True(person.IsLocked);
        Assert.Null(person.PasswordHash);
        Assert.Contains(SecurityActs.Erased, await after.History.Where(h => h.Subject == "Person" && h.SubjectId == id).Select(h => h.Act).ToListAsync());
    }

    [Fact]
    public async Task Export_OfAPerson_HoldsEveryPartInWordsAndAsAFile()
    {
        var story = await BookingStory.BeginAsync(app);
        await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [story.Dryer.Id],
            Slot = BookingStory.Tuesday(9, 12),
            CompanyId = story.Company.Id,
            Purpose = "Trial",
            SubmissionKey = Guid.NewGuid(),
        }, new Actor(story.Anna.Id, false, [story.Company.Id])));
        var client = await app.SignInAsAsync(story.Anna, "en");
        var page = await client.GetPageAsync("/profile/data");
        Assert.Contains(story.Company.Name, page.Text("main"), StringComparison.Ordinal);
        var answer = await client.GetAsync("/profile/data/file");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(story.Anna.Email, file.GetProperty("Account")[0].GetProperty("Email").GetString());
        Assert.Equal(1, file.GetProperty("Reservations").GetArrayLength());
        Assert.Empty(file.EnumerateObject().Select(s => s.Name).Except(PersonalWords.Sections.Keys));
        Assert.Empty(file.EnumerateObject().SelectMany(s => s.Value.EnumerateArray()).SelectMany(r => r.EnumerateObject()).Select(f => f.Name).Except(PersonalWords.Fields.Keys));
    }

    [Fact]
    public async Task Page_OfSomebodyWithALongStory_FoldsWhatIsOlder()
    {
        var anna = await app.Given.MemberAsync(await app.Given.CompanyAsync());
        await using (var db = app.OpenDb())
        {
            for (var i = 0; i < 12; i++) db.Record("Person", anna.Id, SecurityActs.SignedIn, new Actor(anna.Id, false, []), app.Now.AddMinutes(i));
            await db.SaveChangesAsync();
        }

        var page = await (await app.SignInAsAsync(anna, "en")).GetPageAsync("/profile/data");
        Assert.Equal("The other 2", page.Text("#main details summary"));
        Assert.Equal(2, page.All("#main details .record").Count);
    }

    [Fact]
    public async Task Erase_OneselfWithThePassword_ShutsTheAccountForGood()
    {
        var anna = await app.Given.MemberAsync(await app.Given.CompanyAsync());
        var client = await app.SignInAsAsync(anna, "en");
        var page = await (await client.GetPageAsync("/profile/erase")).Form().Set("Input.Secret", "not my password").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form().Set("Input.Secret", Given.Password).SubmitAsync();
        Assert.Equal(("/", "Your data is erased. Farewell."), (page.Url, page.Flash));
        page = await (await app.Visitor("en").GetPageAsync("/sign-in")).Form().Set("Input.Email", anna.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Erase_LastManagerOnThePage_SaysWhy()
    {
        var chief = await app.Given.MemberAsync(await app.Given.CompanyAsync("Próba Kft."), MemberRole.Manager);
        var page = await (await (await app.SignInAsAsync(chief, "en")).GetPageAsync("/profile/erase")).Form().Set("Input.Secret", Given.Password).SubmitAsync();
        Assert.Equal(["The last manager cannot leave; make someone else a manager first: Próba Kft."], page.Errors);
    }

    [Fact]
    public async Task Erased_InHistory_IsShownAsNobodyByName()
    {
        var administrator = await app.Given.AdministratorAsync();
        var other = await app.Given.AdministratorAsync("Volt Vilmos");
        var anna = await app.Given.PersonAsync();
        await app.Given.PersonAsync("Bíró Béla", roles: Role.Reviewer);
        await app.AskAsync((PeopleDesk desk) => desk.GiveRoleAsync(anna.Id, Role.Reviewer, new Actor(other.Id, true, []) { IsAdministrator = true }));
        await app.AskAsync((PersonalDataDesk desk) => desk.EraseAsync(other.Id, Actor.System));
        var client = await app.SignInAsAsync(administrator, "en");
        Assert.Contains("Role given, erased person", (await client.GetPageAsync($"/people/{anna.Id}")).Text(".history"), StringComparison.Ordinal);
        Assert.Equal("erased person", (await client.GetPageAsync($"/people/{other.Id}")).Text("h1"));
        Assert.DoesNotContain("Vilmos", (await client.GetPageAsync("/people")).Html, StringComparison.Ordinal);
    }

    /// <summary>Every text of every table in which the person is still named.</summary>
    private async Task<List<string>> FoundAsync()
    {
        await using var db = app.OpenDb();
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            IEnumerable<string> columns = entity.GetContainerColumnName() is { } json
                ? [json]
                : entity.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => p.GetColumnName());
            foreach (var column in columns)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT COUNT(*) FROM \"{entity.GetTableName()}\" WHERE " +
                    $"lower(\"{column}\") LIKE '%fruzsina%' OR \"{column}\" LIKE '%SECRETKEY%'";
                if (Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0) found.Add($"{entity.GetTableName()}.{column}");
            }
        }

        return found;
    }
}
