using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Accounts;

public class PeopleDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task LastAdministrator_Demoted_Locked_OrErased_IsRefused()
    {
        var admin = await app.Given.AdministratorAsync();
        var staff = await app.Given.StaffAsync();
        var self = As(admin);
        Assert.True((await DoAsync(d => d.TakeRoleAsync(admin.Id, Role.Administrator, self))).Was("LastAdministrator"));
        Assert.True((await DoAsync(d => d.LockAsync(admin.Id, Actor.System))).Was("LastAdministrator"));
        Assert.True((await app.AskAsync((PersonalDataDesk d) => d.EraseAsync(admin.Id, self))).Was("LastAdministrator"));

        Assert.True((await DoAsync(d => d.GiveRoleAsync(staff.Id, Role.Administrator, self))).Succeeded);
        Assert.True((await DoAsync(d => d.LockAsync(admin.Id, self))).Was("NotOneself"));
        Assert.True((await DoAsync(d => d.LockAsync(staff.Id, self))).Succeeded);
        // One who is locked cannot step in.
        Assert.True((await DoAsync(d => d.TakeRoleAsync(admin.Id, Role.Administrator, self))).Was("LastAdministrator"));
        Assert.True((await DoAsync(d => d.UnlockAsync(staff.Id, self))).Succeeded);
        Assert.True((await DoAsync(d => d.TakeRoleAsync(admin.Id, Role.Administrator, self))).Succeeded);
    }

    [Fact]
    public async Task Administrators_DemotingEachOtherAtOnce_LeaveOne()
    {
        var (one, two) = (await app.Given.AdministratorAsync("Egy Ede"), await app.Given.AdministratorAsync("Kettő Kata"));
        var both = await Task.WhenAll(
            Task.Run(() => DoAsync(d => d.TakeRoleAsync(two.Id, Role.Administrator, As(one)))),
            Task.Run(() => DoAsync(d => d.TakeRoleAsync(one.Id, Role.Administrator, As(two)))));
        Assert.Single(both, r => r.Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal(1, await db.UserRoles.CountAsync());
    }

    [Fact]
    public async Task Administrators_GivingUpTheirOwnRoleAtOnce_LeaveOne()
    {
        var (one, two) = (await app.Given.AdministratorAsync("Egy Ede"), await app.Given.AdministratorAsync("Kettő Kata"));
        var both = await Task.WhenAll(new[] { one, two }.Select(p => Task.Run(() => DoAsync(d => d.TakeRoleAsync(p.Id, Role.Administrator, As(p))))));
        Assert.Single(both, r => r.Succeeded);
        Assert.Single(both, r => r.Was("LastAdministrator"));
    }

    [Fact]
    public async Task Acts_ByAnyoneElse_AreRefused()
    {
        var admin = await app.Given.AdministratorAsync();
        var staff = await app.Given.StaffAsync();
        var anna = await app.Given.PersonAsync();
        // The cookie may still say administrator.
        var pretender = As(staff);
        Assert.True((await DoAsync(d => d.GiveRoleAsync(staff.Id, Role.Administrator, pretender))).Was("NotFound"));
        Assert.True((await DoAsync(d => d.LockAsync(anna.Id, pretender))).Was("NotFound"));
        Assert.True((await DoAsync(d => d.RemoveSecondFactorsAsync(staff.Id, pretender))).Was("NotFound"));
        Assert.True((await DoAsync(d => d.SignOutEverywhereAsync(anna.Id, pretender))).Was("NotFound"));
        Assert.True((await app.AskAsync((PersonalDataDesk d) => d.EraseAsync(anna.Id, pretender))).Was("NotFound"));
        Assert.True((await app.AskAsync((PersonalDataDesk d) => d.ExportAsync(anna.Id, pretender))).Was("NotFound"));
        Assert.True((await DoAsync(d => d.GiveRoleAsync(anna.Id, "King", As(admin)))).Was("NotFound"));
    }

    [Fact]
    public async Task SaveProfile_KeepsNameLanguageAndRefusedNotices()
    {
        var anna = await app.Given.PersonAsync();
        var self = new Actor(anna.Id, false, []);
        var wish = new SaveProfile { FullName = " Kovács Anna ", Language = "en", Refused = [NoticeTopic.News, (NoticeTopic)99] };
        Assert.True((await DoAsync(d => d.SaveProfileAsync(wish, self))).Succeeded);
        Assert.True((await DoAsync(d => d.SaveProfileAsync(wish with { Refused = [NoticeTopic.CohortReminders] }, self))).Succeeded);
        Assert.True((await DoAsync(d => d.SaveProfileAsync(wish with { FullName = " " }, self))).Was("Missing"));
        Assert.True((await DoAsync(d => d.SaveProfileAsync(wish with { FullName = new string('x', Person.NameMaxLength + 1) }, self))).Was("TextTooLong"));
        await using var db = app.OpenDb();
        var saved = await db.Users.SingleAsync();
        Assert.Equal(("Kovács Anna", "en"), (saved.FullName, saved.Language));
        Assert.Equal(NoticeTopic.CohortReminders, (await db.RefusedNotices.SingleAsync()).Topic);
    }

    [Fact]
    public async Task Erase_LastManagerOfAnActiveCompany_IsRefusedWithItsName()
    {
        var company = await app.Given.CompanyAsync("Próba Kft.");
        var chief = await app.Given.MemberAsync(company, MemberRole.Manager);
        var self = new Actor(chief.Id, false, [company.Id]);
        var refused = await app.AskAsync((PersonalDataDesk d) => d.EraseAsync(chief.Id, self));
        Assert.Equal("Próba Kft.", Assert.Single(refused.Refusals, r => r.Code == "LastManagerOf").Facts["company"]);
        await app.Given.MemberAsync(company, MemberRole.Manager, "Második Márton");
        Assert.True((await app.AskAsync((PersonalDataDesk d) => d.EraseAsync(chief.Id, self))).Succeeded);
    }

    [Fact]
    public async Task Erase_TwoManagersAtOnce_LeavesOne()
    {
        var company = await app.Given.CompanyAsync();
        var both = new[] { await app.Given.MemberAsync(company, MemberRole.Manager), await app.Given.MemberAsync(company, MemberRole.Manager) };
        var outcomes = await Task.WhenAll(both.Select(p => Task.Run(() =>
            app.AskAsync((PersonalDataDesk d) => d.EraseAsync(p.Id, new Actor(p.Id, false, [company.Id]))))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Single(outcomes, o => o.Was("LastManagerOf"));
    }

    private static Actor As(Person person) => new(person.Id, true, []) { IsAdministrator = true };

    private Task<Result<Done>> DoAsync(Func<PeopleDesk, Task<Result<Done>>> act) => app.AskAsync(act);
}
