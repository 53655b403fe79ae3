using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Invitations;

public class InvitationDeskTests : IDisposable
{
    private const string Mail = "uj.ember@example.com";
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Invite_ByStaffIntoACompany_OpensTheDoorOnceAndKeepsOnlyTheHash()
    {
        var company = await app.Given.CompanyAsync();
        var made = await InviteAsync(Into(company), await StaffAsync());
        await using (var db = app.OpenDb())
        {
            var row = await db.Invitations.SingleAsync();
            Assert.Equal(InvitationState.Open, row.StateAt(app.Now));
            Assert.Equal(Invitation.HashOf(made.Value.Token), row.TokenHash);
            var notice = await db.Notices.SingleAsync();
            Assert.Equal((InvitationDesk.NoticeToCompany, Mail), (notice.Kind, notice.Recipient));
            Assert.Contains($"/invitation/{made.Value.Token}", notice.Facts, StringComparison.Ordinal);
        }

        var accepted = await AcceptAsync(made.Value.Token);
        Assert.True(accepted.Value.IsNew);
        await using (var db = app.OpenDb())
        {
            var person = await db.Users.SingleAsync(p => p.Email == Mail);
            Assert.True(person.EmailConfirmed);
            Assert.Equal((company.Id, MemberRole.Manager), await db.CompanyMembers.Where(m => m.PersonId == person.Id).Select(m => ValueTuple.Create(m.CompanyId, m.Role)).SingleAsync());
            Assert.Equal([SecurityActs.InvitationAccepted], await db.History.Where(h => h.Subject == "Person" && h.SubjectId == person.Id).Select(h => h.Act).ToListAsync());
            Assert.NotNull((await db.Notices.SingleAsync()).WithdrawnAt);
        }

        Assert.True((await AcceptAsync(made.Value.Token)).Was("InvitationSpent"));
    }

    [Fact]
    public async Task Accept_ExpiredRevokedOrUnknown_IsRefused()
    {
        var company = await app.Given.CompanyAsync();
        var staff = await StaffAsync();
        var made = (await InviteAsync(Into(company), staff)).Value;
        Assert.True((await AcceptAsync("0123456789abcdef")).Was("NotFound"));
        app.Time.Advance(Invitation.Validity - TimeSpan.FromSeconds(1));
        Assert.False((await AcceptAsync(made.Token, name: "")).Was("InvitationSpent"));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await AcceptAsync(made.Token)).Was("InvitationSpent"));

        var second = (await InviteAsync(Into(company), staff)).Value;
        Assert.True((await app.AskAsync((InvitationDesk desk) => desk.RevokeAsync(second.Id, staff))).Succeeded);
        Assert.True((await AcceptAsync(second.Token)).Was("InvitationSpent"));
        Assert.True((await app.AskAsync((InvitationDesk desk) => desk.ResendAsync(second.Id, staff))).Was("InvitationSpent"));
        await using var db = app.OpenDb();
        Assert.False(await db.Users.AnyAsync(p => p.Email == Mail));
    }

    [Fact]
    public async Task Resend_OldLink_IsDeadAndTheNewOneOpens()
    {
        var company = await app.Given.CompanyAsync();
        var staff = await StaffAsync();
        var first = (await InviteAsync(Into(company), staff)).Value;
        app.Time.Advance(TimeSpan.FromDays(20));
        var second = (await app.AskAsync((InvitationDesk desk) => desk.ResendAsync(first.Id, staff))).Value;
        Assert.True((await AcceptAsync(first.Token)).Was("NotFound"));
        Assert.True((await AcceptAsync(second.Token)).Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal(2, await db.Notices.CountAsync(n => n.WithdrawnAt != null));
    }

    [Fact]
    public async Task Invite_ByAManager_OnlyIntoTheOwnCompany()
    {
        var (own, other) = (await app.Given.CompanyAsync("Saját Kft."), await app.Given.CompanyAsync("Másik Kft."));
        var manager = await ActorAsync(await app.Given.MemberAsync(own, MemberRole.Manager), own);
        var member = await ActorAsync(await app.Given.MemberAsync(own), own);
        Assert.True((await InviteAsync(Into(other), manager)).Was("NotFound"));
        Assert.True((await InviteAsync(Into(own), member)).Was("NotFound"));
        Assert.True((await InviteAsync(new InvitePerson { Mail = Mail, Language = "hu", Role = Role.Reviewer }, manager)).Was("NotFound"));
        var made = await InviteAsync(Into(own), manager);
        Assert.True(made.Succeeded);

        var rival = await ActorAsync(await app.Given.MemberAsync(other, MemberRole.Manager), other);
        Assert.True((await app.AskAsync((InvitationDesk desk) => desk.ResendAsync(made.Value.Id, rival))).Was("NotFound"));
        Assert.True((await app.AskAsync((InvitationDesk desk) => desk.RevokeAsync(made.Value.Id, rival))).Was("NotFound"));
    }

    [Fact]
    public async Task Invite_StaffIntoTheStaff_IsForAdministrators()
    {
        await app.AskAsync(async (IncubatorDb db) => { await HouseRoles.LoadAsync(db); return 0; });
        var staff = await StaffAsync();
        var administrator = new Actor((await app.Given.AdministratorAsync()).Id, true, []) { IsAdministrator = true };
        var wish = new InvitePerson { Mail = Mail, Language = "en", Role = Role.Staff };
        Assert.True((await InviteAsync(wish, staff)).Was("OnlyAdministratorsInvite"));
        Assert.True((await InviteAsync(wish with { Role = Role.Administrator }, staff)).Was("OnlyAdministratorsInvite"));
        Assert.True((await InviteAsync(wish with { Role = Role.Mentor }, staff)).Succeeded);
        var made = (await InviteAsync(wish, administrator)).Value;
        Assert.True((await app.AskAsync((InvitationDesk desk) => desk.ResendAsync(made.Id, staff))).Was("OnlyAdministratorsInvite"));
        Assert.True((await InviteAsync(wish, administrator)).Was("AlreadyInvited"));

        var accepted = (await AcceptAsync(made.Token)).Value;
        await using var look = app.OpenDb();
        var role = await look.UserRoles.Where(r => r.UserId == accepted.PersonId).Join(look.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name).SingleAsync();
        Assert.Equal(Role.Staff, role);
        Assert.True((await InviteAsync(wish, administrator)).Was("RoleHeldAlready"));
    }

    [Fact]
    public async Task Accept_WhoHasAnAccount_JoinsWithItOnlyWhenSignedIn()
    {
        var company = await app.Given.CompanyAsync();
        var anna = await app.Given.PersonAsync("Kovács Anna", "Anna@Example.com");
        var other = await app.Given.PersonAsync();
        var staff = await StaffAsync();
        var made = (await InviteAsync(Into(company) with { Mail = "anna@example.com" }, staff)).Value;
        Assert.True((await AcceptAsync(made.Token)).Was("SignInToAccept"));
        Assert.True((await AcceptAsync(made.Token, actor: new Actor(other.Id, false, []))).Was("InvitationOfAnother"));
        var accepted = (await AcceptAsync(made.Token, actor: new Actor(anna.Id, false, []))).Value;
        Assert.Equal((anna.Id, false), (accepted.PersonId, accepted.IsNew));
        Assert.True((await InviteAsync(Into(company) with { Mail = " ANNA@example.com " }, staff)).Was("AlreadyMember"));
    }

    [Theory]
    [InlineData("", Given.Password, "Missing")]
    [InlineData("Új Ember", "", "Missing")]
    [InlineData("Új Ember", "short", "PasswordTooEasy")]
    [InlineData("Új Ember", "aaaaaaaaaaaaaaaa", "PasswordTooEasy")]
    public async Task Accept_PoorNameOrPassword_IsRefusedAndTheLinkStaysOpen(string name, string password, string code)
    {
        var made = (await InviteAsync(Into(await app.Given.CompanyAsync()), await StaffAsync())).Value;
        Assert.True((await AcceptAsync(made.Token, name, password)).Was(code));
        Assert.True((await AcceptAsync(made.Token)).Succeeded);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("Name <a@example.com>")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("")]
    public async Task Invite_NotAnAddress_IsRefused(string mail) =>
        Assert.True((await InviteAsync(Into(await app.Given.CompanyAsync()) with { Mail = mail }, await StaffAsync())).Was("MailNotAnAddress"));

    [Fact]
    public async Task Invite_InactiveCompany_IsRefusedAndItsOpenLinksAreShut()
    {
        var company = await app.Given.CompanyAsync();
        var staff = await StaffAsync();
        var made = (await InviteAsync(Into(company), staff)).Value;
        await using (var db = app.OpenDb())
        {
            (await db.Companies.SingleAsync()).Deactivate();
            await db.SaveChangesAsync();
        }

        Assert.True((await AcceptAsync(made.Token)).Was("CompanyNotActive"));
        Assert.True((await InviteAsync(Into(company) with { Mail = "b@example.com" }, staff)).Was("CompanyNotActive"));
    }

    [Fact]
    public async Task Invite_ByAManagerBeyondTheLimit_IsRefused()
    {
        var company = await app.Given.CompanyAsync();
        var manager = await ActorAsync(await app.Given.MemberAsync(company, MemberRole.Manager), company);
        for (var i = 0; i < InvitationDesk.MaxOpenOfCompany; i++)
            Assert.True((await InviteAsync(Into(company) with { Mail = $"p{i}@example.com" }, manager)).Succeeded);
        Assert.True((await InviteAsync(Into(company), manager)).Was("TooManyInvitations"));
        Assert.True((await InviteAsync(Into(company), await StaffAsync())).Succeeded);
    }

    [Fact]
    public async Task Remove_ByTheManager_EndsAccessButNeverTheLastManagers()
    {
        var (company, other) = (await app.Given.CompanyAsync(), await app.Given.CompanyAsync("Másik Kft."));
        var chief = await ActorAsync(await app.Given.MemberAsync(company, MemberRole.Manager), company);
        var rival = await ActorAsync(await app.Given.MemberAsync(other, MemberRole.Manager), other);
        var anna = await app.Given.MemberAsync(company);
        Assert.True((await PeopleAsync(p => p.RemoveAsync(company.Id, anna.Id, rival))).Was("NotFound"));
        Assert.True((await PeopleAsync(p => p.RemoveAsync(company.Id, chief.PersonId!.Value, chief))).Was("LastManager"));
        Assert.True((await PeopleAsync(p => p.ChangeRoleAsync(company.Id, chief.PersonId!.Value, MemberRole.Member, chief))).Was("LastManager"));
        Assert.True((await PeopleAsync(p => p.ChangeRoleAsync(company.Id, anna.Id, MemberRole.Manager, chief))).Succeeded);
        Assert.True((await PeopleAsync(p => p.RemoveAsync(company.Id, chief.PersonId!.Value, chief))).Succeeded);
        Assert.True((await PeopleAsync(p => p.RemoveAsync(company.Id, anna.Id, chief))).Was("NotFound"));
        await using var db = app.OpenDb();
        Assert.Equal(["MemberRoleChanged", "MemberRemoved"], await db.History.Where(h => h.Subject == "Company").OrderBy(h => h.Id).Select(h => h.Act).ToListAsync());
        Assert.DoesNotContain(await db.History.Select(h => h.Changes).ToListAsync(), c => c?.Contains("Kovács", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Accept_TwiceAtOnce_LetsOneIn()
    {
        var made = (await InviteAsync(Into(await app.Given.CompanyAsync()), await StaffAsync())).Value;
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AcceptAsync(made.Token))));
        Assert.Single(both, r => r.Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal(1, await db.Users.CountAsync(p => p.Email == Mail));
    }

    private static InvitePerson Into(Company company) => new() { Mail = Mail, Language = "hu", CompanyId = company.Id, MemberRole = MemberRole.Manager };

    private async Task<Actor> StaffAsync() => new((await app.Given.StaffAsync()).Id, true, []);

    private static Task<Actor> ActorAsync(Person person, Company company) => Task.FromResult(new Actor(person.Id, false, [company.Id]));

    private Task<Result<InvitationMade>> InviteAsync(InvitePerson wish, Actor actor) => app.AskAsync((InvitationDesk desk) => desk.InviteAsync(wish, actor));

    private Task<Result<Done>> PeopleAsync(Func<CompanyPeople, Task<Result<Done>>> act) => app.AskAsync(act);

    private Task<Result<InvitationAccepted>> AcceptAsync(string token, string name = "Új Ember", string password = Given.Password, Actor? actor = null) =>
        app.AskAsync((WelcomeDesk desk) => desk.AcceptAsync(
            new AcceptInvitation { Token = token, FullName = name, Password = password }, actor ?? new Actor(null, false, [])));
}
